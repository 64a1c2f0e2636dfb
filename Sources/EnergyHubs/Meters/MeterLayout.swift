import Provenance
import Quantities

/// Where a meter file has its times, connections and values — *indeling van een meterbestand*.
struct MeterLayout {
  /// A column of values, or the rows with one name of a register.
  struct Register: Hashable {
    /// Connection and name together, as the rows of `table` name it.
    let key: String
    let place: Int
    let connection: String
    let name: String
    let direction: MeterDirection
    let unit: MeterUnit
  }

  static let key = "register"
  static let time = "time"
  static let value = "value"

  private let source: MeterTable
  private let roles: [MeterColumn]
  /// One text per row.
  let times: [String]
  let endsSteps: Bool
  private(set) var diagnostics: [Diagnostic] = []
  /// Registers before their unit is known, and for each row and amount column which one it belongs to.
  private var found: [(connection: String, name: String, unit: String, column: Int)] = []
  private var owners: [[Int]] = []

  init(_ source: MeterTable) {
    self.source = source
    let roles = source.table.columns.map(MeterColumn.init)
    self.roles = Self.withSingleAmount(roles)
    (times, endsSteps) = Self.times(source.table, roles)
    checkColumns()
    if diagnostics.isEmpty { findRegisters() }
  }

  /// A file with one column beside its times needs no known name for it.
  private static func withSingleAmount(_ roles: [MeterColumn]) -> [MeterColumn] {
    let others = roles.indices.filter { roles[$0] == .other }
    let hasAmount = roles.contains { if case .amount = $0 { true } else { false } }
    guard !hasAmount, others.count == 1 else { return roles }
    return roles.map { $0 == .other ? .amount(.net) : $0 }
  }

  private var amounts: [(column: Int, direction: MeterDirection)] {
    roles.enumerated().compactMap { column, role in
      if case .amount(let direction) = role { (column, direction) } else { nil }
    }
  }

  static func times(_ table: SeriesTable, _ roles: [MeterColumn]) -> (times: [String], endsSteps: Bool) {
    func column(_ role: MeterColumn) -> Int? { roles.firstIndex(of: role) }
    func cells(_ column: Int) -> [String] { table.rows.map { column < $0.count ? $0[column] : "" } }
    for (clock, isEnd) in [
      (column(.clock), false), (column(.time(isEnd: false)), false), (column(.time(isEnd: true)), true),
    ] {
      guard let day = column(.day), let clock, TimeReading(cells(clock).first ?? "") == nil else { continue }
      return (zip(cells(day), cells(clock)).map { $0 + " " + $1 }, isEnd)
    }
    if let time = column(.time(isEnd: false)) ?? column(.clock) ?? column(.day) { return (cells(time), false) }
    return (column(.time(isEnd: true)).map(cells) ?? [], true)
  }

  private mutating func checkColumns() {
    let list = source.table.columns.joined(separator: ", ")
    if times.isEmpty {
      add(
        "meter.no-time", list,
        LocalizedText(nl: "geen kolom met tijden of geen rijen gevonden", en: "found no column of times or no rows"),
        LocalizedText(nl: "Noem de kolom ‘time’ of ‘tijd’.", en: "Name the column ‘time’."))
    }
    if amounts.isEmpty {
      add(
        "meter.no-values", list,
        LocalizedText(nl: "geen kolom met waarden herkend", en: "no column of values recognised"),
        LocalizedText(
          nl: "Noem de kolom value, levering_kwh, teruglevering_kwh, 1.8.1 of 2.8.1.",
          en: "Name the column value, import_kwh, export_kwh, 1.8.1 or 2.8.1."))
    }
    if source.connection == nil, !roles.contains(.connection) {
      add(
        "meter.no-connection", list,
        LocalizedText(nl: "geen kolom met de aansluiting", en: "no column with the connection"),
        LocalizedText(nl: "Voeg een kolom ‘connection’ toe.", en: "Add a column ‘connection’."))
    }
  }

  private mutating func add(_ code: String, _ value: String, _ message: LocalizedText, _ remedy: LocalizedText) {
    diagnostics.append(
      Diagnostic(.error, code, at: .init(file: source.table.file), value: value, message: message, remedy: remedy))
  }

  private mutating func findRegisters() {
    let connection = roles.firstIndex(of: .connection)
    let register = roles.firstIndex(of: .register)
    let unit = roles.firstIndex(of: .unit)
    var places: [[String]: Int] = [:]
    owners = source.table.rows.map { row in
      func cell(_ column: Int?) -> String { column.map { $0 < row.count ? row[$0] : "" } ?? "" }
      return amounts.map { amount in
        let owner = connection == nil ? source.connection ?? "" : Self.plainCode(cell(connection))
        let name = register == nil ? source.table.columns[amount.column] : cell(register)
        let parts = [owner, name, cell(unit), String(amount.column)]
        if let place = places[parts] { return place }
        places[parts] = found.count
        found.append((owner, name, parts[2], amount.column))
        return found.count - 1
      }
    }
  }

  /// A code without what a spreadsheet puts around it: ="871…".
  private static func plainCode(_ text: String) -> String {
    text.filter { !["=", "\"", "'", " "].contains($0) }
  }
}

extension MeterLayout {
  /// The registers with a known direction, with what their numbers mean.
  func registers(_ rules: MeterRules) -> [Register] {
    let counts = isCounted
    return found.indices.compactMap { place in
      let (connection, name, unit, column) = found[place]
      let words = MeterColumn.words(name)
      guard case .amount(let byColumn) = roles[column] else { return nil }
      guard let direction = MeterDirection(words) ?? (isPlain(name) ? byColumn : nil) else { return nil }
      let usual = MeterUnit(rules.measure ?? (direction == .net ? .kilowatts : .kilowattHoursPerStep))
      var known = MeterUnit(unit.isEmpty ? words : MeterColumn.words(unit)) ?? usual
      if counts { known.measure = .counter }
      return Register(
        key: key(place), place: place, connection: connection, name: name, direction: direction, unit: known)
    }
  }

  private func key(_ place: Int) -> String {
    let (connection, name, unit, _) = found[place]
    return [connection, name, unit].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether a name says nothing about a direction: that of a value column, or of a column beside its times.
  private func isPlain(_ name: String) -> Bool { source.table.columns.contains(name) || name.isEmpty }

  /// Whether the registers are counters: some rise, in one row of a hundred at least, and each falls in fewer.
  ///
  /// Power and energy per step go up and down all day. All registers of a file are taken alike, since one that stands still may be
  /// either.
  var isCounted: Bool {
    var moves = [RegisterMoves](repeating: RegisterMoves(), count: found.count)
    for (row, places) in owners.enumerated() {
      let cells = source.table.rows[row]
      for place in places where found[place].column < cells.count {
        if let value = SeriesReading.number(cells[found[place].column]) { moves[place].add(value) }
      }
    }
    return moves.contains { $0.rises > 0 } && moves.allSatisfy(\.mayCount)
  }

  /// The rows of some registers; a row of another one has no value, so that rows keep their number.
  func table(of places: Set<Int>, endsSteps: Bool) -> SeriesTable {
    let times = endsSteps ? StepEnds.spelled(times) : times
    let keys = found.indices.map(key)
    let columns = amounts.map(\.column)
    var rows: [[String]] = []
    rows.reserveCapacity(owners.count * columns.count)
    for (row, owned) in owners.enumerated() {
      let cells = source.table.rows[row]
      for (column, place) in zip(columns, owned) {
        let isMine = places.contains(place) && column < cells.count
        rows.append([keys[place], times[row], isMine ? cells[column] : ""])
      }
    }
    return SeriesTable(
      file: source.table.file, columns: [Self.key, Self.time, Self.value], rows: rows, perRow: columns.count,
      pieces: source.table.pieces)
  }
}
