import Quantities

/// An economic sector of a jobs table — *sector*.
public struct Sector: Sendable, Codable, Hashable, Identifiable {
  public let id: String
  public let label: LocalizedText
  /// Identifier of the `SectorGroup`.
  public let group: String
  /// SBI 2008 sections (`C`) and divisions (`46`) that the sector holds.
  public let sbi2008: [String]

  public init(id: String, label: LocalizedText, group: String, sbi2008: [String] = []) {
    self.id = id
    self.label = label
    self.group = group
    self.sbi2008 = sbi2008
  }
}

/// A target group of firms that want the same kind of site — *doelgroep*.
public struct SectorGroup: Sendable, Codable, Hashable, Identifiable {
  public let id: String
  public let label: LocalizedText

  public init(id: String, label: LocalizedText) {
    self.id = id
    self.label = label
  }
}

/// The sectors and groups of a run, in the order of its parameter folder — *sectorindeling*.
public struct SectorClassification: Sendable, Codable, Hashable {
  public let sectors: [Sector]
  public let groups: [SectorGroup]

  public init(sectors: [Sector], groups: [SectorGroup]) {
    self.sectors = sectors
    self.groups = groups
  }

  public subscript(id: String) -> Sector? { sectors.first { $0.id == id } }
  public func group(_ id: String) -> SectorGroup? { groups.first { $0.id == id } }
}
