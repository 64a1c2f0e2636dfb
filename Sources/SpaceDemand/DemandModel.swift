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
  public let scenarios: [String]
  let classification: SectorClassification
  let groups: DemandGroups
  let addOns: [AddOn]
  let economy: RegionalEconomy
  let common: RegionCoefficients
  /// Coefficients of their own for the regions that a parameter names; all others share one set.
  let special: [RegionCode: RegionCoefficients]

  /// - Parameters:
  ///   - economy: what the register says; it serves every model on that register.
  ///   - regions: the regions that will be asked about.
  ///   - reader: logs every parameter that is read.
  /// - Throws: `DemandError` with every missing parameter.
  public init(
    economy: RegionalEconomy, classification: SectorClassification, addOns: [AddOn], scenarios: [String],
    regions: [RegionCode], reader: inout ParameterReader
  ) throws(DemandError) {
    self.economy = economy
    self.classification = classification
    self.addOns = addOns
    self.scenarios = scenarios
    let groups = DemandGroups(classification, addOns: addOns)
    self.groups = groups
    let read = { (regions: [String], reader: inout ParameterReader) throws(DemandError) in
      try RegionCoefficients(
        classification: classification, groups: groups, scenarios: scenarios, regions: regions, reader: &reader)
    }
    common = try read([], &reader)
    special = try Self.special(economy.regions, regions, &reader, read)
  }

  /// The model of one register.
  public init(
    register: Register, classification: SectorClassification, addOns: [AddOn], scenarios: [String],
    regions: [RegionCode], reader: inout ParameterReader
  ) throws(DemandError) {
    try self.init(
      economy: RegionalEconomy(register, markets: regions), classification: classification, addOns: addOns,
      scenarios: scenarios, regions: regions, reader: &reader)
  }

  public var startYear: Int { economy.startYear }
  var regions: RegionTable { economy.regions }

  /// The demand of a region from the start year to a horizon.
  public func demand(of region: RegionCode, scenario: String, horizon: Int) -> RegionDemand {
    demand(in: scenario, horizons: [horizon]).demands(of: region)[0]
  }

  /// The demand of any region to several horizons; what regions share is worked out once.
  public func demand(in scenario: String, horizons: [Int]) -> ScenarioDemand {
    ScenarioDemand(self, scenario: scenario, horizons: horizons)
  }

  func demandCase(_ region: RegionCode, _ scenario: String, _ horizon: Int) -> DemandCase {
    DemandCase(region: region, scenario: scenario, horizon: horizon, coefficients: special[region] ?? common)
  }

  private static func special(
    _ table: RegionTable, _ regions: [RegionCode], _ reader: inout ParameterReader,
    _ read: ([String], inout ParameterReader) throws(DemandError) -> RegionCoefficients
  ) throws(DemandError) -> [RegionCode: RegionCoefficients] {
    let named = reader.parameters.namedRegions
    guard !named.isEmpty else { return [:] }
    var special: [RegionCode: RegionCoefficients] = [:]
    for region in regions {
      let chain = table.chain(from: region).map(\.text)
      guard !named.isDisjoint(with: chain) else { continue }
      special[region] = try read(chain, &reader)
    }
    return special
  }
}

/// One region, scenario and horizon with the coefficients that hold there.
struct DemandCase: Sendable {
  let region: RegionCode
  let scenario: String
  let horizon: Int
  let coefficients: RegionCoefficients
}
