import EnergyHubs
import Foundation
import Planning
import Provenance
import Quantities

/// Finds and reads the measurements of a study — *meetbestanden*: `load.csv` and `load.xlsx`, parts of them named `load-…`, the sheet
/// `load` beside the connections, and all of the folder `load`, in which a folder holds the parts of one connection.
///
/// All that is found is one set of measurements, whatever its division into files; nothing goes before something else.
struct LoadFiles {
  private let files: SeriesFiles
  private let connections: [EnergyConnectionRow]
  /// Tables with a column per connection.
  private(set) var wide: [EnergyTable] = []
  /// Long tables, and files of one connection.
  private(set) var meters: [MeterTable] = []

  init(_ files: SeriesFiles, connections: [EnergyConnectionRow], _ reader: inout FieldReader) {
    self.files = files
    self.connections = connections
    for name in files.names() where Self.isTop(name) { readTop(name, &reader) }
    let shared = files.shared(Self.stem, isWide: { !MeterTable.isLong($0) }, &reader)
    if let shared { add(shared, owner: nil, &reader) }
    for name in files.names(in: EnergyCaseFiles.metersFolder) {
      let path = "\(EnergyCaseFiles.metersFolder)/\(name)"
      let inner = files.names(in: path)
      for part in inner { readInner("\(path)/\(part)", owner: name, &reader) }
      if inner.isEmpty { readInner(path, owner: owner(of: SeriesFiles.stem(name)), &reader) }
    }
  }

  private static let stem = SeriesFiles.stem(EnergyCaseFiles.loadFile)
  private static let texts = [".csv", ".txt", ".p1", ".log"]
  private static let workbooks = [SeriesFiles.workbook, ".xlsm"]
  private static let unread = [".xls", ".xlsb", ".ods", ".numbers"]

  /// `load.csv`, `load-2024-01.csv`, `load_2.xlsx`.
  private static func isTop(_ name: String) -> Bool {
    let lower = name.lowercased()
    guard lower.hasPrefix(stem), ends(lower, [".csv"] + workbooks + unread) else { return false }
    return ["", "-", "_", " "].contains(SeriesFiles.stem(lower).dropFirst(stem.count).prefix(1))
  }

  private static func ends(_ name: String, _ endings: [String]) -> Bool {
    endings.contains { name.lowercased().hasSuffix($0) }
  }

  private mutating func readTop(_ name: String, _ reader: inout FieldReader) {
    if let file = file(name, isWide: { !MeterTable.isLong($0) }, &reader) { add(file, owner: nil, &reader) }
  }

  private mutating func readInner(_ name: String, owner: String, _ reader: inout FieldReader) {
    let known = Set(connections.map(\.id))
    let names = known.union(connections.compactMap(\.ean))
    func isWide(_ columns: [String]) -> Bool {
      !MeterTable.isLong(columns) && !names.contains(owner) && columns.dropFirst().contains(where: known.contains)
    }
    guard let file = file(name, isWide: isWide, &reader) else { return }
    add(file, owner: isWide(file.columns) ? nil : owner, &reader)
  }

  /// The file as text; nil for what holds no measurements, or cannot be read, which is then told.
  private func file(_ name: String, isWide: ([String]) -> Bool, _ reader: inout FieldReader) -> SeriesFile? {
    if Self.ends(name, Self.texts) { return files.text(name, &reader) }
    if Self.ends(name, Self.workbooks) {
      return files.book(name, sheet: Self.stem, orFirst: true, isWide: isWide, &reader)
    }
    if Self.ends(name, Self.unread) { reader.report(.unreadWorkbook, at: .init(file: name)) }
    return nil
  }

  /// - Parameter owner: whose values these are when no column says so; nil for a table with a column per connection.
  private mutating func add(_ file: SeriesFile, owner: String?, _ reader: inout FieldReader) {
    if file.bytes.first == UInt8(ascii: "/"), let owner {
      let telegrams = TelegramLog(String(decoding: file.bytes, as: UTF8.self), file: file.name)
      reader.add(telegrams.problems)
      meters.append(MeterTable(connection: owner, table: telegrams.table))
    } else if MeterTable.isLong(file.columns) {
      meters.append(MeterTable(connection: nil, table: Self.cells(file)))
    } else if let owner {
      guard SeriesFiles.hasRows(file) else { return reader.report(.noRows, at: .init(file: file.name)) }
      meters.append(MeterTable(connection: owner, table: Self.cells(file)))
    } else if isMeant(file) {
      wide.append(SeriesFiles.numbers(file, &reader))
    } else {
      reader.report(.otherSheet(file.sheets), at: .init(file: file.name), value: file.columns.joined(separator: ", "))
    }
  }

  /// Whether a sheet may be the one with measurements: it has times or a known connection.
  private func isMeant(_ file: SeriesFile) -> Bool {
    file.sheets.isEmpty
      || file.columns.contains { column in
        EnergyTable.timeNames.contains(column.lowercased()) || connections.contains { $0.id == column }
      }
  }

  private static func cells(_ file: SeriesFile) -> SeriesTable {
    var scan = ByteScan(file.bytes)
    let columns = scan.header()
    var rows: [[String]] = []
    rows.reserveCapacity(scan.estimatedRows)
    while scan.nextRow() {
      var cells: [String] = []
      cells.reserveCapacity(columns.count)
      while scan.hasMore, cells.count < columns.count { cells.append(scan.text(scan.cell())) }
      rows.append(cells)
    }
    return SeriesTable(file: file.name, columns: columns, rows: rows)
  }

  /// The connection that a file is of by its name: an id or a code by itself or before a month, or a code within it.
  private func owner(of stem: String) -> String {
    let names = connections.flatMap { [$0.id] + ($0.ean.map { [$0] } ?? []) }
    let fitting = names.filter { name in
      guard stem.hasPrefix(name) else { return false }
      return stem.dropFirst(name.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
    }
    return fitting.max { ($0.count, $0) < ($1.count, $1) } ?? code(within: stem) ?? stem
  }

  private func code(within stem: String) -> String? {
    let runs = stem.split { !$0.isNumber }.map(String.init)
    let codes = connections.compactMap { $0.ean.flatMap(EANCode.init)?.digits }
    return runs.first(where: codes.contains)
  }
}

extension FileProblem {
  fileprivate static let unreadWorkbook = FileProblem(
    "load.unread", nl: "deze vorm van rekenblad wordt niet gelezen", "Sla het op als XLSX of CSV.",
    en: "this form of workbook is not read", "Save it as XLSX or CSV.")

  fileprivate static func otherSheet(_ sheets: [String]) -> FileProblem {
    let list = sheets.joined(separator: ", ")
    return FileProblem(
      "load.other-sheet", nl: "op dit blad staat geen kolom met tijden en geen aansluiting in de eerste rij",
      "Zet de kolomnamen in de eerste rij, en noem het blad met meetwaarden ‘load’ of zet het vooraan; bladen: \(list).",
      en: "this sheet has no column of times and no connection in its first row",
      "Put the names of columns in the first row, and name the sheet of measurements ‘load’ or put it first; sheets: \(list)."
    )
  }
}
