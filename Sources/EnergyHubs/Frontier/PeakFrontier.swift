import Quantities

/// How much storage keeps a hub under a limit — *afruil tussen kW en kWh*.
///
/// With x = net - M the excess over the limit in a step, the battery must give x (cells: x dt / ed) or can take
/// min(-x, B) (cells: ec dt). The least content that the start of a step must have follows backwards:
///
///     r_t = max(0, (r_{t+1} + φ(x_t)) / ρ),   φ(x) = max(x dt / ed, max(x, -B) ec dt)
///
/// and the least capacity is E(M) = max r_t, with the end of the year joined to its beginning. Filling whenever there is room is
/// never wrong for this question, so the recursion is exact (Bar-Noy, Johnson and Liu 2008). φ is convex in M, so E(M) is convex,
/// falling and piecewise linear.
///
/// Example: net 6, 2, 2, 6 kW by the hour without losses, M = 4, B = 2: the last and first hour follow each other and need
/// 2 + 2 kWh; E = 4.
public struct PeakFrontier: Sendable {
  /// Load less sun, kW; less any profile of rights that differs by step.
  public let net: [Double]
  public let hours: Double
  /// Powers, efficiencies and standing loss count; the capacity does not.
  public let battery: Battery
  /// The highest net, kW: the limit that needs no storage.
  public let peak: Kilowatts
  private let retention: Double

  public init(net: [Double], hours: Double, battery: Battery) {
    self.net = net
    self.hours = hours
    self.battery = battery
    peak = Kilowatts(net.max() ?? 0)
    retention = battery.retention(hours: hours)
  }

  /// The storage that a limit takes.
  public struct Requirement: Sendable, Hashable {
    public let limit: Kilowatts
    public let capacity: KilowattHours
    /// Change of the capacity per kW of limit, kWh/kW; not positive.
    public let slope: Double
    /// The steps that decide: storage is full before the first and empty after the last. May pass the end of the year.
    public let window: Range<Int>

    public init(limit: Kilowatts, capacity: KilowattHours, slope: Double, window: Range<Int>) {
      self.limit = limit
      self.capacity = capacity
      self.slope = slope
      self.window = window
    }
  }

  /// - Returns: nil when no capacity suffices: too little power, or too little room over the year to fill up again.
  public func requirement(at limit: Kilowatts) -> Requirement? {
    guard hasPower(at: limit.value), let worst = worst(limit.value) else { return nil }
    return requirement(limit.value, content: worst.content, step: worst.step)
  }

  /// Whether the battery can give what the highest step has above a limit.
  func hasPower(at limit: Double) -> Bool {
    peak.value - limit <= battery.dischargePower.value + Kilowatts.negligible.value
  }

  /// The requirement whose largest need stands at a step: from there to where nothing is needed, each step adds what its need
  /// changes with the limit, the further the more where content is lost on the way.
  func requirement(_ limit: Double, content: Double, step start: Int) -> Requirement {
    let (giving, taking, growth, power) = (giving, taking, growth, battery.chargePower.value)
    var (left, slope, weight) = (content, 0.0, 1.0)
    var step = start
    net.withUnsafeBufferPointer { net in
      var place = start
      while left > KilowattHours.negligible.value, step < start + 2 * net.count {
        let excess = net[place] - limit
        left = left * retention - max(excess * giving, max(excess, -power) * taking)
        weight *= growth
        slope -= (excess > 0 ? giving : excess > -power ? taking : 0) * weight
        step += 1
        place = place + 1 == net.count ? 0 : place + 1
      }
    }
    return Requirement(limit: Kilowatts(limit), capacity: KilowattHours(content), slope: slope, window: start..<step)
  }

  var giving: Double { hours / battery.dischargeEfficiency }
  var taking: Double { hours * battery.chargeEfficiency }
  var growth: Double { 1 / retention }

  /// The largest need of all steps, in two laps; nil when the second lap still grows.
  private func worst(_ limit: Double) -> (content: Double, step: Int)? {
    var state = Need(content: 0, largest: 0, step: 0)
    _ = sweep(&state, limit, untilEmpty: false)
    let first = state.content
    guard first > 0 else { return (state.largest, state.step) }
    if !sweep(&state, limit, untilEmpty: true), state.content > first + KilowattHours.negligible.value { return nil }
    return (state.largest, state.step)
  }

  private struct Need {
    var content: Double
    var largest: Double
    var step: Int
  }

  /// One lap backwards. - Returns: whether it stopped because nothing was needed any more.
  private func sweep(_ need: inout Need, _ limit: Double, untilEmpty: Bool) -> Bool {
    let giving = giving
    let taking = taking
    let power = battery.chargePower.value
    let growth = growth
    return net.withUnsafeBufferPointer { net in
      var content = need.content
      for step in stride(from: net.count - 1, through: 0, by: -1) {
        let excess = net[step] - limit
        content = max(0, (content + max(excess * giving, max(excess, -power) * taking)) * growth)
        if content > need.largest {
          need.largest = content
          need.step = step
        }
        if untilEmpty, content == 0 { return true }
      }
      need.content = content
      return false
    }
  }
}
