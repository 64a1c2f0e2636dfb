import Quantities

/// The most power that rights allow in every step of a year — *bovengrens*, U_t in kW.
///
///     U_t = Σ firm + Σ block-bound inside its windows + (duration-bound + variable, or what a call leaves of them)
///
/// Duration-bound room is uncertain by nature: the operator chooses the hours without it. Unless calls are given, a chosen share of
/// steps is not taken away beforehand; `withoutUncertain` gives the bound that can be counted on in every step.
public struct UpperBound: Sendable, Hashable {
  public let year: ProfileYear
  /// kW, one for each step.
  public let kilowatts: [Double]
  /// The same with variable and duration-bound rights left out.
  public let withoutUncertain: [Double]

  public init(
    _ rights: [TransportRight], _ direction: TransportRight.Direction, calls: [CallWindow] = [], in year: ProfileYear
  ) {
    self.year = year
    let rights = rights.filter { $0.direction == direction }
    let firm = rights.reduce(0.0) { $0 + ($1.form == .firm ? $1.power.value : 0) }
    var certain = [Double](repeating: firm, count: year.count)
    for right in rights {
      guard case .blockBound(let windows) = right.form else { continue }
      Self.add(right.power.value, in: windows, of: year, to: &certain)
    }
    withoutUncertain = certain
    kilowatts = zip(certain, Self.uncertain(rights, calls, year)).map(+)
  }

  private static func add(_ power: Double, in windows: [DayWindow], of year: ProfileYear, to bound: inout [Double]) {
    for step in bound.indices {
      let reading = year.reading(of: step)
      if windows.contains(where: { $0.contains(reading) }) { bound[step] += power }
    }
  }

  /// Variable and duration-bound power per step, after the calls.
  private static func uncertain(_ rights: [TransportRight], _ calls: [CallWindow], _ year: ProfileYear) -> [Double] {
    let power = rights.reduce(0.0) { sum, right in
      switch right.form {
      case .variable, .durationBound: sum + right.power.value
      case .firm, .blockBound: sum
      }
    }
    var bound = [Double](repeating: power, count: year.count)
    for call in calls {
      for step in steps(of: call, in: year) { bound[step] = min(bound[step], call.remaining.value) }
    }
    return bound
  }

  /// The steps that a call touches, whole or in part.
  private static func steps(of call: CallWindow, in year: ProfileYear) -> Range<Int> {
    let length = year.step.seconds
    let from = max(0, min(year.count, (call.from.seconds - year.start.seconds) / length))
    let to = (call.to.seconds - year.start.seconds + length - 1) / length
    return from..<max(from, min(year.count, to))
  }

  /// Number of steps in which duration-bound power may be withheld: with a share of 0.85, 15 % of the year.
  public static func withheldSteps(share: Double, in year: ProfileYear) -> Int {
    Int((Double(year.count) * (1 - share)).rounded(.down))
  }
}
