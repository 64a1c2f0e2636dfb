import Quantities

/// The steps of one calendar year, consecutive in UTC — *profieljaar*.
///
/// A year begins and ends at midnight of its clock. A Dutch year of quarters starts at 23:00 UTC on 31 December and has 35,040
/// steps, 35,136 in a leap year; the two changes of the clock cancel. Months are those of the same clock, so that a monthly
/// peak is the one on the bill.
public struct ProfileYear: Sendable, Codable, Hashable {
  /// The clock whose midnight begins the year and the months.
  public enum Clock: String, Sendable, Codable, Hashable, CaseIterable {
    case dutch, utc
  }

  public let year: Int
  public let step: TimeStep
  public let clock: Clock

  public init(_ year: Int, step: TimeStep = .quarterHour, clock: Clock = .dutch) {
    self.year = year
    self.step = step
    self.clock = clock
  }

  public var start: Moment { Self.midnight(CalendarDate(startOf: year), clock) }
  public var end: Moment { Self.midnight(CalendarDate(startOf: year + 1), clock) }
  /// Number of steps.
  public var count: Int { (end.seconds - start.seconds) / step.seconds }

  /// Start of a step.
  public func moment(of index: Int) -> Moment { start.adding(seconds: index * step.seconds) }

  /// The step that starts at this moment; nil outside the year or between two starts.
  public func index(of moment: Moment) -> Int? {
    let passed = moment.seconds - start.seconds
    guard passed >= 0, moment < end, passed.isMultiple(of: step.seconds) else { return nil }
    return passed / step.seconds
  }

  /// What the clock shows at the start of a step.
  public func reading(of index: Int) -> Moment {
    clock == .dutch ? DutchClock.reading(at: moment(of: index)) : moment(of: index)
  }

  /// Position of the first step of each month, and of the year's end: 13 numbers.
  public var monthStarts: [Int] {
    (1...Moment.monthsPerYear).map { month in
      CalendarDate(year: year, month: month, day: 1).map { steps(before: $0) } ?? 0
    } + [count]
  }

  /// Month of every step, 0 for January.
  public var months: [Int] {
    zip(monthStarts, monthStarts.dropFirst()).enumerated().flatMap { month, bounds in
      repeatElement(month, count: bounds.1 - bounds.0)
    }
  }

  /// The steps of a day of the clock: 92, 96 or 100 quarters.
  public func steps(of date: CalendarDate) -> Range<Int> { steps(before: date)..<steps(before: date.adding(days: 1)) }

  /// Whether these steps are the hour in winter time that the clock shows for the second time in October.
  public func isRepeatedHour(_ steps: Range<Int>) -> Bool {
    moment(of: steps.lowerBound) == DutchClock.change(in: Self.october, of: year) && steps.count == step.perHour
  }

  private static let october = Moment.monthsPerYear - 2

  /// Whether these steps hold a day of the clock as a whole.
  public func holdsDay(_ steps: Range<Int>) -> Bool {
    guard !steps.isEmpty else { return false }
    let first = reading(of: steps.lowerBound).date
    return [first, first.adding(days: 1)].map(self.steps).contains {
      $0.lowerBound >= steps.lowerBound && $0.upperBound <= steps.upperBound
    }
  }

  /// The longest stretches of steps of which nothing is known.
  public func holes(_ isKnown: [Bool]) -> [Range<Int>] {
    RawSeries(name: "", year: self, kilowatts: isKnown.map { $0 ? 0 : .nan }).holes
  }

  private func steps(before date: CalendarDate) -> Int {
    (Self.midnight(date, clock).seconds - start.seconds) / step.seconds
  }

  private static func midnight(_ date: CalendarDate, _ clock: Clock) -> Moment {
    clock == .dutch ? DutchClock.start(of: date) : Moment(date)
  }

}
