import Quantities

/// From which step every step of a year takes its value when days were not measured — *aanvullen van een deel van een jaar*.
///
/// A day of which any step is unknown counts as not measured, all of it. It takes the measured day of the same kind that is nearest
/// in the calendar, going round the year; of two as near, the earlier of the year. Values go by the time on the clock: an hour that
/// the day taken skips in spring gets the hour before it, and an hour that the day itself has twice in autumn gets the one of the day
/// taken twice. A measured day keeps its own values, so that a whole year is left as it is.
public struct YearCompletion: Sendable, Hashable {
  /// For every step the step whose value it takes; itself on a measured day, and where no day of its kind was measured.
  public let sources: [Int]
  /// Days that were measured as a whole, by kind.
  public let measured: [DayKind: Int]
  /// Days that were not, by kind.
  public let missing: [DayKind: Int]

  /// - Parameter isKnown: whether there is a value, for each step of the year.
  public init(_ year: ProfileYear, isKnown: [Bool]) {
    let days = Self.days(year)
    let kinds = days.map { DayKind($0.date) }
    let isMeasured = days.map { $0.steps.allSatisfy { isKnown[$0] } }
    measured = Self.counts(kinds, isMeasured) { $0 }
    missing = Self.counts(kinds, isMeasured) { !$0 }
    var sources = Array(0..<year.count)
    for (day, kind) in kinds.enumerated() where !isMeasured[day] {
      let like = days.indices.filter { isMeasured[$0] && kinds[$0] == kind }
      guard let nearest = like.min(by: { Self.distance($0, day, days.count) < Self.distance($1, day, days.count) })
      else { continue }
      Self.take(days[nearest].steps, for: days[day].steps, in: year, &sources)
    }
    self.sources = sources
  }

  /// Days that take the values of another.
  public var completed: Int { missing.filter { (measured[$0.key] ?? 0) > 0 }.values.reduce(0, +) }
  public var measuredDays: Int { measured.values.reduce(0, +) }

  /// Kinds of which days are missing and fewer than so many were measured.
  public func scarce(_ least: Int) -> [DayKind] {
    DayKind.allCases.filter { (missing[$0] ?? 0) > 0 && (measured[$0] ?? 0) < max(1, least) }
  }

  /// What is said where days of some kinds are scarce.
  public func shortage(_ least: Int) -> LocalizedText {
    func list(_ language: Language) -> String {
      scarce(least).map { "\(measured[$0] ?? 0) \($0.name[language])" }.joined(separator: ", ")
    }
    return LocalizedText(
      nl: "te weinig gemeten dagen om het jaar aan te vullen: \(list(.nl))",
      en: "too few days were measured to complete the year: \(list(.en))")
  }

  public func applied<Value>(to values: [Value]) -> [Value] { sources.map { values[$0] } }

  /// How to ask for this, and what there is to do it with.
  public func offer(_ remedy: LocalizedText) -> LocalizedText {
    guard measuredDays > 0 else { return remedy }
    return remedy
      + LocalizedText(
        nl: " Of geef --complete-year: de \(measuredDays) gemeten dagen vullen dan de dagen die ontbreken.",
        en: " Or give --complete-year: the \(measuredDays) days measured then fill the days that are missing.")
  }

  private static func days(_ year: ProfileYear) -> [(date: CalendarDate, steps: Range<Int>)] {
    let first = CalendarDate(startOf: year.year)
    let count = CalendarDate(startOf: year.year + 1).daysSince1970 - first.daysSince1970
    return (0..<count).map { day in
      let date = first.adding(days: day)
      return (date, year.steps(of: date))
    }
  }

  private static func counts(_ kinds: [DayKind], _ isMeasured: [Bool], _ holds: (Bool) -> Bool) -> [DayKind: Int] {
    Dictionary(zip(kinds, isMeasured).filter { holds($0.1) }.map { ($0.0, 1) }, uniquingKeysWith: +)
  }

  /// Days between two days, the shorter way round a year of `count` days.
  private static func distance(_ one: Int, _ other: Int, _ count: Int) -> Int {
    let between = abs(one - other)
    return min(between, count - between)
  }

  private static func take(_ taken: Range<Int>, for day: Range<Int>, in year: ProfileYear, _ sources: inout [Int]) {
    // Only on the two days on which the clock changes must its hours be looked up.
    guard day.count != year.step.perDay || taken.count != year.step.perDay else {
      for (step, source) in zip(day, taken) { sources[step] = source }
      return
    }
    let places = Dictionary(
      taken.map { (year.reading(of: $0).secondOfDay, $0) }, uniquingKeysWith: { first, _ in first })
    for step in day {
      let second = year.reading(of: step).secondOfDay
      sources[step] = places[second] ?? places[second - Moment.secondsPerHour] ?? taken.lowerBound
    }
  }
}
