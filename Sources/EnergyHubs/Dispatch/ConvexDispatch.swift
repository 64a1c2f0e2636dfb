import Quantities

/// Least-cost content of the battery over a year, by exact dynamic programming — *inzet door terugrekenen*.
///
/// Backwards the value function passes every step; per piece of f one threshold is kept, at most four numbers a step. Forwards the
/// content follows from the thresholds. The circle is closed in this order, and `DispatchProof` judges each answer:
///
/// 1. A month of the next lap is gone through first, so that the year's end knows what a kWh is worth; after a few days nothing
///    of the beginning is left in V. The path of the second round, started where the first one ended, joins the first.
/// 2. Another lap, where a month was too short.
/// 3. A price on the change of content over the year, found by bisection: for storage so large that no bound is ever met.
final class ConvexDispatch {
  let costs: StepCosts
  private let thresholds: UnsafeMutablePointer<Double>

  init(_ costs: StepCosts) {
    self.costs = costs
    thresholds = .allocate(capacity: costs.stride * costs.count)
  }

  deinit { thresholds.deallocate() }

  /// The contents (one more than there are steps, the last equal to the first) and their proof; nil when there are none.
  func solved() -> (path: [Double], proof: DispatchProof)? {
    let count = costs.count
    var value = ValueFunction(costs)
    defer { value.release() }
    guard run(&value, over: 0..<max(1, count / Moment.monthsPerYear), keep: false) else { return nil }
    for _ in 0..<Self.laps {
      guard run(&value, over: 0..<count, keep: true) else { return nil }
      guard let path = closedPath(startingIn: value.domain) else { continue }
      let proof = DispatchProof(costs, path)
      if proof.isTight { return (path, proof) }
    }
    return pricedPath().map { ($0, DispatchProof(costs, $0)) }
  }

  private static let laps = 2
  /// Rounds in which a path may join itself.
  private static let rounds = 2 + 2

  private func run(_ value: inout ValueFunction, over steps: Range<Int>, keep: Bool) -> Bool {
    for step in steps.reversed() {
      let place = keep ? thresholds + costs.stride * step : nil
      guard value.precede(by: step, thresholds: place) else { return false }
    }
    return true
  }

  /// Follows the thresholds until the path ends where it began.
  private func closedPath(startingIn domain: ClosedRange<Double>) -> [Double]? {
    var path = [Double](repeating: -1, count: costs.count + 1)
    var start = domain.lowerBound
    for _ in 0..<Self.rounds {
      let slack = costs.tolerance
      guard start >= domain.lowerBound - slack, start <= domain.upperBound + slack else { return nil }
      follow(from: start, &path)
      let end = path[path.count - 1]
      if abs(end - start) <= costs.tolerance {
        path[path.count - 1] = path[0]
        return path
      }
      start = end
    }
    return nil
  }

  /// Writes the contents from a start; stops where they join what stands there already.
  private func follow(from start: Double, _ path: inout [Double]) {
    path.withUnsafeMutableBufferPointer { path in
      path[0] = start
      for step in 0..<costs.count {
        let next = costs.next(after: path[step], step, thresholds)
        if path[step + 1] == next { return }
        path[step + 1] = next
      }
    }
  }

  /// The mix of two paths, one that gains and one that loses content over the year, at the price where they cost the same.
  private func pricedPath() -> [Double]? {
    var gaining: [Double]?
    var losing: [Double]?
    var low = -costs.steepest
    var high = costs.steepest
    for _ in 0..<Double.significandBitCount + Double.exponentBitCount {
      let price = low + (high - low) / 2
      guard let path = path(atPrice: gaining == nil ? high : losing == nil ? low : price) else { return nil }
      if path[path.count - 1] >= path[0] {
        gaining = path
        if losing == nil { low = min(low * 2, -Euros.negligible.value) } else { high = price }
      } else {
        losing = path
        if gaining == nil { high = max(high * 2, Euros.negligible.value) } else { low = price }
      }
    }
    guard let gaining, let losing else { return gaining.flatMap { $0[0] == $0[$0.count - 1] ? $0 : nil } }
    return mixed(gaining, losing)
  }

  private func path(atPrice price: Double) -> [Double]? {
    var value = ValueFunction(slope: -price, costs)
    defer { value.release() }
    guard run(&value, over: 0..<costs.count, keep: true) else { return nil }
    var path = [Double](repeating: -1, count: costs.count + 1)
    follow(from: value.content(whereSlopeReaches: -price), &path)
    return path
  }

  /// Every content on the line between two paths, so far along it that the year closes. f is convex, so the mix costs no more.
  private func mixed(_ gaining: [Double], _ losing: [Double]) -> [Double] {
    let last = gaining.count - 1
    let gain = gaining[last] - gaining[0]
    let loss = losing[0] - losing[last]
    let share = gain + loss > 0 ? loss / (gain + loss) : 1
    var path = zip(gaining, losing).map { $1 + ($0 - $1) * share }
    path[last] = path[0]
    return path
  }
}

extension StepCosts {
  /// The content after a step: every piece of f is used up to its threshold.
  @inline(__always)
  func next(after content: Double, _ step: Int, _ thresholds: UnsafeMutablePointer<Double>) -> Double {
    let base = stride * step
    var next = content * retention + lowest[step]
    for piece in base..<base + counts[step] {
      guard next < thresholds[piece] else { break }
      next = min(next + lengths[piece], thresholds[piece])
    }
    return snapped(next)
  }

  /// A content that rounding kept from a bound is on the bound.
  @inline(__always)
  func snapped(_ content: Double) -> Double {
    if content <= tolerance { return 0 }
    return content >= capacity - tolerance ? capacity : content
  }

  /// The steepest slope of all, EUR/kWh.
  var steepest: Double {
    (0..<count).reduce(Euros.negligible.value) { steepest, step in
      (0..<counts[step]).reduce(steepest) { max($0, abs(slopes[stride * step + $1])) }
    }
  }
}
