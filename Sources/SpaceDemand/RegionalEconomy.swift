import Provenance
import Quantities
import WorkLocations

/// What a register says of jobs, net park area and withdrawals per region, indexed for the demand formulas — *regionale
/// economie*. No parameter comes in: one economy serves every run on a register.
public struct RegionalEconomy: Sendable {
  let startYear: Int
  /// Latest year with observed jobs on or before the reference year; the reference year where there are none.
  let baseYear: Int
  let regions: RegionTable
  let country: RegionCode
  let countryParts: [RegionCode]
  let jobs: ObservedJobs
  let forecasts: JobForecasts
  let stock: ParkStock
  private(set) var withdrawals: PlannedWithdrawals
  /// Sums that a run asks for again and again: of the country, which every region is a share of, and of the market regions.
  var nationalJobs: [String: Double] = [:]
  var nationalStock: [LocationType: Double] = [:]
  var regionalJobs: [RegionCode: [String: Double]] = [:]
  /// The rows that `regionalJobs` are sums of, and those of the markets of the country.
  var observations: [RegionCode: [String: [JobCount]]] = [:]
  var regionalStock: [RegionCode: [LocationType: Double]] = [:]

  /// - Parameter markets: the regions that will be asked about.
  public init(_ register: Register, markets: [RegionCode]) {
    startYear = register.referenceDate.year
    regions = register.regions
    country = register.regions.regions(at: .country).first?.code ?? .netherlands
    countryParts = Self.parts(of: country, in: regions)
    jobs = ObservedJobs(register)
    baseYear = jobs.year
    forecasts = JobForecasts(register, after: jobs.year, markets: markets)
    stock = ParkStock(register.parks)
    withdrawals = PlannedWithdrawals(register, markets: markets)
    sumUpJobs(markets)
    sumUpStock(markets)
  }

  /// The economy after a change in plans or withdrawals only.
  public func withWithdrawals(of register: Register, markets: [RegionCode]) -> RegionalEconomy {
    var economy = self
    economy.withdrawals = PlannedWithdrawals(register, markets: markets)
    return economy
  }

  /// Whether jobs of the region itself, not of its parts, were observed in the base year.
  public func hasOwnJobs(_ region: RegionCode) -> Bool { jobs.isKnown(region) }

  /// The markets of a region, or its municipalities where it is a market itself; none for a municipality.
  static func parts(of region: RegionCode, in table: RegionTable) -> [RegionCode] {
    let markets = table.markets(in: region)
    return (markets == [region] ? table.municipalities(in: region) : markets).filter { $0 != region }
  }
}

/// Observed jobs of the base year, row by row as the register has them.
struct ObservedJobs: Sendable {
  let year: Int
  /// In the order of region and sector.
  private let counts: [JobCount]
  private let rows: [RegionCode: Range<Int>]

  init(_ register: Register) {
    let latest = register.referenceDate.year
    let observed = register.records.jobs.filter { $0.scenario == nil && $0.year <= latest }
    let year = observed.lazy.map(\.year).max() ?? latest
    self.year = year
    counts = observed.filter { $0.year == year }
    rows = Dictionary(counts.runs { $0.region }.map { ($0.key, $0.rows) }, uniquingKeysWith: { first, _ in first })
  }

  func isKnown(_ region: RegionCode) -> Bool { rows[region] != nil }

  func of(_ region: RegionCode) -> ArraySlice<JobCount> { rows[region].map { counts[$0] } ?? [] }
}

/// Plans to take land out of the stock, per region in the order of year and identifier.
struct PlannedWithdrawals: Sendable {
  private let startYear: Int
  private let regions: RegionTable
  private let byMunicipality: [RegionCode: [Withdrawal]]
  private var byMarket: [RegionCode: [Withdrawal]] = [:]

  init(_ register: Register, markets: [RegionCode]) {
    startYear = register.referenceDate.year
    regions = register.regions
    byMunicipality = Dictionary(grouping: register.records.withdrawals, by: \.municipality)
    for market in markets { byMarket[market] = ordered(market) }
  }

  /// Withdrawals of a region after the start year.
  func of(_ region: RegionCode) -> [Withdrawal] { byMarket[region] ?? ordered(region) }

  private func ordered(_ region: RegionCode) -> [Withdrawal] {
    regions.municipalities(in: region).flatMap { byMunicipality[$0] ?? [] }.filter { $0.year > startYear }
      .sorted { ($0.year, $0.id) < ($1.year, $1.id) }
  }
}
