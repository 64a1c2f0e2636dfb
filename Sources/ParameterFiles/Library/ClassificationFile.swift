import Provenance
import WorkLocations

extension LibraryAssembly {
  static let groupsFile = "classification/sector-groups"
  static let sectorsFile = "classification/sectors"

  /// Lays a list of sectors or groups; a later list takes the place of an earlier one, for its order is that of the tables.
  mutating func layClassification(_ file: LibraryFile, _ top: YAMLField) {
    guard let items = reader.read(top, .list, \.items) else { return }
    files[file.key] = file.name
    switch file.key {
    case Self.groupsFile: groups = items.compactMap { group($0) }
    case Self.sectorsFile: sectors = items.compactMap { sector($0) }
    default:
      reader.add(.unknownCode(allowed: [Self.groupsFile, Self.sectorsFile]), at: top, value: file.key)
    }
  }

  private mutating func group(_ field: YAMLField) -> SectorGroup? {
    guard reader.keys(of: field, allowed: ["id", "label", "source", "at"]) else { return nil }
    if let source = reader.optionalText("source", of: field), source != Self.assumption {
      citations.append((source, field["source"] ?? field))
    }
    let label = reader.part("label", of: field).flatMap { reader.localized($0) }
    guard let id = reader.text("id", of: field), let label else { return nil }
    return SectorGroup(id: id, label: label)
  }

  private mutating func sector(_ field: YAMLField) -> Sector? {
    guard reader.keys(of: field, allowed: ["id", "label", "group", "sbi"]) else { return nil }
    let label = reader.part("label", of: field).flatMap { reader.localized($0) }
    let codes = field["sbi"].map { reader.texts($0) } ?? []
    guard let id = reader.text("id", of: field), let group = reader.text("group", of: field), let label else {
      return nil
    }
    return Sector(id: id, label: label, group: group, sbi2008: codes)
  }

  /// Every sector belongs to a group that exists.
  mutating func checkClassification() {
    let known = groups.map(\.id)
    for sector in sectors where !known.contains(sector.group) {
      reader.report(
        .unknownCode(allowed: known), at: Diagnostic.Place(file: files[Self.sectorsFile], field: sector.id + ".group"),
        value: sector.group)
    }
  }
}
