import EnergyHubs
import Provenance
import Quantities

/// In which row of a table each step of the year stands — *plaats van de stappen*.
///
/// A table in hours is placed in hours; in a study of quarters each of its rows stands for four, which is told.
struct EnergyRows {
  /// Position from 0; nil where the table has no row for the step.
  let positions: [Int?]
  let diagnostics: [Diagnostic]
  /// Steps of the year for each row: 1, or 4 for hours in a study of quarters.
  let repeats: Int

  /// - Parameters:
  ///   - longestHole: hours that may be missing; more is refused.
  ///   - completable: what may be missing besides where completing is asked, and what is refused with the offer to ask for it.
  ///   - completes: whether it is asked.
  init(
    _ table: EnergyTable, _ calendar: EnergyCalendar, longestHole: Double, completable: Completable = .nothing,
    completes: Bool = false
  ) {
    let step = Self.step(of: table, calendar.year.step)
    let own = ProfileYear(calendar.year.year, step: step, clock: calendar.year.clock)
    let count = step == calendar.year.step ? 1 : step.seconds / calendar.year.step.seconds
    let placed = Self.placed(table, own, calendar)
    repeats = count
    positions = count == 1 ? placed.positions : placed.positions.flatMap { repeatElement($0, count: count) }
    let refused = placed.holes.filter { hole in
      Double(hole.count) * own.step.hours > longestHole && !(completes && completable.holds(hole, own))
    }
    let known =
      refused.contains { completable.holds($0, own) }
      ? YearCompletion(own, isKnown: placed.positions.map { $0 != nil }) : nil
    diagnostics =
      placed.diagnostics
      + refused.map { Self.missing($0, table, own, completable.holds($0, own) ? known : nil) }
      + (count > 1 ? [Self.hours(table)] : [])
  }

  /// Hours where a table has them and the study quarters; else the step of the study.
  static func step(of table: EnergyTable, _ step: TimeStep) -> TimeStep {
    guard step == .quarterHour else { return step }
    return table.times.isEmpty ? Self.step(ofRows: table.rowCount) : MeterTable.step(of: table.times)
  }

  /// Quarters where there are more rows than two years of hours have.
  static func step(ofRows count: Int) -> TimeStep {
    count >= 2 * ProfileYear(EnergyCalendar.usualYear, step: .hour).count ? .quarterHour : .hour
  }

  private static func placed(
    _ table: EnergyTable, _ year: ProfileYear, _ calendar: EnergyCalendar
  ) -> (positions: [Int?], holes: [Range<Int>], diagnostics: [Diagnostic]) {
    guard let column = table.timeColumn else {
      let fits = table.rowCount == year.count
      return (
        (0..<year.count).map { $0 < table.rowCount ? $0 : nil }, [], fits ? [] : [wrongLength(table, calendar.year)]
      )
    }
    // The row's number takes the place of a value, so that all columns share one reading of the times.
    let times = calendar.label == .end ? StepEnds.spelled(table.times) : table.times
    let reading = SeriesReading(
      SeriesTable(
        file: table.file, columns: [rowColumn, column],
        rows: times.enumerated().map { [table.isBlank($0.offset) ? "" : String($0.offset + 1), $0.element] }),
      as: SeriesFormat(
        timeColumn: column, layout: .wide(columns: [rowColumn]), clock: calendar.timeClock, measure: .kilowatts,
        label: calendar.label), in: year)
    let kilowatts = reading.series.first?.kilowatts ?? []
    let positions: [Int?] =
      kilowatts.isEmpty
      ? [Int?](repeating: nil, count: year.count) : kilowatts.map { $0.isNaN ? nil : Int($0) - 1 }
    return (
      positions, year.holes(positions.map { $0 != nil }), reading.diagnostics.map { placed($0, in: column) }
    )
  }

  /// What is wrong with a time stands in the column of times.
  private static func placed(_ found: Diagnostic, in column: String) -> Diagnostic {
    var place = found.place
    place.record = nil
    place.field = column
    return Diagnostic(
      found.severity, found.code, at: place, value: found.value, message: found.message, remedy: found.remedy)
  }

  private static let rowColumn = "#"

  /// A column in the order of the year.
  func values(_ column: [Double]) -> [Double] {
    positions.map { position in position.map { $0 < column.count ? column[$0] : .nan } ?? .nan }
  }

  private static func wrongLength(_ table: EnergyTable, _ year: ProfileYear) -> Diagnostic {
    Diagnostic(
      .error, "energy.length", at: .init(file: table.file), value: "\(table.rowCount)",
      message: LocalizedText(
        nl: "het aantal rijen is niet dat van een jaar van \(year.count) stappen van \(year.step.minutes) minuten",
        en: "the number of rows is not that of a year of \(year.count) steps of \(year.step.minutes) minutes"),
      remedy: LocalizedText(
        nl: "Lever een heel kalenderjaar, of voeg een kolom ‘time’ toe.",
        en: "Give a whole calendar year, or add a column ‘time’."))
  }

  private static func missing(
    _ hole: Range<Int>, _ table: EnergyTable, _ year: ProfileYear, _ known: YearCompletion?
  ) -> Diagnostic {
    if year.isRepeatedHour(hole) { return repeatedHour(hole, table, year) }
    let remedy = LocalizedText(
      nl: "Lever een heel kalenderjaar; controleer ook jaar en tijdzone.",
      en: "Give a whole calendar year; check the year and the time zone too.")
    return Diagnostic(
      .error, "energy.missing-rows", at: .init(file: table.file), value: year.spelled(hole.lowerBound),
      message: LocalizedText(
        nl: "\(hole.count) rijen van \(year.year) ontbreken, te beginnen met deze",
        en: "\(hole.count) rows of \(year.year) are missing, this one first"),
      remedy: known?.offer(remedy) ?? remedy)
  }

  private static func repeatedHour(_ hole: Range<Int>, _ table: EnergyTable, _ year: ProfileYear) -> Diagnostic {
    Diagnostic(
      .error, "energy.repeated-hour", at: .init(file: table.file), value: year.spelled(hole.lowerBound),
      message: LocalizedText(
        nl: "het uur dat in oktober tweemaal voorkomt staat er één keer in",
        en: "the hour that occurs twice in October is there once"),
      remedy: LocalizedText(
        nl: "Vraag de reeks in UTC op, of zet dat uur er nog eens in.",
        en: "Ask for the series in UTC, or put that hour in once more."))
  }

  private static func hours(_ table: EnergyTable) -> Diagnostic {
    Diagnostic(
      .warning, "energy.hours", at: .init(file: table.file),
      message: LocalizedText(
        nl: "uurwaarden in een studie van kwartieren: elk kwartier krijgt die van zijn uur",
        en: "hours in a study of quarters: every quarter gets that of its hour"),
      remedy: LocalizedText(
        nl: "Pieken binnen het uur zijn zo niet te zien; vraag zo mogelijk kwartierwaarden.",
        en: "Peaks within the hour are hidden so; ask for quarters if you can."))
  }
}

extension EnergyTable {
  /// Whether a row has nothing: spreadsheet programs write such rows.
  fileprivate func isBlank(_ row: Int) -> Bool { times[row].isEmpty && values.allSatisfy { $0[row].isNaN } }
}
