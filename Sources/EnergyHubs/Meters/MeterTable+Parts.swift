import Quantities

extension MeterTable {
  /// Puts files of the same counters behind each other, in order of time: what was used between the last reading of one and the first of
  /// the next stands in neither. Other files stay as they are: a value of a step needs no other.
  public static func joiningCounters(_ tables: [MeterTable]) -> [MeterTable] {
    var groups: [Form: [MeterTable]] = [:]
    var order: [Form] = []
    for table in tables {
      let form = Form(connection: table.connection, columns: table.table.columns)
      if groups[form] == nil { order.append(form) }
      groups[form, default: []].append(table)
    }
    return order.flatMap { form in joinedIfCounters(groups[form] ?? []) }
  }

  private struct Form: Hashable {
    let connection: String?
    let columns: [String]
  }

  private static func joinedIfCounters(_ parts: [MeterTable]) -> [MeterTable] {
    guard parts.count > 1 else { return parts }
    let begins = parts.map { earliest($0.times)?.seconds ?? .max }
    let ordered = parts.indices.sorted { (begins[$0], $0) < (begins[$1], $1) }.map { parts[$0].table }
    let names = [ordered[0].file, ordered[ordered.count - 1].file].map { $0 ?? "" }
    let joined = MeterTable(
      connection: parts[0].connection,
      table: SeriesTable(
        file: names.joined(separator: " … "), columns: ordered[0].columns, rows: ordered.flatMap(\.rows), perRow: 1,
        pieces: ordered.map { SeriesTable.Piece(file: $0.file, count: $0.rows.count) }))
    return MeterLayout(joined).isCounted ? [joined] : parts
  }
}
