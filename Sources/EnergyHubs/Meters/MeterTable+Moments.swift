import Quantities

extension MeterTable {
  /// What a column of times holds, by its name.
  public enum TimePart: Sendable, Hashable, CaseIterable {
    /// Day and clock together, or the clock by itself.
    case moment
    /// The day, where the clock may stand in another column.
    case day
  }

  /// Per column; nil for a column without times.
  public static func timeParts(_ columns: [String]) -> [TimePart?] {
    let roles = columns.map(MeterColumn.init)
    let hasClock = roles.contains { $0 == .clock || $0 == .time(isEnd: false) || $0 == .time(isEnd: true) }
    return roles.map { role in
      switch role {
      case .time, .clock: .moment
      case .day: hasClock ? .day : .moment
      default: nil
      }
    }
  }

  /// The earliest of some times, as if each that names no offset were UTC: enough to put files in order.
  public static func earliest(_ times: [String]) -> Moment? {
    times.lazy.compactMap { TimeReading($0).map { $0.reading.adding(seconds: -($0.offset ?? 0)) } }.min()
  }
}
