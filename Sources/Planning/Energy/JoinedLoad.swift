import EnergyHubs
import Provenance
import Quantities

/// The load of a study of which the tables stand in several files — *samengevoegde belasting*.
///
/// Each table is placed in the year by itself, whatever its name, clock and columns; the rows that any has become one table. What is missing
/// between them is then judged as in a table of one file.
struct JoinedLoad {
  private(set) var files: EnergyCaseFiles
  private(set) var diagnostics: [Diagnostic] = []
  private let calendar: EnergyCalendar
  private var values: [[Double]] = []
  /// For each column and step the table and its row that the value is of.
  private var sources: [[(part: Int, row: Int)]] = []
  private var hasRow: [Bool]
  private var overlaps: [[Int]: PartOverlap] = [:]

  init(_ given: EnergyCaseFiles, _ calendar: EnergyCalendar) {
    files = given
    self.calendar = calendar
    hasRow = [Bool](repeating: false, count: calendar.year.count)
    guard !given.loadParts.isEmpty else { return }
    var columns: [String] = []
    for (place, part) in given.loadParts.enumerated() {
      guard part.timeColumn != nil else {
        diagnostics.append(Self.noTimes(part))
        continue
      }
      let rows = EnergyRows(part, calendar, longestHole: .infinity)
      diagnostics += rows.diagnostics
      for (column, name) in part.columns.enumerated() {
        let target = columns.firstIndex(of: name) ?? columns.count
        if target == columns.count { addColumn(name, &columns) }
        put(part.values[column], rows, place: place, column: target, name: name)
      }
      for step in hasRow.indices where rows.positions[step] != nil { hasRow[step] = true }
    }
    diagnostics += overlaps.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap(\.value.diagnostics)
    files.load = table(columns)
  }

  private mutating func addColumn(_ name: String, _ columns: inout [String]) {
    columns.append(name)
    values.append([Double](repeating: .nan, count: hasRow.count))
    sources.append([(part: Int, row: Int)](repeating: (0, 0), count: hasRow.count))
  }

  private mutating func put(_ given: [Double], _ rows: EnergyRows, place: Int, column: Int, name: String) {
    let part = files.loadParts[place]
    // Energy per step becomes that of the steps of the study, since the joined table has those.
    let scale = files.settings.measure == .kilowattHoursPerStep ? 1 / Double(rows.repeats) : 1
    for (step, position) in rows.positions.enumerated() {
      guard let position, !given[position].isNaN else { continue }
      let value = given[position] * scale
      guard !values[column][step].isNaN else {
        values[column][step] = value
        sources[column][step] = (place, position + 1)
        continue
      }
      let source = sources[column][step]
      let key = [place, source.part, column]
      let kept = values[column][step]
      if overlaps[key] == nil || (overlaps[key]?.different == 0 && !PartOverlap.agree(kept, value)) {
        let before = overlaps[key]
        var overlap = PartOverlap(
          .init(file: files.loadParts[source.part].file, row: source.row, field: name),
          .init(file: part.file, row: position + 1, field: name), time: calendar.year.spelled(step))
        for _ in 0..<(before?.equal ?? 0) { overlap.add(kept, kept) }
        overlaps[key] = overlap
      }
      overlaps[key]?.add(kept, value)
    }
  }

  /// The rows that there are, in order, with their moments in UTC.
  private func table(_ columns: [String]) -> EnergyTable {
    let steps = hasRow.indices.filter { hasRow[$0] }
    let names = files.loadParts.map(\.file)
    let shift = calendar.label == .end ? 1 : 0
    return EnergyTable(
      file: "\(names[0]) … \(names[names.count - 1])", timeColumn: EnergyTable.timeNames[0],
      times: steps.map { Self.spelled(calendar.year.moment(of: $0 + shift)) }, columns: columns,
      values: values.map { column in steps.map { column[$0] } }, rowCount: steps.count)
  }

  private static func spelled(_ moment: Moment) -> String {
    let minutes = moment.secondOfDay / Moment.secondsPerMinute
    let perHour = Moment.secondsPerHour / Moment.secondsPerMinute
    return "\(moment.date)T\(minutes / perHour):\(minutes % perHour)Z"
  }

  private static func noTimes(_ part: EnergyTable) -> Diagnostic {
    Diagnostic(
      .error, "energy.part-without-times", at: .init(file: part.file),
      message: LocalizedText(
        nl: "een van meer bestanden heeft geen tijden als eerste kolom",
        en: "one of several files has no times in its first column"),
      remedy: LocalizedText(
        nl: "Zet een kolom ‘time’ vooraan, of lever één bestand van een heel jaar.",
        en: "Put a column ‘time’ first, or deliver one file of a whole year."))
  }
}
