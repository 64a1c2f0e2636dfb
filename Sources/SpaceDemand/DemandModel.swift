import Provenance
import Quantities
import WorkLocations

/// Demand for room by the terreinquotiënt method, with replacement and add-ons — *ruimtevraag*.
///
/// Formula, for sector s, region r, location type l, year t, start year t₀ (the register's reference year):
///
///     J(s,r,t)         = J(s,r) × Π (1 + g(s,y))                     jobs; RateTimeline.compoundFactor
///     P(s,l,t)         = min(1, P(s,l) × (1 + Σ p(s,y)))             location-type preference, share
///     c(s,r,l)         = land share / jobs share for seaports, else 1
///     Q(s,l,t)         = Q(s,l) × (1 + Σ q(s,y))                     net land per job, m²
///     area(s,r,l,t)    = J(s,r,t) × P(s,l,t) × c(s,r,l) × Q(s,l,t) / 10 000      ha net
///     expansion(s,r,l) = area(t₁) − area(t₀)                         may be negative, never clipped
///     replacement(r)   = Σ withdrawn area × share that returns × Q_new/Q_old
///     additional(r)    = Σ add-ons: ha a year × years × the region's share
///     demand(r)        = expansion + replacement + additional
///     gross            = net / (1 − public share)
///
/// Seaport land follows the ports, not the jobs around them: the seaport jobs of a region are the national ones times the
/// region's share of seaport land. A region with seaport land but without a job in the sector takes none.
///
/// Every formula is written once over `Derivation`: as numbers for `demand`, as a tree for `explanation`.
///
/// Source: CPB, Bedrijfslocatiemonitor, opzet en recente aanpassingen (2002); drift of Q: PBL open Ruimtescanner. Valid for
/// COROP areas and larger over ten years and more; not for one year or one park. The article:
/// Documentation/Methods/vraag-en-balans.md.
public struct DemandModel: Sendable {
  public let startYear: Int
  public let scenarios: [String]
  let regions: RegionTable
  let classification: SectorClassification
  let addOns: [AddOn]
  let economy: RegionalEconomy
  let withdrawals: [RegionCode: [Withdrawal]]
  let common: RegionCoefficients
  let special: [RegionCode: RegionCoefficients]

  /// - Parameters:
  ///   - regions: the regions that will be asked about.
  ///   - reader: logs every parameter that is read.
  /// - Throws: `DemandError` with every missing parameter.
  public init(
    register: Register, classification: SectorClassification, addOns: [AddOn], scenarios: [String],
    regions: [RegionCode], reader: inout ParameterReader
  ) throws(DemandError) {
    self.regions = register.regions
    self.classification = classification
    self.addOns = addOns
    self.scenarios = scenarios
    startYear = register.referenceDate.year
    economy = RegionalEconomy(register, markets: regions)
    withdrawals = Dictionary(grouping: register.records.withdrawals, by: \.municipality)
    common = try RegionCoefficients(
      classification: classification, scenarios: scenarios, regions: [], reader: &reader)
    special = try Self.special(register, classification, scenarios, regions, &reader)
  }

  /// The demand of a region from the start year to a horizon.
  public func demand(of region: RegionCode, scenario: String, horizon: Int) -> RegionDemand {
    demand(demandCase(region, scenario, horizon), from: start(of: region, scenario: scenario))
  }

  /// The demand of a region to several horizons; what holds at the start is worked out once.
  public func demands(of region: RegionCode, scenario: String, horizons: [Int]) -> [RegionDemand] {
    let start = start(of: region, scenario: scenario)
    return horizons.map { demand(demandCase(region, scenario, $0), from: start) }
  }

  private func demand(_ item: DemandCase, from start: DemandStart) -> RegionDemand {
    let end: [Double] = jobs(item, item.horizon)
    let expansion = expansion(item, from: start.land, to: land(item, end, item.horizon))
    let amounts = expansion + replacement(item, start.land) + additional(item)
    return RegionDemand(
      region: item.region, scenario: item.scenario, startYear: startYear, horizon: item.horizon,
      jobsAtStart: Jobs(start.jobs.reduce(0, +)), jobsAtHorizon: Jobs(end.reduce(0, +)), lines: amounts.map(\.line),
      segments: Self.segments(amounts, groups: classification.groups))
  }

  private func start(of region: RegionCode, scenario: String) -> DemandStart {
    let item = demandCase(region, scenario, startYear)
    let jobs: [Double] = jobs(item, startYear)
    return DemandStart(jobs: jobs, land: land(item, jobs, startYear))
  }

  func demandCase(_ region: RegionCode, _ scenario: String, _ horizon: Int) -> DemandCase {
    DemandCase(region: region, scenario: scenario, horizon: horizon, coefficients: special[region] ?? common)
  }

  /// A line with the way it spreads over classes of land.
  struct Amount {
    let line: DemandLine
    let profile: SegmentProfile
  }

  /// Coefficients of their own for the regions that a parameter names; all others share one set.
  private static func special(
    _ register: Register, _ classification: SectorClassification, _ scenarios: [String], _ regions: [RegionCode],
    _ reader: inout ParameterReader
  ) throws(DemandError) -> [RegionCode: RegionCoefficients] {
    let named = reader.parameters.namedRegions
    guard !named.isEmpty else { return [:] }
    var special: [RegionCode: RegionCoefficients] = [:]
    for region in regions {
      let chain = register.regions.chain(from: region).map(\.text)
      guard !named.isDisjoint(with: chain) else { continue }
      special[region] = try RegionCoefficients(
        classification: classification, scenarios: scenarios, regions: chain, reader: &reader)
    }
    return special
  }

  private static func segments(_ amounts: [Amount], groups: [SectorGroup]) -> [String: [Double]] {
    let empty = [Double](repeating: 0, count: SpaceClass.all.count)
    var segments = Dictionary(groups.map { ($0.id, empty) }, uniquingKeysWith: { first, _ in first })
    for amount in amounts where amount.line.net != .zero {
      let net = amount.line.net.value
      for (index, share) in amount.profile.shares.enumerated() where share != 0 {
        segments[amount.line.sectorGroup, default: empty][index] += net * share
      }
    }
    return segments
  }
}

/// Jobs per sector and land per sector and location type of a region at the start.
private struct DemandStart {
  let jobs: [Double]
  let land: [SectorLand]
}

/// One region, scenario and horizon with the coefficients that hold there.
struct DemandCase: Sendable {
  let region: RegionCode
  let scenario: String
  let horizon: Int
  let coefficients: RegionCoefficients
}
