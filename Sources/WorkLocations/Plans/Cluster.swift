import PlaneGeometry
import Provenance
import Quantities

/// A group of parks with one function: an industry cluster or a campus — *cluster*. A park may be in several.
public struct Cluster: Sendable, Codable, Hashable, Identifiable {
  public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
    case industryCluster = "industriecluster"
    case campus

    public var label: LocalizedText {
      switch self {
      case .industryCluster: LocalizedText(nl: "industriecluster", en: "industry cluster")
      case .campus: LocalizedText(nl: "campus", en: "campus")
      }
    }
  }

  public let id: String
  public let name: String
  public let kind: Kind
  /// For a campus: idee, opstart, groei or volwassen; nil when not known.
  public let phase: String?
  public let municipalities: [RegionCode]
  public let parks: [RINNumber]
  public let point: Point?
  public let origin: Origin

  public init(
    id: String, name: String, kind: Kind, phase: String? = nil, municipalities: [RegionCode] = [],
    parks: [RINNumber] = [], point: Point? = nil, origin: Origin
  ) throws(InvalidRecord) {
    try InvalidRecord.check([InvalidRecord.empty("cluster_id", id), InvalidRecord.empty("naam", name)])
    self.id = id
    self.name = name
    self.kind = kind
    self.phase = phase
    self.municipalities = municipalities
    self.parks = parks
    self.point = point
    self.origin = origin
  }

  /// The cluster with other members; what was valid stays valid.
  init(_ cluster: Cluster, parks: [RINNumber]) {
    id = cluster.id
    name = cluster.name
    kind = cluster.kind
    phase = cluster.phase
    municipalities = cluster.municipalities
    self.parks = parks
    point = cluster.point
    origin = cluster.origin
  }
}

/// One of the large housing areas of the national housing programme — *grootschalig woningbouwgebied*.
public struct HousingArea: Sendable, Codable, Hashable, Identifiable {
  public let id: String
  public let name: String
  public let municipalities: [RegionCode]
  public let homes: Int?
  public let point: Point?
  public let origin: Origin

  public init(
    id: String, name: String, municipalities: [RegionCode], homes: Int? = nil, point: Point? = nil, origin: Origin
  ) throws(InvalidRecord) {
    try InvalidRecord.check([InvalidRecord.empty("gebied_id", id), InvalidRecord.empty("naam", name)])
    self.id = id
    self.name = name
    self.municipalities = municipalities
    self.homes = homes
    self.point = point
    self.origin = origin
  }
}
