import EnergyHubs
import Provenance
import Quantities

/// The year and step of a study, as its settings and the times of its load say — *kalender van de studie*.
///
/// Without a column of times the rows are the steps of a year of UTC in order. With one, midnight is that of the Dutch clock unless
/// the first row is 1 January 00:00 with a Z or the settings say otherwise.
struct EnergyCalendar {
  let year: ProfileYear
  /// The clock of times without an offset.
  let timeClock: SeriesFormat.Clock

  init(_ files: EnergyCaseFiles) {
    let (load, settings) = (files.load, files.settings)
    let step = Self.step(load, settings)
    let clock = settings.clock ?? Self.clock(load)
    year = ProfileYear(settings.year ?? Self.year(load, step), step: step, clock: clock)
    timeClock = clock == .utc ? .utc : .dutch
  }

  private static func step(_ load: EnergyTable, _ settings: EnergySettings) -> TimeStep {
    if let hours = settings.numbers["hours_per_step"], let step = TimeStep.allCases.first(where: { $0.hours == hours })
    {
      return step
    }
    guard load.times.isEmpty else {
      let quarter = ":\(TimeStep.quarterHour.minutes)"
      return load.times.prefix(TimeStep.quarterHour.perHour + 1).contains { $0.contains(quarter) }
        ? .quarterHour : .hour
    }
    return load.rowCount >= 2 * ProfileYear(usualYear, step: .hour).count ? .quarterHour : .hour
  }

  private static func clock(_ load: EnergyTable) -> ProfileYear.Clock {
    guard let first = load.times.first else { return .utc }
    return first.contains("01-01") && first.contains("00:00") && first.hasSuffix("Z") ? .utc : .dutch
  }

  /// The year in the middle row: the first may still be in the year before, in UTC.
  private static func year(_ load: EnergyTable, _ step: TimeStep) -> Int {
    guard !load.times.isEmpty else {
      return load.rowCount == ProfileYear(leapYear, step: step).count ? leapYear : usualYear
    }
    let parts = load.times[load.times.count / 2].split { !$0.isNumber }
    return parts.first { $0.count == yearWidth }.flatMap { Int($0) } ?? usualYear
  }

  private static let yearWidth = 4
  /// Years that stand for those without and with 29 February where the files name none.
  static let usualYear = 2025
  static let leapYear = 2024
}

/// In which row of a table each step of the year stands — *plaats van de stappen*.
struct EnergyRows {
  /// Position from 0; nil where the table has no row for the step.
  let positions: [Int?]
  let diagnostics: [Diagnostic]

  init(_ table: EnergyTable, _ calendar: EnergyCalendar, longestHole: Double) {
    guard let column = table.timeColumn else {
      positions = (0..<calendar.year.count).map { $0 < table.rowCount ? $0 : nil }
      let fits = table.rowCount == calendar.year.count
      diagnostics = fits ? [] : [Self.wrongLength(table, calendar.year)]
      return
    }
    // The row's number takes the place of a value, so that all columns share one reading of the times.
    let reading = SeriesReading(
      SeriesTable(
        file: table.file, columns: [Self.rowColumn, column],
        rows: table.times.enumerated().map { [String($0.offset + 1), $0.element] }),
      as: SeriesFormat(
        timeColumn: column, layout: .wide(columns: [Self.rowColumn]), clock: calendar.timeClock, measure: .kilowatts),
      in: calendar.year)
    let placed = reading.series.first ?? RawSeries(name: column, year: calendar.year, kilowatts: [])
    positions =
      placed.kilowatts.isEmpty
      ? [Int?](repeating: nil, count: calendar.year.count) : placed.kilowatts.map { $0.isNaN ? nil : Int($0) - 1 }
    let long = RawSeries(name: column, year: calendar.year, kilowatts: positions.map { $0 == nil ? .nan : 0 }).holes
      .filter { Double($0.count) * calendar.year.step.hours > longestHole }
    diagnostics = reading.diagnostics + long.map { Self.missing($0, table, calendar.year) }
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

  private static func missing(_ hole: Range<Int>, _ table: EnergyTable, _ year: ProfileYear) -> Diagnostic {
    Diagnostic(
      .error, "energy.missing-rows", at: .init(file: table.file), value: year.spelled(hole.lowerBound),
      message: LocalizedText(
        nl: "\(hole.count) rijen van \(year.year) ontbreken, te beginnen met deze",
        en: "\(hole.count) rows of \(year.year) are missing, this one first"),
      remedy: LocalizedText(
        nl: "Lever een heel kalenderjaar; controleer ook jaar en tijdzone.",
        en: "Give a whole calendar year; check the year and the time zone too."))
  }
}

extension ProfileYear {
  /// The clock at the start of a step: 2024-10-27 02:30.
  package func spelled(_ step: Int) -> String {
    let reading = reading(of: step)
    let minutes = reading.secondOfDay / Moment.secondsPerMinute
    let perHour = Moment.secondsPerHour / Moment.secondsPerMinute
    func padded(_ number: Int) -> String { String(String(100 + number).dropFirst()) }
    return "\(reading.date) \(padded(minutes / perHour)):\(padded(minutes % perHour))"
  }
}
