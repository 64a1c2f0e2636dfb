import EnergyHubs
import Foundation
import Planning
import Provenance
import Quantities

/// The folder of an energy study on disk: three tables and a YAML file (Documentation/Methods/energie-dimensionering.md).
public struct CSVEnergyCaseFolder: EnergyCaseFolder {
  public init() {}

  public func read(_ path: String) throws -> EnergyCaseFiles {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
      throw PlanningError.fileMissing(path: path)
    }
    var reader = FieldReader()
    let connections = Self.connections(folder, &reader)
    let load = Self.numbers(EnergyCaseFiles.loadFile, folder, &reader)
    let series = Self.numbers(EnergyCaseFiles.seriesFile, folder, &reader)
    let settings = Self.settings(folder, &reader)
    return EnergyCaseFiles(
      connections: connections, load: load, series: series, settings: settings, diagnostics: reader.problems)
  }

  private static func numbers(_ name: String, _ folder: URL, _ reader: inout FieldReader) -> EnergyTable {
    guard let bytes = bytes(name, folder, &reader) else {
      return EnergyTable(file: name, columns: [], values: [], rowCount: 0)
    }
    let read = NumberTable(bytes, file: name)
    reader.add(read.problems)
    return read.table
  }

  private static func bytes(_ name: String, _ folder: URL, _ reader: inout FieldReader) -> [UInt8]? {
    if let data = try? Data(contentsOf: folder.appendingPathComponent(name)) { return [UInt8](data) }
    reader.add(PlanningError.fileMissing(path: name).diagnostics)
    return nil
  }

  private static func connections(_ folder: URL, _ reader: inout FieldReader) -> [EnergyConnectionRow] {
    let name = EnergyCaseFiles.connectionsFile
    guard let bytes = bytes(name, folder, &reader) else { return [] }
    let cells = TableReader(table: DelimitedTable(String(decoding: bytes, as: UTF8.self)), file: name)
    cells.checkHeader(
      allowed: EnergyConnectionRow.textColumns + EnergyConnectionRow.numberColumns, required: ["id"], &reader)
    return cells.table.rows.compactMap { connection($0, cells, &reader) }
  }

  private static func connection(
    _ row: (number: Int, cells: [String]), _ cells: TableReader, _ reader: inout FieldReader
  ) -> EnergyConnectionRow? {
    guard let id = cells.text("id", row) else {
      reader.report(.missing("id"), at: Diagnostic.Place(file: cells.file, row: row.number, field: "id"))
      return nil
    }
    var connection = EnergyConnectionRow(row: row.number, id: id)
    connection.name = cells.text("name", row)
    connection.station = cells.text("station", row)
    connection.standard = cells.text("profile", row)
    connection.roof = cells.text("roof", row)
    connection.contract = cells.number("contract_kw", row, &reader)
    connection.physical = cells.number("physical_kw", row, &reader)
    connection.feedIn = cells.number("feed_in_kw", row, &reader)
    connection.feedInPhysical = cells.number("feed_in_physical_kw", row, &reader)
    connection.annual = cells.number("annual_kwh", row, &reader)
    connection.roofMost = cells.number("roof_max_kw", row, &reader)
    return connection
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
  private static let ownKeys = ["name", "synthetic", "year", "clock", "load_unit", "roof_price"]

  fileprivate mutating func energySettings(_ top: YAMLField) -> EnergySettings {
    var settings = EnergySettings()
    guard keys(of: top, allowed: Self.ownKeys + EnergySettings.numberKeys) else { return settings }
    settings.name = optionalText("name", of: top)
    settings.isSynthetic = optionalFlag("synthetic", of: top) ?? false
    settings.year = optionalWhole("year", of: top)
    settings.clock = top["clock"].flatMap { code($0, of: ProfileYear.Clock.self) }
    settings.measure = top["load_unit"].flatMap { measure($0) }
    for key in EnergySettings.numberKeys { settings.numbers[key] = optionalNumber(key, of: top) }
    if let prices = top["roof_price"] {
      for (roof, field) in read(prices, .mapping, \.entries) ?? [] {
        settings.roofPrices[roof] = read(field, .number, \.number)
      }
    }
    return settings
  }

  private mutating func measure(_ field: YAMLField) -> SeriesFormat.Measure? {
    let measure = EnergySettings.measures.first { $0.rawValue == field.text }
    if measure == nil { add(.unknownCode(allowed: EnergySettings.measures.map(\.rawValue)), at: field) }
    return measure
  }
}
