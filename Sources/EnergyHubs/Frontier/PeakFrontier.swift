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
  /// The highest net of every run of steps, kW.
  let tops: [Double]
  /// What a step's need grows by per kW above and below the limit, kWh, and the need of the step after it.
  let rates: Rates

  struct Rates {
    let giving: Double
    let taking: Double
    let growth: Double
    /// The most that the battery takes, kW.
    let power: Double
    /// The least need, kWh. A number in memory: of a maximum with a known zero the compiler makes two instructions, for which
    /// every step of a walk then waits.
    let none = 0.0

    /// What a step asks for, kWh: negative where there is room to fill up.
    @inline(__always)
    func need(_ excess: Double) -> Double { max(excess * giving, max(excess, -power) * taking) }

    /// The need before a step from that after it, kWh.
    @inline(__always)
    func need(_ excess: Double, after content: Double) -> Double {
      max(0, need(excess).addingProduct(content, growth))
    }

    /// How what a step asks for changes with the excess, kWh/kW.
    func change(_ excess: Double) -> Double { excess > 0 ? giving : excess > -power ? taking : 0 }
  }

  public init(net: [Double], hours: Double, battery: Battery) {
    self.net = net
    self.hours = hours
    self.battery = battery
    tops = stride(from: 0, to: net.count, by: Self.run).map { net[$0..<min($0 + Self.run, net.count)].max() ?? 0 }
    peak = Kilowatts(tops.max() ?? 0)
    let growth = 1 / battery.retention(hours: hours)
    rates = Rates(
      giving: hours / battery.dischargeEfficiency * growth, taking: hours * battery.chargeEfficiency * growth,
      growth: growth, power: battery.chargePower.value)
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
    guard hasPower(at: limit.value), let need = largestNeed(limit.value) else { return nil }
    return requirement(limit.value, content: need.largest, step: need.step)
  }

  /// Whether the battery can give what the highest step has above a limit.
  func hasPower(at limit: Double) -> Bool {
    peak.value - limit <= battery.dischargePower.value + Kilowatts.negligible.value
  }

  /// The largest need of all steps, in two laps; nil when the second lap still grows.
  private func largestNeed(_ limit: Double) -> Need? {
    var need = Need()
    _ = sweep(&need, limit, untilEmpty: false)
    let first = need.content
    guard first > 0 else { return need }
    if !sweep(&need, limit, untilEmpty: true), need.content > first + KilowattHours.negligible.value { return nil }
    return need
  }

  private struct Need {
    var content = 0.0
    var largest = 0.0
    /// Of the steps with the largest need the last of the year.
    var step = 0
  }

  /// One lap backwards. - Returns: whether it stopped because nothing was needed any more.
  private func sweep(_ need: inout Need, _ limit: Double, untilEmpty: Bool) -> Bool {
    for run in tops.indices.reversed() {
      if need.content > 0 || tops[run] > limit { pass(&need, limit, steps(ofRun: run), isSecond: untilEmpty) }
      if untilEmpty, need.content == 0 { return true }
    }
    return false
  }

  @inline(__always)
  private func pass(_ need: inout Need, _ limit: Double, _ steps: Range<Int>, isSecond: Bool) {
    let rates = rates
    net.withUnsafeBufferPointer { net in
      var content = need.content
      for step in steps.reversed() {
        content = rates.need(net[step] - limit, after: content)
        if content > need.largest || isSecond && content == need.largest && step > need.step {
          need.largest = content
          need.step = step
        }
      }
      need.content = content
    }
  }

  /// The steps of a run: of a few hours, which a walk passes over while nothing is needed and none of them asks for anything.
  func steps(ofRun run: Int) -> Range<Int> { run * Self.run..<min((run + 1) * Self.run, net.count) }

  private static let run = 2 * Lanes.scalarCount
}
