import EnergyHubs
import Quantities

/// Every step of the group's year before and after building, kW; never leaves the use-case.
struct GroupYear {
  let park: EnergyCase
  let load: [Double]
  let importedBefore: [Double]
  let exportedBefore: [Double]
  /// At the chosen sizes; nil where nothing is possible.
  let after: PlanDispatch.Flows?

  init(_ park: EnergyCase, after: PlanDispatch.Flows?) {
    self.park = park
    self.after = after
    load = park.load
    // Production that stands may be curtailed, but nobody does so without a reason.
    let net = park.existing.isEmpty ? load : zip(load, park.existing).map { $0 - $1 }
    importedBefore = net.map { max(0, $0) }
    exportedBefore = net.map { max(0, -$0) }
  }

  var netBefore: [Double] { zip(importedBefore, exportedBefore).map { $0 - $1 } }
  var netAfter: [Double]? { after.map { zip($0.imported, $0.exported).map { $0 - $1 } } }

  func energy(_ values: some Sequence<Double>) -> Double { values.reduce(0, +) * park.hours }
}

/// The group's year in a few hundred numbers — *belastingkrommen*.
public struct GroupCurves: Codable, Sendable, Equatable {
  /// A net power (negative is fed in) that is reached during a number of hours of the year, kW.
  public struct DurationPoint: Codable, Sendable, Equatable {
    public let hours: Double
    public let before: Double
    public let after: Double?
  }

  /// An hour of the clock before building: the mean of working days and of weekends, and the highest step, kW.
  public struct DayPoint: Codable, Sendable, Equatable {
    public let hour: Int
    public let weekday: Double
    public let weekend: Double
    public let highest: Double
  }

  /// Points of the curve, and hours of the day, that stand in the tables beside the pictures.
  public static let shownPoints = [0, 10, 20, 30, 50, 70, 100]
  public static let shownHours = Array(stride(from: 0, to: hoursPerDay, by: 3))

  public let duration: [DurationPoint]
  public let day: [DayPoint]
  public let week: PeakWeek

  init(_ year: GroupYear) {
    duration = Self.duration(year)
    day = Self.day(year)
    week = PeakWeek(year)
  }

  /// Places from high to low that lie closer together near the peak.
  private static func duration(_ year: GroupYear) -> [DurationPoint] {
    let before = year.netBefore.sorted(by: >)
    let after = year.netAfter?.sorted(by: >)
    return places(before.count).map { place in
      DurationPoint(hours: Double(place) * year.park.hours, before: before[place], after: after?[place])
    }
  }

  static func places(_ count: Int) -> [Int] {
    (0...parts).map { place($0, of: count) }
  }

  /// - Parameter point: from 0 to `parts`.
  static func place(_ point: Int, of count: Int) -> Int {
    let share = Double(point) / Double(parts)
    return Int((share * share * Double(count - 1)).rounded())
  }

  private static let parts = 100

  private static func day(_ year: GroupYear) -> [DayPoint] {
    let net = year.netBefore
    func mean(_ steps: [Int]) -> Double { steps.reduce(0) { $0 + net[$1] } / Double(steps.count) }
    return stepsOfHours(year).enumerated().map { hour, steps in
      DayPoint(
        hour: hour, weekday: mean(steps.weekday), weekend: mean(steps.weekend),
        highest: (steps.weekday + steps.weekend).reduce(-.infinity) { max($0, net[$1]) })
    }
  }

  /// The steps of an hour of the clock, those of working days apart.
  typealias HourSteps = (weekday: [Int], weekend: [Int])

  /// In the order of the hours.
  static func stepsOfHours(_ year: GroupYear) -> [HourSteps] {
    var steps = [HourSteps](repeating: ([], []), count: hoursPerDay)
    for step in year.load.indices {
      let reading = year.park.year.reading(of: step)
      let hour = reading.secondOfDay / Moment.secondsPerHour
      if reading.date.weekday < Moment.daysPerWeek - 2 {
        steps[hour].weekday.append(step)
      } else {
        steps[hour].weekend.append(step)
      }
    }
    return steps
  }

  private static let hoursPerDay = Moment.secondsPerDay / Moment.secondsPerHour
}

/// The week from Monday with the highest import, before and after, kW per step — *piekweek*.
public struct PeakWeek: Codable, Sendable, Equatable {
  /// kW and kWh; what is after is nil where nothing is possible.
  public struct Day: Codable, Sendable, Equatable {
    public let date: CalendarDate
    /// Hours from the start of the week.
    public let start: Double
    public let peakBefore: Double
    public let peakAfter: Double?
    public let sun: Double?
    public let charged: Double?
    public let discharged: Double?
  }

  public let hoursPerStep: Double
  public let importedBefore: [Double]
  public let importedAfter: [Double]?
  public let sun: [Double]?
  /// Discharge is positive, charge negative.
  public let battery: [Double]?
  public let days: [Day]

  /// The days of the week with the highest import; the first and the last week of a year are cut off at its ends.
  static func spans(_ year: GroupYear) -> [(date: CalendarDate, steps: Range<Int>)] {
    let peak = year.importedBefore.indices.max { year.importedBefore[$0] < year.importedBefore[$1] } ?? 0
    let clock = year.park.year
    let date = clock.reading(of: peak).date
    let dates = (0..<Moment.daysPerWeek).map { date.adding(days: $0 - date.weekday) }
    return dates.map { (date: $0, steps: clock.steps(of: $0).clamped(to: 0..<clock.count)) }.filter {
      !$0.steps.isEmpty
    }
  }

  static func steps(_ year: GroupYear) -> Range<Int> {
    let spans = spans(year)
    return (spans.first?.steps.lowerBound ?? 0)..<(spans.last?.steps.upperBound ?? 0)
  }

  init(_ year: GroupYear) {
    let (spans, steps) = (Self.spans(year), Self.steps(year))
    let after = year.after
    hoursPerStep = year.park.hours
    importedBefore = Array(year.importedBefore[steps])
    importedAfter = after.map { Array($0.imported[steps]) }
    sun = after.map { Array($0.generated[steps]) }
    battery = after.map { flows in steps.map { flows.discharged[$0] - flows.charged[$0] } }
    days = spans.map { date, span in
      Day(
        date: date, start: Double(span.lowerBound - steps.lowerBound) * year.park.hours,
        peakBefore: year.importedBefore[span].max() ?? 0, peakAfter: after?.imported[span].max(),
        sun: after.map { year.energy($0.generated[span]) }, charged: after.map { year.energy($0.charged[span]) },
        discharged: after.map { year.energy($0.discharged[span]) })
    }
  }
}
