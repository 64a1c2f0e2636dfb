import Provenance
import Quantities
import WorkLocations

/// Puts a hub of the register in a stage, or tells how far all hubs are — *hubfase vastleggen*.
///
/// A stage whose gate documents are missing is refused with their list. `isForced` records it all the same, with what was
/// missing: a register that refuses what has happened stops being true, and one that hides it is no help.
public struct RegisterHubStage: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Nil takes the hub that has the first of the parks, or names a new one after that park.
    public var hub: String?
    /// With a name of the hub the parks that it is to have, none to leave them; without one the first says which hub is meant,
    /// and the others join it.
    public var parks: [RINNumber]
    /// Nil leaves the stage and only adds documents.
    public var stage: HubStage?
    /// The day on which the stage began.
    public var since: CalendarDate
    public var documents: [HubDocument]
    public var isForced: Bool

    public init(
      hub: String? = nil, parks: [RINNumber] = [], stage: HubStage? = nil, since: CalendarDate,
      documents: [HubDocument] = [], isForced: Bool = false
    ) {
      self.hub = hub
      self.parks = parks
      self.stage = stage
      self.since = since
      self.documents = documents
      self.isForced = isForced
    }
  }

  /// The hub as it is to be stored.
  /// - Throws: `PlanningError.invalidInput` for a hub or park that is not there, a stage before the latest one, missing gate
  ///   documents, and missing parameters.
  public func callAsFunction(
    _ request: Request, _ hubs: [EnergyHub], register: Register, library: PlanningLibrary
  ) throws(PlanningError) -> EnergyHub {
    let gates = try HubGates(library, on: request.since)
    let former = former(request, hubs)
    guard let name = former?.name ?? request.hub ?? parkName(request, register) else {
      throw .invalidInput([Self.nobody(request)])
    }
    let joins = request.hub == nil || request.parks.isEmpty
    let parks = (joins ? former?.parks ?? [] : []) + request.parks
    var problems = Self.unknown(request.parks, register) + Self.taken(parks, by: name, hubs)
    let documents = (former?.documents ?? []) + request.documents
    var history = former?.history ?? []
    if let stage = request.stage ?? (former == nil ? .signal : nil) {
      let papers = Set(documents.filter { $0.date <= request.since }.map(\.kind))
      let missing = gates.missing(for: stage, having: papers)
      if !missing.isEmpty, !request.isForced { problems.append(Self.closed(stage, missing)) }
      history.append(HubStep(stage, since: request.since, missing: missing))
    }
    guard problems.isEmpty else { throw .invalidInput(problems) }
    do {
      return try EnergyHub(name: name, parks: parks, history: history, documents: documents)
    } catch { throw .invalidInput(error.problems.map { Self.invalid($0, name) }) }
  }

  private func former(_ request: Request, _ hubs: [EnergyHub]) -> EnergyHub? {
    if let name = request.hub { return hubs.first { $0.name == name } }
    guard let park = request.parks.first else { return hubs.count == 1 ? hubs.first : nil }
    return hubs.first { $0.parks.contains(park) }
  }

  private func parkName(_ request: Request, _ register: Register) -> String? {
    register.parks.first { $0.rin == request.parks.first }?.name
  }
}
