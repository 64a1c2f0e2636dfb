import PlaneGeometry
import Provenance
import Quantities

/// Status of a plot in the provincial register — *kavelstatus*.
public struct PlotStatus: OpenCode {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let immediatelyIssuable = Self(rawValue: "Terstond uitgeefbaar")
  public static let laterIssuable = Self(rawValue: "Niet terstond uitgeefbaar")
  public static let option = Self(rawValue: "Optie")
  public static let issued = Self(rawValue: "Uitgegeven")
  public static let publicSpace = Self(rawValue: "Openbare ruimte")
  public static let housing = Self(rawValue: "Woonbebouwing")
  public static let unknown = Self(rawValue: "Niet bekend")

  public static let known: [Self: LocalizedText] = [
    immediatelyIssuable: LocalizedText(nl: "terstond uitgeefbaar", en: "immediately issuable"),
    laterIssuable: LocalizedText(nl: "niet terstond uitgeefbaar", en: "issuable later"),
    option: LocalizedText(nl: "optie", en: "option"), issued: LocalizedText(nl: "uitgegeven", en: "issued"),
    publicSpace: LocalizedText(nl: "openbare ruimte", en: "public space"),
    housing: LocalizedText(nl: "woonbebouwing", en: "housing"),
    unknown: LocalizedText(nl: "niet bekend", en: "not known"),
  ]

  /// Whether the plot counts in the net area of its park.
  public var countsAsNet: Bool { [.immediatelyIssuable, .laterIssuable, .option, .issued].contains(self) }
}

/// A plot of a work location — *kavel*.
public struct Plot: Sendable, Hashable, Identifiable {
  public let id: String
  public let park: RINNumber
  public let status: PlotStatus
  /// `gemeente` or `particulier`, as the source writes it.
  public let owner: String?
  public let area: SquareMetres
  public let category: EnvironmentalCategory?
  public let outline: MultiPolygon?
  public let origin: Origin

  public init(
    id: String, park: RINNumber, status: PlotStatus, owner: String? = nil, area: SquareMetres,
    category: EnvironmentalCategory? = nil, outline: MultiPolygon? = nil, origin: Origin
  ) throws(InvalidRecord) {
    try InvalidRecord.check([InvalidRecord.empty("kavel_id", id), InvalidRecord.negative("kaveloppervlak", area)])
    self.id = id
    self.park = park
    self.status = status
    self.owner = owner
    self.area = area
    self.category = category
    self.outline = outline
    self.origin = origin
  }
}
