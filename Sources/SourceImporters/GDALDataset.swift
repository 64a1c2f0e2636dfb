import CGDAL
import Planning
import SourceMapping

/// An open file of GDAL; closed when the work is done.
struct GDALDataset {
  let pointer: GDALDatasetH
  /// The file as the user named it.
  let path: String
  let messages: GDALMessages

  /// Opens `name`, which may lie inside `path`, for the time of the work.
  static func reading<Result>(
    _ name: String, of path: String, options: [String] = [],
    _ work: (GDALDataset) throws(PlanningError) -> Result
  ) throws(PlanningError) -> Result {
    try GDALMessages.collecting { messages throws(PlanningError) in
      let settings = ThreadSettings(spreadsheetSettings)
      defer { settings.restore() }
      guard let pointer = open(name, options: options) else { throw Unreadable.notRecognised(path, messages.failures) }
      defer { GDALClose(pointer) }
      return try work(GDALDataset(pointer: pointer, path: path, messages: messages))
    }
  }

  /// The first row of a sheet is its header, whatever its cells look like.
  private static let spreadsheetSettings = ["OGR_XLSX_HEADERS": "FORCE", "OGR_ODS_HEADERS": "FORCE"]

  /// No side files are written beside a GML file, and a topology whose type stands at the end is tried by name.
  private static func open(_ name: String, options: [String]) -> GDALDatasetH? {
    let flags = UInt32(GDAL_OF_VECTOR) | UInt32(GDAL_OF_READONLY)
    let lower = name.lowercased()
    let all = options + (lower.hasSuffix(".gml") || lower.hasSuffix(".xml") ? ["WRITE_GFS=NO"] : [])
    return StringList(all).with { list in
      GDALOpenEx(name, flags, nil, list, nil)
        ?? (isJSON(lower) ? GDALOpenEx("TopoJSON:" + name, flags, nil, nil, nil) : nil)
    }
  }

  private static func isJSON(_ name: String) -> Bool { name.hasSuffix("json") }

  /// Every layer, or the one named.
  func tables(layer: String?) throws(PlanningError) -> [SourceTable] {
    let layers = (0..<GDALDatasetGetLayerCount(pointer)).compactMap { GDALDatasetGetLayer(pointer, $0) }
      .map { GDALLayer(pointer: $0, dataset: self) }
    let chosen = layer.map { name in layers.filter { $0.name == name } } ?? layers
    if let layer, chosen.isEmpty { throw Unreadable.noLayer(path, named: layer, found: layers.map(\.name)) }
    var tables: [SourceTable] = []
    for layer in chosen { tables.append(try layer.table()) }
    return tables
  }

  var driver: String {
    GDALGetDatasetDriver(pointer).flatMap { GDALGetDriverShortName($0) }.map { String(cString: $0) } ?? ""
  }
}

/// Configuration of GDAL for this thread, put back afterwards.
private struct ThreadSettings {
  private let previous: [(key: String, value: String?)]

  init(_ settings: [String: String]) {
    previous = settings.keys.sorted().map { key in
      (key, CPLGetThreadLocalConfigOption(key, nil).map { String(cString: $0) })
    }
    for (key, value) in settings { CPLSetThreadLocalConfigOption(key, value) }
  }

  func restore() {
    for setting in previous { CPLSetThreadLocalConfigOption(setting.key, setting.value) }
  }
}

/// Texts as GDAL's list of C strings.
struct StringList {
  private let texts: [String]

  init(_ texts: [String]) { self.texts = texts }

  func with<Result>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
    var copies = texts.map { UnsafePointer(strdup($0)) } + [nil]
    defer { for copy in copies { free(UnsafeMutablePointer(mutating: copy)) } }
    return copies.withUnsafeMutableBufferPointer { body(UnsafePointer($0.baseAddress)) }
  }
}
