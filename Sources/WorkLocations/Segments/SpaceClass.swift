import Quantities

/// Where jobs settle in the demand model — *locatietype*. "Formal" types are in the register, informal is the rest.
public enum LocationType: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  case seaport
  case businessPark = "business-park"
  case office
  case informal

  public static func < (left: Self, right: Self) -> Bool {
    ordered.firstIndex(of: left)! < ordered.firstIndex(of: right)!
  }

  /// The cases once: `allCases` makes a new list at every call.
  private static let ordered = allCases

  public var label: LocalizedText {
    switch self {
    case .seaport: LocalizedText(nl: "zeehaventerrein", en: "seaport area")
    case .businessPark: LocalizedText(nl: "bedrijventerrein", en: "business park")
    case .office: LocalizedText(nl: "kantoorlocatie of economische zone", en: "office site or economic zone")
    case .informal: LocalizedText(nl: "informele locatie", en: "informal location")
    }
  }

  /// The types whose land is confronted with the register's supply.
  public static let workLocations: [LocationType] = [.seaport, .businessPark]
}

/// Highest environmental category needed or allowed, in the classes that are confronted — *milieucategorieklasse*.
public enum CategoryClass: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  case upTo2 = "c2"
  case upTo3 = "c3"
  case upTo4 = "c4"
  case upTo6 = "c5"

  /// Place among the cases, from light to heavy.
  public var rank: Int {
    switch self {
    case .upTo2: 0
    case .upTo3: 1
    case .upTo4: 2
    case .upTo6: 3
    }
  }
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// The class of a main category 1 to 6.
  public init(mainCategory: Int) {
    switch mainCategory {
    case ...2: self = .upTo2
    case 3: self = .upTo3
    case 4: self = .upTo4
    default: self = .upTo6
    }
  }

  public var label: LocalizedText {
    switch self {
    case .upTo2: LocalizedText(nl: "categorie 1-2", en: "category 1-2")
    case .upTo3: LocalizedText(nl: "categorie 3", en: "category 3")
    case .upTo4: LocalizedText(nl: "categorie 4", en: "category 4")
    case .upTo6: LocalizedText(nl: "categorie 5-6", en: "category 5-6")
    }
  }
}

/// Plot-size class — *kavelgrootteklasse*; the borders are parameters (`segments/size-boundary-…`).
public enum PlotSizeClass: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  case small, medium, large

  /// Place among the cases, from small to large.
  public var rank: Int {
    switch self {
    case .small: 0
    case .medium: 1
    case .large: 2
    }
  }
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  public var label: LocalizedText {
    switch self {
    case .small: LocalizedText(nl: "klein (< 0,5 ha)", en: "small (< 0.5 ha)")
    case .medium: LocalizedText(nl: "middel (0,5-5 ha)", en: "medium (0.5-5 ha)")
    case .large: LocalizedText(nl: "groot (≥ 5 ha)", en: "large (≥ 5 ha)")
    }
  }
}

/// Whether a quay is needed or present — *watergebonden*.
public enum WaterAccess: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
  case dry, wet

  /// Place among the cases: land at the water is the stricter.
  public var rank: Int {
    switch self {
    case .dry: 0
    case .wet: 1
    }
  }
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  public var label: LocalizedText {
    switch self {
    case .dry: LocalizedText(nl: "droog", en: "dry")
    case .wet: LocalizedText(nl: "aan het water", en: "water-bound")
    }
  }
}

/// What land can host, or what demand needs of it: category, plot size and water together — *ruimteklasse*.
///
/// Land of one class serves demand of another when it is at least as strict in all three respects (`serves`).
public struct SpaceClass: Sendable, Codable, Hashable, Comparable {
  public let category: CategoryClass
  public let size: PlotSizeClass
  public let water: WaterAccess

  public init(category: CategoryClass, size: PlotSizeClass, water: WaterAccess) {
    self.category = category
    self.size = size
    self.water = water
  }

  /// All classes from light to strict: water counts most, then category, then size. The position in this list is `index`.
  public static let all: [SpaceClass] = WaterAccess.allCases.flatMap { water in
    CategoryClass.allCases.flatMap { category in
      PlotSizeClass.allCases.map { SpaceClass(category: category, size: $0, water: water) }
    }
  }

  public var index: Int { (water.rank * Self.categoryCount + category.rank) * Self.sizeCount + size.rank }

  private static let categoryCount = CategoryClass.allCases.count
  private static let sizeCount = PlotSizeClass.allCases.count

  /// Whether land of this class can host demand of `demand`'s class: heavy land takes light demand, never the reverse.
  public func serves(_ demand: SpaceClass) -> Bool {
    category >= demand.category && size >= demand.size && water >= demand.water
  }

  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }

  public var label: LocalizedText {
    category.label + LocalizedText(both: ", ") + size.label + LocalizedText(both: ", ") + water.label
  }

  /// Short stable name for tables and paths: `c4-large-wet`.
  public var code: String { "\(category.rawValue)-\(size.rawValue)-\(water.rawValue)" }
}

/// A segment of demand — *marktsegment*: sector group and class of land.
public struct Segment: Sendable, Codable, Hashable, Comparable {
  public let sectorGroup: String
  public let spaceClass: SpaceClass

  public init(sectorGroup: String, spaceClass: SpaceClass) {
    self.sectorGroup = sectorGroup
    self.spaceClass = spaceClass
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.sectorGroup, left.spaceClass) < (right.sectorGroup, right.spaceClass)
  }
}
