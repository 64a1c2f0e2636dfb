import Quantities

/// The cost of every step as a convex function of the energy that the cells gain — *stapkosten*.
///
/// For y kWh gained in a step, q = y / (ec dt) when charging and y ed / dt when discharging, so
///
///     f(y) = dt (F(q) + w max(0, -q)),   slope (F' - w) ed below y = 0 and F' / ec above
///
/// One direction at a time is thus in the shape of f and needs no binary. f is convex unless import is paid for: then the slope
/// falls at y = 0 (burning energy in a round trip would pay) and the pieces on both sides are replaced by their lower hull.
/// The hull is a bound; whether the operation found lies on f itself is checked afterwards.
final class StepCosts {
  /// Pieces that a step may have: three of F and one per flexible power, one of them cut in two at y = 0.
  let stride: Int

  let problem: DispatchProblem
  let count: Int
  /// E, kWh.
  let capacity: Double
  /// (1-h)^dt, what is left of a kWh after a step.
  let retention: Double
  /// kWh below which a difference is rounding.
  let tolerance: Double
  /// Least y of each step, kWh, and f there, EUR.
  let lowest: UnsafeMutablePointer<Double>
  let atLowest: UnsafeMutablePointer<Double>
  /// Number of pieces of each step.
  let counts: UnsafeMutablePointer<Int>
  /// EUR/kWh and kWh at `stride * step + piece`.
  let slopes: UnsafeMutablePointer<Double>
  let lengths: UnsafeMutablePointer<Double>
  /// First step that no battery content can serve.
  private(set) var impossible: Int?

  init(_ problem: DispatchProblem) {
    self.problem = problem
    count = problem.count
    stride = 2 + 2 + problem.flexible.count
    capacity = problem.battery.capacity.value
    retention = problem.battery.retention(hours: problem.hours)
    let power = problem.battery.chargePower.value + problem.battery.dischargePower.value
    tolerance = (capacity + power * problem.hours) * .ulpOfOne * Double(count)
    lowest = .allocate(capacity: count)
    atLowest = .allocate(capacity: count)
    counts = .allocate(capacity: count)
    slopes = .allocate(capacity: stride * count)
    lengths = .allocate(capacity: stride * count)
    counts.initialize(repeating: 0, count: count)
    for step in 0..<count { fill(step) }
  }

  deinit {
    for memory in [lowest, atLowest, slopes, lengths] { memory.deallocate() }
    counts.deallocate()
  }

  private func fill(_ step: Int) {
    let net = NetCost(problem, at: step)
    let battery = problem.battery
    let low = max(-battery.dischargePower.value, net.lowest)
    let high = min(battery.chargePower.value, net.highest)
    if high < low - Kilowatts.negligible.value, impossible == nil { impossible = step }
    lowest[step] = battery.gain(ofCharge: low, hours: problem.hours)
    var at = net.lowest
    var cost = net.atLowest - battery.wear.value * min(0, low)
    net.eachPiece { piece in
      guard piece.length > 0 else { return }
      cost += piece.slope * max(0, min(low, at + piece.length) - at)
      add(piece.slope, from: max(at, low), to: min(at + piece.length, high), step)
      at += piece.length
    }
    atLowest[step] = problem.hours * cost
  }

  /// Adds the part of a piece of F between two net charges, cut at zero.
  private func add(_ slope: Double, from: Double, to: Double, _ step: Int) {
    guard to > from else { return }
    let battery = problem.battery
    let start = battery.gain(ofCharge: from, hours: problem.hours)
    let end = battery.gain(ofCharge: to, hours: problem.hours)
    if from < 0 {
      push((slope - battery.wear.value) * battery.dischargeEfficiency, min(0, end) - start, step)
    }
    if to > 0 { push(slope / battery.chargeEfficiency, end - max(0, start), step) }
  }

  /// Appends a piece and keeps the slopes rising: a fall is replaced by the straight line over it.
  private func push(_ slope: Double, _ length: Double, _ step: Int) {
    let base = stride * step
    var slope = slope
    var length = length
    while counts[step] > 0, slopes[base + counts[step] - 1] >= slope {
      counts[step] -= 1
      let last = base + counts[step]
      let sum = length + lengths[last]
      slope = (slope * length + slopes[last] * lengths[last]) / sum
      length = sum
    }
    slopes[base + counts[step]] = slope
    lengths[base + counts[step]] = length
    counts[step] += 1
  }
}

extension Battery {
  /// (1-h)^dt. The power is taken by repeated roots, so that equal input gives equal bits on every machine.
  func retention(hours: Double) -> Double {
    guard standingLoss > 0 else { return 1 }
    var result = 1.0
    var root = 1 - standingLoss
    var rest = hours
    while rest >= 1 {
      result *= root
      rest -= 1
    }
    while rest > 0 {
      root = root.squareRoot()
      rest *= 2
      guard rest >= 1 else { continue }
      result *= root
      rest -= 1
    }
    return result
  }

  /// Energy that the cells gain from a net charge: less than goes in, and more leaves than comes out.
  func gain(ofCharge charge: Double, hours: Double) -> Double {
    charge > 0 ? charge * chargeEfficiency * hours : charge * hours / dischargeEfficiency
  }

  /// The net charge that gives this gain.
  func charge(ofGain gain: Double, hours: Double) -> Double {
    gain > 0 ? gain / (chargeEfficiency * hours) : gain * dischargeEfficiency / hours
  }
}
