import Provenance
import Quantities
import WorkLocations

/// Issuable or planned land as the register has it, before any parameter says what it is worth — *aanbodpost in het register*.
struct SupplyRecord: Sendable {
  /// A piece of land that shows how the area spreads over sizes.
  struct Piece: Sendable {
    let area: SquareMetres
    let category: Category
  }

  /// Highest environmental category; plots without one have that of their park.
  enum Category: Sendable {
    case main(Int)
    /// A code without a main category.
    case unknown
    case asPark

    init(_ code: EnvironmentalCategory?) { self = code?.main.map(Category.main) ?? .unknown }
  }

  let kind: SupplyKind
  let record: String
  let name: String
  let municipality: RegionCode
  /// First year of issue; nil where the register names none.
  let year: Int?
  let area: NetHectares
  /// Largest contiguous part, where there are no pieces.
  let largestPart: NetHectares?
  let pieces: [Piece]
  let category: Category
  let water: WaterAccess
  let origin: Origin
}

/// All issuable and planned land of a register, in the order of municipality, kind and record — *aanbod in het register*. No
/// parameter comes in: it serves every `SupplyInventory` on the register.
///
/// Only seaport areas and business parks count: economic zones and offices have a market of their own.
public struct SupplyRecords: Sendable {
  let referenceYear: Int
  let regions: RegionTable
  let records: [SupplyRecord]
  /// Those of parks, which most changes leave as they are.
  private let ofParks: [SupplyRecord]

  public init(_ register: Register) {
    let year = register.referenceDate.year
    let parks = register.parks
    var records: [SupplyRecord] = []
    for index in parks.indices where LocationType.workLocations.contains(parks[index].type.locationType) {
      records += ParkSupply(parks[index], referenceYear: year).records
    }
    self.init(register, ofParks: Self.ordered(records))
  }

  /// The supply after a change in plans only.
  public func withPlans(of register: Register) -> SupplyRecords { SupplyRecords(register, ofParks: ofParks) }

  private init(_ register: Register, ofParks: [SupplyRecord]) {
    referenceYear = register.referenceDate.year
    regions = register.regions
    self.ofParks = ofParks
    let plans = register.records.planCapacities.filter { LocationType.workLocations.contains($0.locationType) }
    records = Self.merged(ofParks, Self.ordered(plans.map(SupplyRecord.init)))
  }

  private static func ordered(_ records: [SupplyRecord]) -> [SupplyRecord] { records.sorted(by: precedes) }

  private static func precedes(_ one: SupplyRecord, _ other: SupplyRecord) -> Bool {
    (one.municipality, one.kind, one.record) < (other.municipality, other.kind, other.record)
  }

  /// Two ordered lists as one; of equal records those of the first list come first.
  private static func merged(_ first: [SupplyRecord], _ second: [SupplyRecord]) -> [SupplyRecord] {
    var merged: [SupplyRecord] = []
    merged.reserveCapacity(first.count + second.count)
    var rest = first[...]
    for record in second {
      let before = rest.prefix { !precedes(record, $0) }
      merged += before
      merged.append(record)
      rest = rest[before.endIndex...]
    }
    return merged + rest
  }
}

extension SupplyRecord {
  /// A plan is one piece of land in the year that it expects.
  init(_ plan: PlanCapacity) {
    self.init(
      kind: plan.hardness.supplyKind, record: plan.id, name: plan.name, municipality: plan.municipality,
      year: plan.expectedYear, area: plan.area, largestPart: plan.largestPart, pieces: [],
      category: Category(plan.maximumCategory), water: plan.isWaterBound ? .wet : .dry, origin: plan.origin)
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
