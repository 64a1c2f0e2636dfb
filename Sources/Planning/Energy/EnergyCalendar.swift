import EnergyHubs
import Quantities

/// The year and step of a study, as its settings and the times of its load say — *kalender van de studie*.
///
/// Without a column of times the rows are the steps of a year of UTC in order. With one, midnight is that of the Dutch clock unless
/// the first row is 1 January 00:00 with a Z or the settings say otherwise.
struct EnergyCalendar {
  let year: ProfileYear
  /// The clock of times without an offset.
  let timeClock: SeriesFormat.Clock

  /// Whether such times name the end of their step.
  let label: SeriesFormat.Label

  init(_ files: EnergyCaseFiles) {
    let settings = files.settings
    let meters = files.meters.map(\.times)
    let source = Self.source(files, meters)
    let step = settings.numbers["hours_per_step"].flatMap { hours in
      TimeStep.allCases.first { $0.hours == hours }
    }
    let found = step ?? Self.step(files, source, meters)
    let clock = settings.clock ?? Self.clock(source.times)
    year = ProfileYear(settings.year ?? Self.year(source, found), step: found, clock: clock)
    timeClock = clock == .utc ? .utc : .dutch
    label = settings.label ?? .start
  }

  /// The times that make the year: of loads before meters before prices; of several files together, the earliest first.
  private static func source(_ files: EnergyCaseFiles, _ meters: [[String]]) -> (times: [String], rowCount: Int) {
    let loads = files.loadParts.isEmpty ? [files.load] : files.loadParts
    let count = loads.reduce(0) { $0 + $1.rowCount }
    if count > 0 { return (inOrder(loads.map(\.times)), count) }
    if !meters.isEmpty { return (inOrder(meters), files.meters.reduce(0) { $0 + $1.table.rows.count }) }
    return (files.series.times, files.series.rowCount)
  }

  private static func inOrder(_ parts: [[String]]) -> [String] {
    guard parts.count > 1 else { return parts.first ?? [] }
    let begins = parts.map { MeterTable.earliest($0.prefix(1).map(\.self))?.seconds ?? .max }
    return parts.indices.sorted { (begins[$0], $0) < (begins[$1], $1) }.flatMap { parts[$0] }
  }

  /// Quarters when any file has them.
  private static func step(
    _ files: EnergyCaseFiles, _ source: (times: [String], rowCount: Int), _ meters: [[String]]
  ) -> TimeStep {
    let times = (files.loadParts.isEmpty ? [source.times] : files.loadParts.map(\.times)) + meters
    if times.contains(where: { !$0.isEmpty }) {
      return times.contains { !$0.isEmpty && MeterTable.step(of: $0) == .quarterHour } ? .quarterHour : .hour
    }
    return EnergyRows.step(ofRows: source.rowCount)
  }

  private static func clock(_ times: [String]) -> ProfileYear.Clock {
    guard let first = times.first else { return .utc }
    return first.contains("01-01") && first.contains("00:00") && first.hasSuffix("Z") ? .utc : .dutch
  }

  /// The year that most of some rows all over the table have: the first may still be in the year before, in UTC.
  private static func year(_ source: (times: [String], rowCount: Int), _ step: TimeStep) -> Int {
    guard !source.times.isEmpty else {
      return source.rowCount == ProfileYear(leapYear, step: step).count ? leapYear : usualYear
    }
    var counts: [Int: Int] = [:]
    for row in stride(from: 0, to: source.times.count, by: max(1, source.times.count / looked)) {
      let parts = source.times[row].split { !$0.isNumber }
      if let year = parts.first(where: { $0.count == yearWidth }).flatMap({ Int($0) }) { counts[year, default: 0] += 1 }
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? usualYear
  }

  /// Rows that are looked at.
  private static let looked = 200
  private static let yearWidth = 4
  /// Years that stand for those without and with 29 February where the files name none.
  static let usualYear = 2025
  static let leapYear = 2024
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
