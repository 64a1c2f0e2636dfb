import Quantities

/// From what on a series is doubtful, and what may be filled — *regels voor meetreeksen*; parameters, not facts.
public struct SeriesRules: Sendable, Codable, Hashable {
  /// Longest hole that is filled, in hours; a longer one makes the series unusable.
  public var longestFill: Double
  /// Longest run of zeros that passes without a remark, in hours: a closed weekend is no fault.
  public var longestZeroRun: Double
  /// A value is a spike above this many times the level that 99 % of the steps keep below.
  public var spikeFactor: Double
  /// Relative difference with the stated yearly use that passes.
  public var annualTolerance: Double
  /// Measured days of each kind with which the days that were not measured are completed; nil refuses a part of a year.
  public var leastDays: Int?

  public init(
    longestFill: Double, longestZeroRun: Double, spikeFactor: Double, annualTolerance: Double, leastDays: Int? = nil
  ) {
    self.longestFill = longestFill
    self.longestZeroRun = longestZeroRun
    self.spikeFactor = spikeFactor
    self.annualTolerance = annualTolerance
    self.leastDays = leastDays
  }
}

/// What is known of a connection apart from its series; nil is unknown.
public struct SeriesExpectation: Sendable, Codable, Hashable {
  public var annual: KilowattHours?
  /// Offtake that all rights together allow, and that the cable can carry.
  public var contracted: Kilowatts?
  public var physical: Kilowatts?
  /// Feed-in that the rights allow.
  public var feedIn: Kilowatts?
  /// The most that what stands behind the connection can give.
  public var generation: Kilowatts?

  public init(
    annual: KilowattHours? = nil, contracted: Kilowatts? = nil, physical: Kilowatts? = nil, feedIn: Kilowatts? = nil,
    generation: Kilowatts? = nil
  ) {
    self.annual = annual
    self.contracted = contracted
    self.physical = physical
    self.feedIn = feedIn
    self.generation = generation
  }

  /// Whether negative values are no surprise.
  var mayFeedIn: Bool { (feedIn?.value ?? 0) > 0 || (generation?.value ?? 0) > 0 }
}
