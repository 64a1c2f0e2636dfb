import EnergyHubs
import Foundation
import Planning
import Provenance
import Quantities

/// A file or sheet with series, as the text of a table — *reeksbestand*.
struct SeriesFile {
  /// As messages show it: `load.csv`, or `load.xlsx [load]`.
  let name: String
  let bytes: [UInt8]
  let columns: [String]
  /// The sheets of the workbook; none for text.
  let sheets: [String]

  init(name: String, bytes: [UInt8], sheets: [String] = []) {
    self.name = name
    self.bytes = bytes
    self.sheets = sheets
    var scan = ByteScan(bytes)
    columns = scan.header()
  }

  /// - Parameter isWide: whether a table with these columns has a column per series, so that only its first can hold times.
  init(_ sheet: WorkbookSheet, of book: String, isWide: ([String]) -> Bool) {
    let parts: [MeterTable.TimePart?]
    if isWide(sheet.columns) {
      let hasTimes = sheet.columns.first.map { EnergyTable.timeNames.contains($0.lowercased()) } ?? false
      parts = [hasTimes ? .moment : nil]
    } else {
      parts = MeterTable.timeParts(sheet.columns)
    }
    self.init(
      name: "\(book) [\(sheet.name)]", bytes: SheetText(sheet, timeParts: parts).bytes, sheets: sheet.siblings)
  }
}

/// Finds the series of a study's folder — *reeksbestanden*.
struct SeriesFiles {
  let folder: URL
  /// Reads workbooks.
  let sheets: any SheetReader

  /// `series.csv`; else the sheet of that name, or the first, of `series.xlsx`; else the sheet of that name in `connections.xlsx`.
  /// Nil when there is none, or when it cannot be read, which is then told.
  func table(_ name: String, _ reader: inout FieldReader) -> EnergyTable? {
    let stem = Self.stem(name)
    let own = exists(name) ? text(name, &reader) : book(stem + Self.workbook, sheet: stem, orFirst: true, &reader)
    return (own ?? shared(stem, &reader)).map { Self.numbers($0, &reader) }
  }

  func text(_ name: String, _ reader: inout FieldReader) -> SeriesFile? {
    if let data = try? Data(contentsOf: folder.appendingPathComponent(name)) {
      return SeriesFile(name: name, bytes: [UInt8](data))
    }
    reader.add(PlanningError.fileMissing(path: name).diagnostics)
    return nil
  }

  /// A sheet of a workbook; nil where there is no such workbook or sheet.
  func book(
    _ name: String, sheet: String, orFirst: Bool, isWide: ([String]) -> Bool = { _ in true },
    _ reader: inout FieldReader
  ) -> SeriesFile? {
    guard exists(name) else { return nil }
    do {
      let path = folder.appendingPathComponent(name).path
      return try sheets.sheet(sheet, orFirst: orFirst, of: path).map { SeriesFile($0, of: name, isWide: isWide) }
    } catch let error as PlanningError { reader.add(error.diagnostics) } catch {}
    return nil
  }

  /// A sheet beside the connections, when it has rows. That the workbook cannot be read is told where its connections are.
  func shared(_ stem: String, isWide: ([String]) -> Bool = { _ in true }, _ reader: inout FieldReader) -> SeriesFile? {
    var unheard = FieldReader()
    let found = book(EnergyTemplate.workbookFile, sheet: stem, orFirst: false, isWide: isWide, &unheard)
    return found.flatMap { Self.hasRows($0) ? $0 : nil }
  }

  static func hasRows(_ file: SeriesFile) -> Bool {
    var scan = ByteScan(file.bytes)
    _ = scan.header()
    return scan.nextRow()
  }

  static func numbers(_ file: SeriesFile, _ reader: inout FieldReader) -> EnergyTable {
    let read = NumberTable(file.bytes, file: file.name)
    reader.add(read.problems)
    return read.table
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  /// Names of the files in the folder, or one within it; in order, without hidden ones and the locks of spreadsheet programs.
  func names(in inner: String = "") -> [String] {
    let path = inner.isEmpty ? folder.path : folder.appendingPathComponent(inner).path
    let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return found.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }.sorted()
  }

  static let workbook = ".xlsx"

  /// The name of a file without its folder and ending.
  static func stem(_ name: String) -> String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }
}
