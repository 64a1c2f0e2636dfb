import Provenance
import Quantities
import WorkLocations

/// How far every hub of the register is, and what it lacks for the next stage — *overzicht van de hubs*.
public struct ListHubStages: Sendable {
  public init() {}

  public struct Response: Codable, Sendable, Equatable {
    /// The day of the overview.
    public let date: CalendarDate
    /// In the order of their names.
    public let hubs: [Line]
    public let parameters: [ParameterReading]
  }

  public struct Line: Codable, Sendable, Equatable {
    public let hub: EnergyHub
    public let stage: HubStage
    public let since: CalendarDate
    /// Names of its parks; the RIN number of one that the register no longer has.
    public let parks: [String]
    /// Gate documents of the present stage that are still not there.
    public let overdue: [HubDocumentKind]
    /// The next stage and what its gate needs on top; nil after the last.
    public let next: HubStage?
    public let missing: [HubDocumentKind]
  }

  /// - Throws: `PlanningError.invalidInput` for missing or strange parameters.
  public func callAsFunction(
    _ hubs: [EnergyHub], on date: CalendarDate, register: Register, library: PlanningLibrary
  ) throws(PlanningError) -> Response {
    let read = try HubGates.read(library, on: date)
    let gates = HubGates(read.needed)
    let names = Dictionary(
      register.parks.map { ($0.rin, $0.name) }, uniquingKeysWith: { _, last in last })
    let lines = hubs.sorted { $0.name < $1.name }.map { hub in
      let papers = hub.papers(on: date)
      let (stage, next) = (hub.current.stage, hub.current.stage.next)
      return Line(
        hub: hub, stage: stage, since: hub.current.since, parks: hub.parks.map { names[$0] ?? $0.text },
        overdue: gates.missing(for: stage, having: papers), next: next,
        missing: next.map { gates.missing(for: $0, having: papers) } ?? [])
    }
    return Response(date: date, hubs: lines, parameters: read.readings)
  }
}
