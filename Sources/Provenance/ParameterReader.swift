import Quantities

/// Reads parameters on one date and remembers what was read, so that a result carries the exact list of what it used.
public struct ParameterReader: Sendable {
  public let parameters: ParameterSet
  /// The date on which values must be in force.
  public let date: CalendarDate
  private var log: Set<ParameterReading> = []

  public init(_ parameters: ParameterSet, on date: CalendarDate) {
    self.parameters = parameters
    self.date = date
  }

  /// The readings so far, ordered by path and date.
  public var readings: [ParameterReading] { log.orderedByPath() }

  /// The value in force on `date`, or on `other` where a formula looks ahead.
  public mutating func read(
    _ key: String, _ member: String = "", regions: [String] = [], on other: CalendarDate? = nil
  ) throws(ParameterError) -> ParameterReading {
    let reading = try parameters.reading(key, member, regions: regions, on: other ?? date)
    log.insert(reading)
    return reading
  }

  /// Every dated value of a member, for formulas that run through time.
  public mutating func readTimeline(_ key: String, _ member: String = "", regions: [String] = [])
    throws(ParameterError) -> [ParameterReading]
  {
    let timeline = try parameters.timeline(key, member, regions: regions)
    log.formUnion(timeline)
    return timeline
  }
}
