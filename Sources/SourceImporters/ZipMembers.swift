import CGDAL
import Foundation

/// The files inside a zip file that can be read by themselves; side files of a shapefile are not.
enum ZipMembers {
  private static let openableExtensions: Set<String> = [
    "shp", "gpkg", "geojson", "json", "topojson", "gml", "fgb", "csv", "xlsx", "ods", "kml", "tab",
  ]

  /// Names for GDAL, ordered by name so that the result does not depend on how the zip file was packed.
  static func openable(in path: String) -> [String] {
    let root = "/vsizip/" + path
    guard let list = VSIReadDirRecursive(root) else { return [] }
    defer { CSLDestroy(list) }
    var members: Set<String> = []
    for i in 0..<Int(CSLCount(list)) {
      guard let name = list[i].map({ String(cString: $0) }), let member = openable(name) else { continue }
      members.insert(root + "/" + member)
    }
    return members.sorted()
  }

  /// The member itself, or the geodatabase folder it lies in.
  private static func openable(_ name: String) -> String? {
    if name.hasPrefix("__MACOSX") { return nil }
    if let end = name.range(of: ".gdb/") { return String(name[..<end.upperBound].dropLast()) }
    return openableExtensions.contains((name as NSString).pathExtension.lowercased()) ? name : nil
  }
}
