import EnergyHubs
import Foundation
import Planning

/// Finds and reads the files of meter values of a study — *meterbestanden*: `load.csv` when it is a long table, and all of `load/`.
struct MeterFiles {
  let folder: URL

  /// Names of the files in `load/`, in order.
  private var names: [String] {
    let path = folder.appendingPathComponent(EnergyCaseFiles.metersFolder).path
    let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return found.filter { name in
      !name.hasPrefix(".") && Self.endings.contains { name.lowercased().hasSuffix($0) }
    }.sorted()
  }

  private static let endings = [".csv", ".txt", ".p1", ".log"]

  func tables(_ reader: inout FieldReader) -> [MeterTable] {
    names.compactMap { name in
      let file = "\(EnergyCaseFiles.metersFolder)/\(name)"
      guard let data = try? Data(contentsOf: folder.appendingPathComponent(file)) else {
        reader.add(PlanningError.fileMissing(path: file).diagnostics)
        return nil
      }
      let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      return Self.table([UInt8](data), file: file, connection: stem, &reader)
    }
  }

  /// The long table of `load.csv`; nil when its header is that of a wide one.
  static func longTable(_ bytes: [UInt8], file: String) -> MeterTable? {
    var scan = ByteScan(bytes)
    guard MeterTable.isLong(scan.header()) else { return nil }
    return MeterTable(connection: nil, table: text(bytes, file: file))
  }

  private static func table(
    _ bytes: [UInt8], file: String, connection: String, _ reader: inout FieldReader
  ) -> MeterTable {
    guard bytes.first == UInt8(ascii: "/") else {
      let table = text(bytes, file: file)
      return MeterTable(connection: MeterTable.isLong(table.columns) ? nil : connection, table: table)
    }
    let telegrams = TelegramLog(String(decoding: bytes, as: UTF8.self), file: file)
    reader.add(telegrams.problems)
    return MeterTable(connection: connection, table: telegrams.table)
  }

  private static func text(_ bytes: [UInt8], file: String) -> SeriesTable {
    var scan = ByteScan(bytes)
    let columns = scan.header()
    var rows: [[String]] = []
    rows.reserveCapacity(scan.estimatedRows)
    while scan.nextRow() {
      var cells: [String] = []
      cells.reserveCapacity(columns.count)
      while scan.hasMore, cells.count < columns.count { cells.append(scan.text(scan.cell())) }
      rows.append(cells)
    }
    return SeriesTable(file: file, columns: columns, rows: rows)
  }
}
