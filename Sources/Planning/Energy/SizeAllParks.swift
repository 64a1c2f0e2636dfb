import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// Sizes a hub for every park of a register, hour by hour — *dimensionering van alle terreinen*.
///
/// Loads are those of the energy scan, which knows no meter; prices are those of a study, or the synthetic ones of the embedded
/// example. Every answer carries the certificate of a single park: what cannot prove itself is counted, never shown as a number.
public struct SizeAllParks: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    public var region: RegionCode
    /// Folder of a study whose prices hold; nil takes the synthetic prices of the embedded example.
    public var prices: String?
    /// Largest group contract, as a share of what the firms have contracted.
    public var contractShare: Double

    public init(region: RegionCode = .netherlands, prices: String? = nil, contractShare: Double = 1) {
      self.region = region
      self.prices = prices
      self.contractShare = contractShare
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let register: RegisterSummary
    public let region: RegionSummary
    /// Whose prices, and whether they were generated.
    public let prices: String
    public let hasSyntheticPrices: Bool
    /// Hours of the year.
    public let steps: Int
    /// The region, then its provinces where it holds more than one.
    public let totals: [Total]
    /// By what a hub saves a year against every firm by itself, most first; parks without an answer last.
    public let parks: [Park]
    public let parameters: [ParameterReading]
    public let bibliography: [BibliographicSource]
    public let diagnostics: [Diagnostic]
  }

  public struct Park: Codable, Sendable, Equatable {
    public let rin: RINNumber
    public let name: String
    public let municipality: RegionCode
    public let province: RegionCode?
    /// Net land less what is still issuable.
    public let area: NetHectares
    /// kWh a year.
    public let electricity: Double
    /// kW that the firms are thought to have contracted together.
    public let contracted: Double
    /// EUR a year with every firm by itself, and with one contract and nothing built.
    public let separate: Double
    public let joint: Double
    public let hub: Hub?
    /// Why there is no hub.
    public let failure: Failure?
  }

  /// Sizes that prove to be the cheapest.
  public struct Hub: Codable, Sendable, Equatable {
    /// kW of quarter-hours.
    public let contract: Double
    /// kWp, kWh and kW.
    public let panels: Double
    public let batteryEnergy: Double
    public let batteryPower: Double
    /// EUR a year, and what nobody can undercut.
    public let cost: Double
    public let lowerBound: Double
    /// Difference between both as a share of the cost, and the largest excess over any limit, kW or kWh.
    public let gap: Double
    public let largestViolation: Double
    public let rounds: Int
  }

  public enum Failure: Codable, Sendable, Equatable {
    /// Nothing fits; kW of contract with which it would, nil when a larger one is no help.
    case impossible(contractNeeded: Double?)
    /// No answer that proves itself was found.
    case unproven
  }

  /// Sums over parks; money and sizes over those with a hub, so that they can be compared.
  public struct Total: Codable, Sendable, Equatable {
    public let region: RegionCode
    public let name: String
    public let parks: Int
    public let hubs: Int
    public let impossible: Int
    public let unproven: Int
    public let electricity: Double
    public let contracted: Double
    public let contract: Double
    public let panels: Double
    public let batteryEnergy: Double
    public let batteryPower: Double
    public let separate: Double
    public let joint: Double
    public let cost: Double
    public let lowerBound: Double
    /// The largest of all parks, as a share of the cost.
    public let gap: Double
  }

  /// - Parameter progress: told how many of how many parks are done, one call at a time.
  /// - Throws: `PlanningError` for an unknown region, prices that do not fit and every missing parameter.
  public func callAsFunction(
    _ request: Request, register: Register, library: PlanningLibrary, in environment: Environment,
    progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws -> Response {
    try self(request, register: register, library: library, progress: progress) {
      try request.prices.map { try ReadEnergyCase()(.init(path: $0), library: library, in: environment) }
    }
  }

  /// - Parameter study: whose prices hold; nil takes those of the embedded example.
  package func callAsFunction(
    _ request: Request, register: Register, library: PlanningLibrary,
    progress: @Sendable (Int, Int) -> Void = { _, _ in }, prices study: () throws -> EnergyCase?
  ) throws -> Response {
    guard register.regions[request.region] != nil else {
      throw PlanningError.invalidInput([ScanEnergy.noRegion(request.region)])
    }
    try Self.check(request.contractShare)
    let year = ProfileYear(register.referenceDate.year, step: .hour)
    let settings = try EnergyScanSettings(library, on: register.referenceDate)
    let terms = try HubTerms(library, year: year.year)
    let prices = try study().map { try HourlyPrices($0, on: year) } ?? HourlyPrices(exampleOf: year)
    let run = EnergyScanRun(register, settings: settings, sectors: library.sectors)
    let studies = ScannedStudies(
      run, kinds: library.sectors.groups.map(\.id), year: year, prices: prices, terms: terms,
      contractShare: request.contractShare)
    let inside = Set(register.regions.municipalities(in: request.region))
    let places = run.parks.indices.filter { inside.contains(run.parks[$0].municipality) }
    let parks = Parallel.map(places, progress: { progress($0, places.count) }) { place in
      Park(run.parks[place], register.regions, studies.study(place), quarter: studies.quarter)
    }
    let scan = run.response(ScanEnergy.Request(region: request.region), library)
    let readings = (settings.readings + terms.readings).orderedByPath()
    return Response(
      request: request, register: scan.register, region: scan.region, prices: prices.name,
      hasSyntheticPrices: prices.isSynthetic, steps: year.count,
      totals: Total.all(parks, request.region, register.regions), parks: parks.sorted(by: Park.savesMore),
      parameters: readings, bibliography: library.cited(by: readings),
      diagnostics: scan.diagnostics + prices.diagnostics)
  }

  /// - Throws: `PlanningError.invalidInput` for a share that cannot be.
  static func check(_ share: Double) throws(PlanningError) {
    guard share > 0, share.isFinite else { throw .invalidInput([noShare(share)]) }
  }

  private static func noShare(_ share: Double) -> Diagnostic {
    Diagnostic(
      .error, "energy-scan.contract-share", value: "\(share)",
      message: LocalizedText(
        nl: "het groepscontract moet groter dan nul zijn", en: "the group contract must be above zero"),
      remedy: LocalizedText(
        nl: "Geef een deel van de contracten, bijvoorbeeld 0.8; 1 is alles.",
        en: "Give a share of the contracts, for example 0.8; 1 is all of them."))
  }
}
