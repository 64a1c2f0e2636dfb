import Quantities

/// Mean power in every step of a year — *jaarprofiel*, kW as `Float`: a connection-year of quarters is 140 kB.
///
/// Offtake is positive. A profile is complete: holes are filled by a stated rule, and counted, before it is made.
public struct Profile: Sendable, Hashable {
  /// Where the values come from — *herkomst*.
  public enum Origin: Sendable, Codable, Hashable {
    /// Metered, with the number of steps that were filled.
    case measured(filled: Int)
    /// Metered for a part of the year, with the days that took the values of others and the steps that were filled beside them.
    case completed(days: Int, filled: Int)
    /// A standard profile scaled to a yearly use: never to be shown as a measurement.
    case standard(name: String)
    /// Computed from other profiles.
    case derived
  }

  public let year: ProfileYear
  /// kW, one for each step of `year`.
  public let kilowatts: [Float]
  public let origin: Origin

  /// - Returns: nil when the number of values is not that of the year or a value is not a number.
  public init?(_ year: ProfileYear, kilowatts: [Float], origin: Origin) {
    guard kilowatts.count == year.count, kilowatts.allSatisfy(\.isFinite) else { return nil }
    self.init(unchecked: year, kilowatts: kilowatts, origin: origin)
  }

  init(unchecked year: ProfileYear, kilowatts: [Float], origin: Origin) {
    self.year = year
    self.kilowatts = kilowatts
    self.origin = origin
  }

  /// The values for calculation.
  public var values: [Double] { kilowatts.map(Double.init) }

  public var annual: KilowattHours {
    KilowattHours(kilowatts.reduce(0.0) { $0 + Double($1) } * year.step.hours)
  }

  public var peak: Kilowatts { Kilowatts(Double(kilowatts.max() ?? 0)) }

  /// Whether it was metered, at least in part.
  public var isMeasured: Bool {
    switch origin {
    case .measured, .completed: true
    case .standard, .derived: false
    }
  }

  /// Steps that a stated rule filled; 0 for what is no measurement.
  public var filledSteps: Int {
    switch origin {
    case .measured(let filled), .completed(_, let filled): filled
    case .standard, .derived: 0
    }
  }

  /// Days that were not measured and took the values of others; 0 for what is no measurement.
  public var completedDays: Int {
    if case .completed(let days, _) = origin { days } else { 0 }
  }
}
