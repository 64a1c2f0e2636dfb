/// The length of one value of a series — *tijdstap*.
public enum TimeStep: Int, CaseIterable, Sendable, Codable, Hashable {
  /// A quarter of an hour, the step of metering and of imbalance settlement — *kwartier*.
  case quarterHour = 15
  /// An hour — *uur*.
  case hour = 60

  public var minutes: Int { rawValue }
  public var seconds: Int { minutes * Moment.secondsPerMinute }
  /// Length in hours: 0.25 or 1.
  public var hours: Double { Double(seconds) / Double(Moment.secondsPerHour) }
  public var perHour: Int { Moment.secondsPerHour / seconds }
  public var perDay: Int { Moment.secondsPerDay / seconds }
  public var perWeek: Int { perDay * Moment.daysPerWeek }
}
