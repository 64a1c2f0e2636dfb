import Quantities

/// A right to transport power, in one direction — *transportrecht*; several may hold on one connection (Netcode art. 7.1).
///
/// Every right is an upper bound on the power in each step. What the rights of a connection add up to is `UpperBound`.
public struct TransportRight: Sendable, Codable, Hashable {
  public enum Direction: String, Sendable, Codable, Hashable, CaseIterable {
    case offtake, feedIn = "feed-in"
  }

  /// When the power is there — *vorm*.
  public enum Form: Sendable, Codable, Hashable {
    /// Always — *volledig vast*.
    case firm
    /// Except when the operator calls it back — *variabel*.
    case variable
    /// In a share of the hours of the year that the operator chooses — *tijdsduurgebonden*.
    case durationBound(share: Double)
    /// In fixed hours of the day — *tijdsblokgebonden*.
    case blockBound([DayWindow])
  }

  public let form: Form
  public let direction: Direction
  public let power: Kilowatts

  public init(_ form: Form, _ direction: Direction, power: Kilowatts) {
    self.form = form
    self.direction = direction
    self.power = power
  }

  var isSound: Bool {
    guard power.value >= 0, power.value.isFinite else { return false }
    switch form {
    case .firm, .variable: return true
    case .durationBound(let share): return (0...1).contains(share)
    case .blockBound(let windows): return windows.allSatisfy(\.isSound)
    }
  }
}

/// Hours of the clock on some days of the week — *tijdvak*. May pass midnight: 22:00 to 06:00.
public struct DayWindow: Sendable, Codable, Hashable {
  /// Minute of the day at which it begins, and at which it has ended.
  public let fromMinute: Int
  public let toMinute: Int
  /// 0 is Monday; the day on which the window begins.
  public let weekdays: Set<Int>

  public init(fromMinute: Int, toMinute: Int, weekdays: Set<Int> = Set(0..<Moment.daysPerWeek)) {
    self.fromMinute = fromMinute
    self.toMinute = toMinute
    self.weekdays = weekdays
  }

  static let minutesPerDay = Moment.secondsPerDay / Moment.secondsPerMinute

  var isSound: Bool {
    [fromMinute, toMinute].allSatisfy { (0...Self.minutesPerDay).contains($0) } && fromMinute != toMinute
      && weekdays.allSatisfy { (0..<Moment.daysPerWeek).contains($0) }
  }

  /// Whether the clock shows a time inside the window.
  public func contains(_ reading: Moment) -> Bool {
    let minute = reading.secondOfDay / Moment.secondsPerMinute
    let weekday = reading.date.weekday
    if fromMinute < toMinute { return weekdays.contains(weekday) && (fromMinute..<toMinute).contains(minute) }
    let before = (weekday + Moment.daysPerWeek - 1) % Moment.daysPerWeek
    return weekdays.contains(weekday) && minute >= fromMinute || weekdays.contains(before) && minute < toMinute
  }
}

/// A period in which the operator may ask for less, or has asked — *afroepvenster*.
public struct CallWindow: Sendable, Codable, Hashable {
  public let from: Moment
  public let to: Moment
  /// What remains allowed of the variable rights, kW.
  public let remaining: Kilowatts

  public init(from: Moment, to: Moment, remaining: Kilowatts = .zero) {
    self.from = from
    self.to = to
    self.remaining = remaining
  }
}
