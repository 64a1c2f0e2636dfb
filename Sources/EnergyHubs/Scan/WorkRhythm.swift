import Quantities

/// How the power of one kind of firm runs through the week and the year — *werkritme*: a rule, never a measurement.
///
/// `power = (night + (1 − night) · at work · day share) · (1 + swing · cos 2π(t − coldest))`, scaled to a mean of 1. At work is
/// 1 from opening to closing and a half in the hour before and after. Public holidays are not known.
///
/// Example: night 1 and swing 0 give 1 in every hour.
public struct WorkRhythm: Sendable, Hashable {
  /// Power outside working hours over that at work.
  public var night: Double
  /// Hours on the clock; work runs from opening until closing.
  public var opening: Double
  public var closing: Double
  /// Part of the work of a weekday that goes on.
  public var saturday: Double
  public var sunday: Double
  /// Extra in the coldest week over the yearly mean; negative for who cools in summer.
  public var winterSwing: Double
  /// Share of the year that has passed in the coldest week.
  public var coldest: Double

  public init(
    night: Double, opening: Double, closing: Double, saturday: Double, sunday: Double, winterSwing: Double,
    coldest: Double
  ) {
    self.night = night
    self.opening = opening
    self.closing = closing
    self.saturday = saturday
    self.sunday = sunday
    self.winterSwing = winterSwing
    self.coldest = coldest
  }

  /// Power per hour over its mean.
  public func shape(_ calendar: HourCalendar) -> [Double] {
    let raw = unscaled(calendar)
    let mean = raw.reduce(0, +) / Double(raw.count)
    return raw.map { mean > 0 ? $0 / mean : 1 }
  }

  /// Power per hour over that at work in a mean season.
  package func unscaled(_ calendar: HourCalendar) -> [Double] {
    let amounts = amounts
    return (0..<calendar.count).map { amounts.unscaled($0, calendar) }
  }

  /// The share of the work that is done at every hour on the clock.
  package var atWork: [Double] { (0..<TimeStep.hour.perDay).map { atWork(Double($0)) } }

  private var amounts: RhythmAmounts<Double> {
    RhythmAmounts(
      night: night, atWork: atWork, saturday: saturday, sunday: sunday, winterSwing: winterSwing, coldest: coldest)
  }

  private func atWork(_ hour: Double) -> Double {
    if opening <= hour && hour < closing { return 1 }
    return opening - 1 <= hour && hour < closing + 1 ? 1 / 2 : 0
  }
}
