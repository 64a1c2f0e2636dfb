import CGDAL
import Planning
import SourceMapping

/// Chooses how a file is opened: as text, as a member of a zip file, or as it is.
package enum SourceFiles {
  private static let textExtensions: Set<String> = ["csv", "tsv", "txt"]

  static func tables(in path: String, layer: String?) throws(PlanningError) -> [SourceTable] {
    _ = registered
    let file = FileOnDisk(path)
    if textExtensions.contains(file.fileExtension) {
      return try DelimitedText(try file.bytes(), name: file.stem).tables(path: path, layer: layer)
    }
    let names = file.fileExtension == "zip" ? ZipMembers.openable(in: path) : [path]
    guard !names.isEmpty else { throw Unreadable.noTable(path) }
    var tables: [SourceTable] = []
    for name in names {
      tables += try GDALDataset.reading(name, of: path) { dataset throws(PlanningError) in
        try dataset.tables(layer: names.count == 1 ? layer : nil)
      }
    }
    guard let layer, names.count > 1 else { return tables }
    return try named(layer, among: tables, path: path)
  }

  private static func named(_ layer: String, among tables: [SourceTable], path: String) throws(PlanningError)
    -> [SourceTable]
  {
    let matching = tables.filter { $0.layer == layer }
    guard !matching.isEmpty else { throw Unreadable.noLayer(path, named: layer, found: tables.map(\.layer)) }
    return matching
  }

  /// Drivers are registered once for the process: GDAL does not allow it beside a look at the list of them.
  package static let registered: Void = GDALAllRegister()
}
