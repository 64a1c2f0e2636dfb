import EnergyHubs
import Foundation
import Planning
import Provenance
import Quantities

/// A park's energy study on disk: a folder of tables and a YAML file, or one stored file
/// (Documentation/Methods/energie-invoer.md).
public struct CSVEnergyCaseFolder: EnergyCaseFolder {
  let sheets: any SourceReader
  let sealing: any EnergySealing

  /// - Parameters:
  ///   - sheets: reads workbooks.
  ///   - sealing: opens and seals stored studies.
  public init(sheets: any SourceReader, sealing: any EnergySealing) {
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
    var meters = MeterFiles(folder: folder).tables(&reader)
    let load = Self.load(folder, connections.rows, &meters, &reader)
    let series = Self.numbers(EnergyCaseFiles.seriesFile, folder, &reader)
    let hasStandards = Self.exists(EnergyCaseFiles.standardsFile, folder)
    let standards = hasStandards ? Self.numbers(EnergyCaseFiles.standardsFile, folder, &reader) : nil
    let consents = consents(tables, &reader)
    var files = EnergyCaseFiles(
      connections: connections.rows, load: load, meters: meters, series: series, standards: standards,
      consents: consents, settings: settings, diagnostics: reader.problems)
    files.connectionsName = connections.file
    return files
  }

  /// A column per connection. A long table goes to the meters; without the file every connection needs another source.
  private static func load(
    _ folder: URL, _ connections: [EnergyConnectionRow], _ meters: inout [MeterTable], _ reader: inout FieldReader
  ) -> EnergyTable {
    let name = EnergyCaseFiles.loadFile
    guard exists(name, folder) else {
      if meters.isEmpty, connections.isEmpty || connections.contains(where: { $0.annual == nil }) {
        reader.add(PlanningError.fileMissing(path: name).diagnostics)
      }
      return .empty(name)
    }
    guard let bytes = bytes(name, folder, &reader) else { return .empty(name) }
    if let long = MeterFiles.longTable(bytes, file: name) {
      meters.append(long)
      return .empty(name)
    }
    return numbers(name, bytes, &reader)
  }

  private static func numbers(_ name: String, _ folder: URL, _ reader: inout FieldReader) -> EnergyTable {
    bytes(name, folder, &reader).map { numbers(name, $0, &reader) } ?? .empty(name)
  }

  private static func numbers(_ name: String, _ bytes: [UInt8], _ reader: inout FieldReader) -> EnergyTable {
    let read = NumberTable(bytes, file: name)
    reader.add(read.problems)
    return read.table
  }

  static func exists(_ name: String, _ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  private static func bytes(_ name: String, _ folder: URL, _ reader: inout FieldReader) -> [UInt8]? {
    if let data = try? Data(contentsOf: folder.appendingPathComponent(name)) { return [UInt8](data) }
    reader.add(PlanningError.fileMissing(path: name).diagnostics)
    return nil
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
    "roof_price",
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
    settings.roofPrices = roofNumbers("roof_price", of: top) ?? [:]
    let given = EnergySettings.roofKeys.compactMap { key in roofNumbers(key, of: top).map { (key, $0) } }
    if !given.isEmpty { settings.roofNumbers = Dictionary(uniqueKeysWithValues: given) }
    return settings
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
