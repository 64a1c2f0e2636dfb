import PlaneGeometry
import Provenance
import Quantities

/// An establishment of a firm — *vestiging*. SBI codes carry their version, because 2008 and 2025 run side by side.
public struct Establishment: Sendable, Codable, Hashable, Identifiable {
  public let id: String
  public let name: String?
  public let municipality: RegionCode
  public let sbi: String?
  public let sbiVersion: Int
  public let jobs: Jobs?
  public let location: Point?
  public let origin: Origin

  /// The version of SBI that source files use unless they say otherwise.
  public static let defaultSBIVersion = 2008

  public init(
    id: String, name: String? = nil, municipality: RegionCode, sbi: String? = nil,
    sbiVersion: Int = Self.defaultSBIVersion, jobs: Jobs? = nil, location: Point? = nil, origin: Origin
  ) throws(InvalidRecord) {
    try InvalidRecord.check([
      InvalidRecord.empty("vestigingsnummer", id), InvalidRecord.empty("gemeentecode", municipality.text),
      InvalidRecord.negative("banen", jobs),
    ])
    self.id = id
    self.name = name
    self.municipality = municipality
    self.sbi = sbi
    self.sbiVersion = sbiVersion
    self.jobs = jobs
    self.location = location
    self.origin = origin
  }
}
