import Provenance
import Quantities
import WorkLocations

/// All issuable and planned land of a register, line by line — *aanbod*.
///
/// Only seaport areas and business parks count: economic zones and offices have a market of their own. Source of the
/// concepts: IBIS definitions (domain notes 3.1, 3.2).
public struct SupplyInventory: Sendable {
  /// In the order of municipality, kind and record.
  public let lines: [SupplyLine]
  private let byMunicipality: [RegionCode: [SupplyLine]]
  private let regions: RegionTable

  /// - Throws: `ParameterError` for the first parameter that is missing.
  public init(register: Register, reader: inout ParameterReader) throws(ParameterError) {
    let rules = try SupplyRules(reader: &reader)
    let year = register.referenceDate.year
    let parks = register.parks.filter { LocationType.workLocations.contains($0.type.locationType) }
    let plans = register.records.planCapacities.filter { LocationType.workLocations.contains($0.locationType) }
    let found =
      parks.flatMap { ParkSupply($0, rules: rules, referenceYear: year).lines }
      + plans.map { rules.line(of: $0, referenceYear: year) }
    lines = found.filter { $0.net > .zero }
      .sorted { ($0.municipality, $0.kind, $0.record) < ($1.municipality, $1.kind, $1.record) }
    byMunicipality = Dictionary(grouping: lines, by: \.municipality)
    regions = register.regions
  }

  /// Supply lines of a region.
  public func lines(in region: RegionCode) -> [SupplyLine] {
    regions.municipalities(in: region).flatMap { byMunicipality[$0] ?? [] }
  }
}

extension SupplyRules {
  /// The supply of a plan: one line in the year the plan expects.
  func line(of plan: PlanCapacity, referenceYear: Int) -> SupplyLine {
    SupplyLine(
      kind: plan.hardness.supplyKind, record: plan.id, name: plan.name, municipality: plan.municipality,
      availableFrom: plan.expectedYear ?? referenceYear + Int(planDelay.value),
      byClass: spread(
        plan.area, largestPart: plan.largestPart, category: category(plan.maximumCategory),
        water: plan.isWaterBound ? .wet : .dry),
      assumptions: (plan.maximumCategory?.main == nil ? [.category] : []) + (plan.expectedYear == nil ? [.year] : []),
      origin: plan.origin)
  }

  /// Spreads an area over plot-size classes: the largest contiguous part in its own class, what is left in the class of
  /// the largest piece that can still be in it. Without a largest part the area is taken as one piece.
  func spread(
    _ area: NetHectares, largestPart: NetHectares?, category: CategoryClass, water: WaterAccess
  ) -> [Double] {
    let largest = min(largestPart ?? area, area)
    let rest = area - largest
    var byClass = [Double](repeating: 0, count: SpaceClass.all.count)
    for (piece, amount) in [(largest, largest), (min(largest, rest), rest)] {
      let size = size(squareMetres: SquareMetres(netHectares: piece).value)
      byClass[SpaceClass(category: category, size: size, water: water).index] += amount.value
    }
    return byClass
  }
}

extension PlanHardness {
  /// The kind of supply that a plan of this hardness is.
  public var supplyKind: SupplyKind {
    switch self {
    case .hard: .hardPlan
    case .soft: .softPlan
    case .frozen: .frozen
    }
  }
}
