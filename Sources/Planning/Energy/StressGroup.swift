import EnergyHubs
import Provenance
import Quantities

/// What an event does to a group that has built and contracted — *tegenvallers van een groep*: a member leaves, the battery
/// fails, a cold year comes, or the prices of another year hold.
///
/// Sizes and contract are those chosen for the year as planned, and stay. Under each event the operation is chosen anew at the
/// least cost, with proof; where the contract is too small then, the group takes the contract that it needs. Costs are all of
/// the hub's: energy with the wear of the battery, contract, monthly peaks, panels and battery. Each member pays the energy
/// that it would buy by itself; all else, what the joint operation saves on energy included, is divided by the key. A member
/// that leaves takes the panels on its roof with it, and its part of their price.
public struct StressGroup: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Key, contract and draws; without a contract the group takes the one that sizing chooses.
    public var division: DivideGroup.Request
    /// Degree days of the cold year over ordinary ones; nil takes the coldest weather year of the library.
    public var degreeDays: Double?

    public init(division: DivideGroup.Request = .init(), degreeDays: Double? = nil) {
      self.division = division
      self.degreeDays = degreeDays
    }
  }

  /// - Parameter prices: of another year; nil asks nothing about prices.
  /// - Throws: `PlanningError.invalidInput` for a park without connections, an unknown key, a factor that cannot be, sizes that
  ///   cannot be found, and missing parameters.
  public func callAsFunction(
    _ request: Request, _ park: EnergyCase, prices: PriceYear? = nil, library: PlanningLibrary
  ) throws(PlanningError) -> Response {
    let (run, readings) = try prepared(request, park, prices, library)
    return try run.response(readings)
  }

  /// The run with the parameters that it was made of.
  func prepared(
    _ request: Request, _ park: EnergyCase, _ prices: PriceYear?, _ library: PlanningLibrary
  ) throws(PlanningError) -> (run: StressRun, readings: [ParameterReading]) {
    guard let key = DivisionKey(rawValue: request.division.key), !park.connections.isEmpty else {
      throw .invalidInput(DivideGroup.problems(request.division, park))
    }
    if let factor = request.degreeDays, !(factor > 0 && factor.isFinite) { throw .invalidInput([Self.factor(factor)]) }
    var reader = ParameterReader(library.parameters, on: CalendarDate(startOf: park.year.year))
    let weather: StressWeather
    do {
      weather = try StressWeather(request, &reader)
    } catch { throw .missing([error]) }
    let plan = try Self.plan(request, park)
    return (StressRun(request, key, plan: plan, weather: weather, prices: prices), reader.readings)
  }

  /// The sizes of the year as planned.
  private static func plan(_ request: Request, _ park: EnergyCase) throws(PlanningError) -> StressPlan {
    do {
      let found = try park.hubCases(.init(), contract: request.division.contract)[0]
      let sizes = HubSizes(found.found.answer.sizes, found.park)
      return StressPlan(sizes: sizes.without(below: Self.nothing * (park.load.max() ?? 0)), found: found)
    } catch { throw SizeHub.planningError(error) }
  }

  /// Sizes below this share of the peak are what an interior point leaves of nothing.
  private static let nothing = 1e-6

  private static func factor(_ value: Double) -> Diagnostic {
    Diagnostic(
      .error, "energy-group.cold-year", value: "\(value)",
      message: LocalizedText(
        nl: "de graaddagen van een koud jaar zijn een positief veelvoud van die van een gewoon jaar",
        en: "the degree days of a cold year are a positive multiple of those of an ordinary year"),
      remedy: LocalizedText(nl: "Geef bijvoorbeeld 1.15.", en: "Give 1.15, for instance."))
  }
}
