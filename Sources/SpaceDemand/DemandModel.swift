import Provenance
import Quantities
import WorkLocations

/// Demand for room by the terreinquotiënt method, with replacement and add-ons — *ruimtevraag*.
///
/// Formula, for sector s, region r, location type l, year t, start year t₀ (the register's reference year):
///
///     jobs(s,r,t)      = J(s,r) × Π (1 + g(s,y))                     JobGrowth
///     P(s,l,t)         = min(1, P(s,l) × (1 + p(s) × (t − t₀)))      location-type preference, share
///     Q(s,l,t)         = Q(s,l) × (1 + q(s) × (t − t₀))              net land per job, m²
///     area(s,r,l,t)    = jobs(s,r,t) × P(s,l,t) × Q(s,l,t) / 10 000  ha net
///     expansion(s,r,l) = area(t₁) − area(t₀)                         may be negative, never clipped
///     replacement(r)   = Σ withdrawn area × share that returns × Q_new/Q_old
///     additional(r)    = Σ add-ons: ha a year × years × the region's share
///     demand(r)        = expansion + replacement + additional
///     gross            = net / (1 − public share)
///
/// Seaport land follows the ports, not the jobs around them: the seaport jobs of a region are the national ones times the
/// region's share of seaport land.
///
/// Source: CPB, Bedrijfslocatiemonitor, opzet en recente aanpassingen (2002); drift of Q: PBL open Ruimtescanner. Valid for
/// COROP areas and larger over ten years and more; not for one year or one park. The article: Documentation/Methods.
public struct DemandModel: Sendable {
  public let startYear: Int
  public let scenarios: [String]
  let register: Register
  let classification: SectorClassification
  let addOns: [AddOn]
  let economy: RegionalEconomy
  private let common: RegionCoefficients
  private let special: [RegionCode: RegionCoefficients]

  /// - Parameters:
  ///   - regions: the regions that will be asked about.
  ///   - reader: logs every parameter that is read.
  /// - Throws: `DemandError` with every missing parameter.
  public init(
    register: Register, classification: SectorClassification, addOns: [AddOn], scenarios: [String],
    regions: [RegionCode], reader: inout ParameterReader
  ) throws(DemandError) {
    self.register = register
    self.classification = classification
    self.addOns = addOns
    self.scenarios = scenarios
    startYear = register.referenceDate.year
    economy = RegionalEconomy(register)
    common = try RegionCoefficients(
      classification: classification, scenarios: scenarios, regions: [], reader: &reader)
    special = try Self.special(register, classification, scenarios, regions, &reader)
  }

  /// The demand of a region from the start year to a horizon.
  public func demand(of region: RegionCode, scenario: String, horizon: Int) -> RegionDemand {
    let lines = amounts(of: region, scenario: scenario, horizon: horizon)
    return RegionDemand(
      region: region, scenario: scenario, startYear: startYear, horizon: horizon,
      jobsAtStart: totalJobs(region, scenario, startYear), jobsAtHorizon: totalJobs(region, scenario, horizon),
      lines: lines.map(\.line), segments: Self.segments(lines, groups: classification.groups))
  }

  func coefficients(for region: RegionCode) -> RegionCoefficients { special[region] ?? common }

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

  private func totalJobs(_ region: RegionCode, _ scenario: String, _ year: Int) -> Jobs {
    Jobs(
      coefficients(for: region).sectors.reduce(0) { $0 + jobs(region, $1, scenario, year) })
  }

  private static func segments(_ amounts: [Amount], groups: [SectorGroup]) -> [String: [Double]] {
    let empty = [Double](repeating: 0, count: SpaceClass.all.count)
    var segments = Dictionary(uniqueKeysWithValues: groups.map { ($0.id, empty) })
    for amount in amounts {
      let net = amount.line.net.value
      for (index, share) in amount.profile.shares.enumerated() where share != 0 {
        segments[amount.line.sectorGroup, default: empty][index] += net * share
      }
    }
    return segments
  }
}
