import Provenance
import Quantities
import WorkLocations

/// Jobs and net park area per region, indexed for the demand formulas — *regionale economie*.
struct RegionalEconomy: Sendable {
  /// A forecast of jobs that the user brought, ascending in time.
  typealias Forecast = [(year: Int, jobs: Double)]

  /// Latest year with observed jobs on or before the reference year; the reference year where there are none.
  let baseYear: Int
  /// Observed jobs in the base year.
  private var observed: [RegionCode: [String: Double]] = [:]
  private var forecasts: [String: [RegionCode: [String: Forecast]]] = [:]
  private var netStock: [LocationType: [RegionCode: Double]] = [:]
  private var nationalJobs: [String: Double] = [:]
  private let regions: RegionTable

  init(_ register: Register) {
    regions = register.regions
    let observations = register.records.jobs.filter { $0.scenario == nil && $0.year <= register.referenceDate.year }
    baseYear = observations.map(\.year).max() ?? register.referenceDate.year
    index(observations)
    index(forecasts: register.records.jobs)
    index(register.parks)
  }

  /// Observed jobs of a sector in a region: its own record, else the sum of its municipalities.
  func jobs(_ region: RegionCode, _ sector: String) -> Double {
    if let own = observed[region]?[sector] { return own }
    return members(of: region).reduce(0) { $0 + (observed[$1]?[sector] ?? 0) }
  }

  func jobsInCountry(_ sector: String) -> Double { nationalJobs[sector] ?? 0 }

  /// Forecast the user brought for a region: its own rows, else the sum over municipalities that all have the same years.
  func forecast(_ region: RegionCode, _ sector: String, _ scenario: String) -> Forecast {
    guard let byRegion = forecasts[scenario] else { return [] }
    if let own = byRegion[region]?[sector] { return own }
    return Self.sum(members(of: region).map { byRegion[$0]?[sector] ?? [] })
  }

  /// Net area of the parks of a location type, ha.
  func stock(_ region: RegionCode, _ type: LocationType) -> Double {
    guard let byMunicipality = netStock[type] else { return 0 }
    return members(of: region).reduce(0) { $0 + (byMunicipality[$1] ?? 0) }
  }

  func stockInCountry(_ type: LocationType) -> Double {
    (netStock[type] ?? [:]).sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
  }

  private func members(of region: RegionCode) -> [RegionCode] { regions.municipalities(in: region) }

  private mutating func index(_ observations: [JobCount]) {
    for count in observations where count.year == baseYear {
      observed[count.region, default: [:]][count.sector, default: 0] += count.jobs.value
      nationalJobs[count.sector, default: 0] += count.jobs.value
    }
  }

  private mutating func index(forecasts counts: [JobCount]) {
    for count in counts {
      guard let scenario = count.scenario else { continue }
      forecasts[scenario, default: [:]][count.region, default: [:]][count.sector, default: []]
        .append((count.year, count.jobs.value))
    }
    forecasts = forecasts.mapValues { regions in
      regions.mapValues { sectors in sectors.mapValues { $0.sorted { $0.year < $1.year } } }
    }
  }

  private mutating func index(_ parks: [WorkLocation]) {
    for park in parks {
      let net = park.attributes.net?.value ?? 0
      netStock[park.type.locationType, default: [:]][park.municipality, default: 0] += net
    }
  }

  private static func sum(_ parts: [Forecast]) -> Forecast {
    let years = Set(parts.flatMap { $0.map(\.year) }).sorted()
    let complete = years.filter { year in parts.allSatisfy { $0.contains { $0.year == year } } }
    return complete.map { year in
      (year, parts.reduce(0) { sum, part in sum + (part.first { $0.year == year }?.jobs ?? 0) })
    }
  }
}
