import PlaneGeometry
import Planning
import Quantities
import SourceMapping

/// Reads every vector and table format that GDAL opens: CSV, XLSX, GeoJSON, GML, GeoPackage, Shapefile, TopoJSON,
/// FlatGeobuf and more, also inside a zip file.
///
/// Delimited text keeps every cell as text, so that the zeros of `GM0014` and long keys survive.
public struct GDALSourceReader: SourceReader {
  public init() {}

  /// Every table or layer of the file, in its order.
  /// - Throws: `PlanningError.fileMissing`; `.cannotRead` when the file cannot be opened, breaks off while reading, holds
  ///   no table, or has no layer of the name asked for.
  public func read(_ path: String, layer: String?) throws -> [SourceTable] {
    try FileOnDisk(path).check()
    let tables = try SourceFiles.tables(in: path, layer: layer)
    guard !tables.isEmpty else { throw Unreadable.noTable(path) }
    return tables
  }

  /// - Throws: `PlanningError.fileMissing` or `.cannotRead`.
  public func fingerprint(of path: String) throws -> SourceFingerprint {
    try FileOnDisk(path).check()
    return try FileDigest.sha256(of: path)
  }
}
