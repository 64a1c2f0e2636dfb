import Quantities
import WorkLocations

/// How a balance reads — *oordeel*.
public enum Verdict: String, Sendable, Codable, Hashable, CaseIterable {
  case shortage = "tekort"
  case balanced = "in-balans"
  case over = "overaanbod"

  public var label: LocalizedText {
    switch self {
    case .shortage: LocalizedText(nl: "tekort", en: "shortage")
    case .balanced: LocalizedText(nl: "in balans", en: "in balance")
    case .over: LocalizedText(nl: "overaanbod", en: "oversupply")
    }
  }
}

/// Confrontation of one class of land in one market region — *confrontatie per ruimteklasse*.
public struct ClassBalance: Sendable, Codable, Hashable {
  public let spaceClass: SpaceClass
  /// Demand of the class; negative when land comes free.
  public let demand: NetHectares
  /// Usable supply of the class, reserves taken off, freed land included.
  public let supply: NetHectares
  /// Demand met on land of the same class.
  public let servedByOwn: NetHectares
  /// Demand met on stricter land than it needs: mismatch.
  public let servedByStricter: NetHectares
  /// Demand that no fitting land is left for.
  public let shortage: NetHectares
  /// Supply of the class that no demand uses.
  public let unused: NetHectares

  public init(
    spaceClass: SpaceClass, demand: NetHectares, supply: NetHectares, servedByOwn: NetHectares,
    servedByStricter: NetHectares, shortage: NetHectares, unused: NetHectares
  ) {
    self.spaceClass = spaceClass
    self.demand = demand
    self.supply = supply
    self.servedByOwn = servedByOwn
    self.servedByStricter = servedByStricter
    self.shortage = shortage
    self.unused = unused
  }
}

/// Light demand on stricter land than it needs — *mismatch*.
public struct Spill: Sendable, Codable, Hashable {
  public let demand: SpaceClass
  public let land: SpaceClass
  public let area: NetHectares

  public init(demand: SpaceClass, land: SpaceClass, area: NetHectares) {
    self.demand = demand
    self.land = land
    self.area = area
  }
}

/// Classes of demand that need more than all land that fits any of them — *bewijs van tekort*. Demand minus land is the
/// shortage; no other division of the land makes it smaller.
public struct ShortageProof: Sendable, Codable, Hashable {
  public let demandClasses: [SpaceClass]
  public let landClasses: [SpaceClass]
  public let demand: NetHectares
  public let land: NetHectares

  public init(
    demandClasses: [SpaceClass], landClasses: [SpaceClass], demand: NetHectares, land: NetHectares
  ) {
    self.demandClasses = demandClasses
    self.landClasses = landClasses
    self.demand = demand
    self.land = land
  }
}

/// Demand and one reading of supply set against each other — *confrontatie*.
public struct Confrontation: Sendable, Codable, Hashable {
  /// Usable supply after reserves.
  public let usable: NetHectares
  /// Usable supply minus demand; negative is a shortage.
  public let balance: NetHectares
  public let verdict: Verdict
  public let classes: [ClassBalance]
  public let spills: [Spill]
  /// Why the shortage is real; nil without one, and for a sum of market regions.
  public let proof: ShortageProof?

  public init(
    usable: NetHectares, balance: NetHectares, verdict: Verdict, classes: [ClassBalance], spills: [Spill],
    proof: ShortageProof?
  ) {
    self.usable = usable
    self.balance = balance
    self.verdict = verdict
    self.classes = classes
    self.spills = spills
    self.proof = proof
  }

  /// Demand that finds no fitting land, over all classes; may be positive while the total is in balance.
  public var shortage: NetHectares { classes.map(\.shortage).total() }
  public var mismatch: NetHectares { spills.map(\.area).total() }
}

/// Demand against supply in a region, scenario and horizon — *balans*.
public struct RegionBalance: Sendable, Codable, Hashable {
  public let region: RegionCode
  public let scenario: String
  public let startYear: Int
  public let horizon: Int
  public let demand: NetHectares
  /// Net supply per kind available at the horizon, before reserves; frozen plans stand apart.
  public let supply: [SupplyKind: NetHectares]
  /// Land held back so that the market can work, and the iron stock — *frictie en ijzeren voorraad*.
  public let frictionalReserve: NetHectares
  public let ironStock: NetHectares
  /// Against hard supply only, as the Ladder asks.
  public let hard: Confrontation
  /// Against hard supply and the realised share of soft plans, as regional programming asks.
  public let withSoft: Confrontation

  public init(
    region: RegionCode, scenario: String, startYear: Int, horizon: Int, demand: NetHectares,
    supply: [SupplyKind: NetHectares], frictionalReserve: NetHectares, ironStock: NetHectares, hard: Confrontation,
    withSoft: Confrontation
  ) {
    self.region = region
    self.scenario = scenario
    self.startYear = startYear
    self.horizon = horizon
    self.demand = demand
    self.supply = supply
    self.frictionalReserve = frictionalReserve
    self.ironStock = ironStock
    self.hard = hard
    self.withSoft = withSoft
  }

  public var hardSupply: NetHectares { supply.filter { $0.key.isHard }.sorted { $0.key < $1.key }.map(\.value).total() }
  public var softSupply: NetHectares { supply[.softPlan] ?? .zero }
  public var frozenSupply: NetHectares { supply[.frozen] ?? .zero }
}
