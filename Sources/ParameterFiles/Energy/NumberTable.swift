import Planning
import Provenance
import Quantities

/// A table of numbers read straight from the bytes of a file: a year of quarters of forty connections has 1.4 million cells.
///
/// Comma or semicolon between cells, with a semicolon a comma before the decimals too. A first column with one of the names of
/// `EnergyTable.timeNames` holds times. Of equal problems in one column the first is told, with their number.
struct NumberTable {
  private(set) var table: EnergyTable
  private(set) var problems: [Diagnostic] = []
  private var faults: [Int: (row: Int, text: String, count: Int)] = [:]
  private var longRows: (row: Int, count: Int)?

  init(_ bytes: [UInt8], file: String) {
    var scan = ByteScan(bytes)
    let header = scan.header()
    let hasTime = header.first.map { EnergyTable.timeNames.contains($0.lowercased()) } ?? false
    let columns = hasTime ? Array(header.dropFirst()) : header
    table = EnergyTable(
      file: file, timeColumn: hasTime ? header[0] : nil, columns: columns,
      values: [[Double]](repeating: [], count: columns.count), rowCount: 0)
    for index in columns.indices where columns[..<index].contains(columns[index]) {
      report(.repeatedColumn, .init(file: file, field: columns[index]), columns[index])
    }
    read(&scan, hasTime: hasTime)
    tell()
    if table.rowCount == 0 { report(.noRows, .init(file: file)) }
  }

  private mutating func read(_ scan: inout ByteScan, hasTime: Bool) {
    let room = scan.estimatedRows
    for column in table.values.indices { table.values[column].reserveCapacity(room) }
    while scan.nextRow() {
      table.rowCount += 1
      if hasTime { table.times.append(scan.text(scan.cell())) }
      for column in table.values.indices { table.values[column].append(number(scan.cell(), scan, column)) }
      guard scan.hasMore else { continue }
      longRows = (longRows?.row ?? table.rowCount, (longRows?.count ?? 0) + 1)
    }
  }

  private mutating func number(_ cell: Range<Int>, _ scan: ByteScan, _ column: Int) -> Double {
    if cell.isEmpty { return .nan }
    if let number = scan.number(cell) { return number }
    let first = faults[column]
    faults[column] = (first?.row ?? table.rowCount, first?.text ?? scan.text(cell), (first?.count ?? 0) + 1)
    return .nan
  }

  private mutating func tell() {
    for (column, fault) in faults.sorted(by: { ($0.value.row, $0.key) < ($1.value.row, $1.key) }) {
      report(
        .notANumber.counted(fault.count), .init(file: table.file, row: fault.row, field: table.columns[column]),
        fault.text)
    }
    if let longRows { report(.tooManyCells.counted(longRows.count), .init(file: table.file, row: longRows.row)) }
  }

  private mutating func report(_ problem: FileProblem, _ place: Diagnostic.Place, _ value: String? = nil) {
    problems.append(
      Diagnostic(.error, problem.code, at: place, value: value, message: problem.message, remedy: problem.remedy))
  }
}

extension FileProblem {
  static let noRows = FileProblem(
    "table.empty", nl: "het bestand heeft geen rijen", "Geef een kopregel en een rij per tijdstap.",
    en: "the file has no rows", "Give a header and a row for every step.")

  /// The same problem as it is told for several rows at once.
  fileprivate func counted(_ count: Int) -> FileProblem {
    guard count > 1 else { return self }
    return FileProblem(
      code, nl: message.nl + " (\(count) keer, te beginnen hier)", remedy.nl,
      en: message.en + " (\(count) times, first here)", remedy.en)
  }
}
