import EnergyHubs
import Foundation
import Planning
import Provenance
import Quantities

/// A park's energy study on disk: a folder of tables and a YAML file, or one stored file
/// (Documentation/Methods/energie-invoer.md).
public struct CSVEnergyCaseFolder: EnergyCaseFolder {
  let sheets: any SourceReader & SheetReader
  let sealing: any EnergySealing

  /// - Parameters:
  ///   - sheets: reads workbooks.
  ///   - sealing: opens and seals stored studies.
  public init(sheets: any SourceReader & SheetReader, sealing: any EnergySealing) {
    self.sheets = sheets
    self.sealing = sealing
  }

  public func read(_ path: String, keyFile: String?) throws -> EnergyCaseFiles {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw PlanningError.fileMissing(path: path)
    }
    return isFolder.boolValue
      ? read(folder: URL(fileURLWithPath: path, isDirectory: true)) : try opened(path, keyFile: keyFile)
  }

  private func read(folder: URL) -> EnergyCaseFiles {
    var reader = FieldReader()
    let tables = FolderTable(folder: folder, sheets: sheets)
    let connections = connections(tables, &reader)
    let settings = Self.settings(folder, &reader)
    let found = SeriesFiles(folder: folder, sheets: sheets)
    let before = reader.problems.count
    let load = LoadFiles(found, connections: connections.rows, &reader)
    if load.wide.isEmpty, load.meters.isEmpty, reader.problems.count == before {
      Self.checkAnnual(connections.rows, &reader)
    }
    let series = Self.required(EnergyCaseFiles.seriesFile, found, &reader)
    let standards = found.table(EnergyCaseFiles.standardsFile, &reader)
    let consents = consents(tables, &reader)
    var files = EnergyCaseFiles(
      connections: connections.rows, load: load.wide.first ?? .empty(EnergyCaseFiles.loadFile), meters: load.meters,
      series: series, standards: standards, consents: consents, settings: settings, diagnostics: reader.problems)
    files.loadParts = load.wide.count > 1 ? load.wide : []
    files.connectionsName = connections.file
    return files
  }

  /// Without measurements every connection needs its yearly use.
  private static func checkAnnual(_ connections: [EnergyConnectionRow], _ reader: inout FieldReader) {
    guard connections.isEmpty || connections.contains(where: { $0.annual == nil }) else { return }
    reader.add(PlanningError.fileMissing(path: EnergyCaseFiles.loadFile).diagnostics)
  }

  private static func required(_ name: String, _ files: SeriesFiles, _ reader: inout FieldReader) -> EnergyTable {
    let before = reader.problems.count
    if let table = files.table(name, &reader) { return table }
    if reader.problems.count == before { reader.add(PlanningError.fileMissing(path: name).diagnostics) }
    return .empty(name)
  }

  static func exists(_ name: String, _ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  /// The settings; a study without the file takes every number from the library.
  private static func settings(_ folder: URL, _ reader: inout FieldReader) -> EnergySettings {
    let name = EnergyCaseFiles.settingsFile
    let url = folder.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: url.path) else { return EnergySettings() }
    guard let bytes = try? Data(contentsOf: url), bytes.contains(where: { $0 > UInt8(ascii: " ") }),
      let top = reader.file(at: url, name: name)
    else { return EnergySettings() }
    return reader.energySettings(top)
  }
}

extension FieldReader {
  private static let ownKeys = [
    "name", "synthetic", "confidential", "year", "clock", "load_unit", "load_label", "complete_year",
    "roof_price", EnergySettings.boilerSizesKey,
  ]

  fileprivate mutating func energySettings(_ top: YAMLField) -> EnergySettings {
    var settings = EnergySettings()
    guard keys(of: top, allowed: Self.ownKeys + EnergySettings.numberKeys + EnergySettings.roofKeys) else {
      return settings
    }
    settings.name = optionalText("name", of: top)
    settings.isSynthetic = optionalFlag("synthetic", of: top) ?? false
    settings.confidential = optionalFlag("confidential", of: top)
    settings.completesYear = optionalFlag("complete_year", of: top)
    settings.label = top["load_label"].flatMap { code($0, of: SeriesFormat.Label.self) }
    settings.year = optionalWhole("year", of: top)
    settings.clock = top["clock"].flatMap { code($0, of: ProfileYear.Clock.self) }
    settings.measure = top["load_unit"].flatMap { measure($0) }
    for key in EnergySettings.numberKeys { settings.numbers[key] = optionalNumber(key, of: top) }
    settings.boilerSizes = sizes(EnergySettings.boilerSizesKey, of: top)
    settings.roofPrices = roofNumbers("roof_price", of: top) ?? [:]
    let given = EnergySettings.roofKeys.compactMap { key in roofNumbers(key, of: top).map { (key, $0) } }
    if !given.isEmpty { settings.roofNumbers = Dictionary(uniqueKeysWithValues: given) }
    return settings
  }

  private mutating func sizes(_ key: String, of top: YAMLField) -> [Double]? {
    guard let field = top[key] else { return nil }
    return (read(field, .list, \.items) ?? []).compactMap { read($0, .number, \.number) }
  }

  /// A number per class of roof.
  private mutating func roofNumbers(_ key: String, of top: YAMLField) -> [String: Double]? {
    guard let field = top[key] else { return nil }
    var numbers: [String: Double] = [:]
    for (roof, number) in read(field, .mapping, \.entries) ?? [] { numbers[roof] = read(number, .number, \.number) }
    return numbers
  }

  private mutating func measure(_ field: YAMLField) -> SeriesFormat.Measure? {
    let measure = EnergySettings.measures.first { $0.rawValue == field.text }
    if measure == nil { add(.unknownCode(allowed: EnergySettings.measures.map(\.rawValue)), at: field) }
    return measure
  }
}
