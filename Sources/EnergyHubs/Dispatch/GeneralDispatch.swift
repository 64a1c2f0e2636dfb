import Quantities

/// Least-cost operation where a step's cost has a dent — *inzet bij negatieve prijzen*.
///
/// A dent comes from paid import (a round trip would burn energy at a profit) or from export that pays more than import costs. The
/// lower hull of `StepCosts` may then promise what no single direction gives. Here f is taken as it is: the value function is
/// a broken line, cut into convex stretches; each stretch is convolved with each stretch of f, and the lower of all is
/// kept. Slower than `ConvexDispatch` and exact for every price; used only where that one does not meet its own bound.
///
/// Bound: for a closed path the cost is at least min over s of V_0(s) - V_N(s), whatever V_N was assumed.
struct GeneralDispatch {
  let problem: DispatchProblem
  private let costs: StepCosts
  /// V at the end of every step of the lap in hand.
  private var values: [Polyline] = []
  private var segmentsSpent = 0
  /// f of every step without its hull, and the same mirrored and cut into convex stretches.
  private let stepCosts: [(cost: Polyline, mirrored: [ArraySlice<Polyline.Segment>])]

  init(_ costs: StepCosts) {
    self.costs = costs
    problem = costs.problem
    stepCosts = (0..<costs.count).map { step in
      let cost = costs.problem.cost(at: step)
      return (cost, cost.mirrored.convexRuns)
    }
  }

  /// The cheapest closed path found and the bound that holds for all; nil when no path closes.
  /// - Parameter price: value of a kWh at the year's end, as the hull has it; helps where the path does not join itself.
  mutating func solved(price: Double) -> (path: [Double], bound: Double)? {
    var value = Polyline(over: 0...costs.capacity, slope: 0)
    guard lap(&value, steps: max(1, problem.count / Moment.monthsPerYear)) else { return nil }
    for _ in 0..<Self.laps {
      let after = value
      guard lap(&value, steps: problem.count) else { return nil }
      var start = value.lowest
      for _ in 0..<Self.rounds {
        guard let path = path(from: start) else { break }
        if let closed = closed(path), isTight(cost(of: closed), Self.least(value, after)) {
          return (closed, Self.least(value, after))
        }
        start = path[problem.count]
      }
    }
    return searched(price: price)
  }

  /// Seeks the content at the year's start by halving ranges, the one with the lowest bound first.
  ///
  /// Needed only where the battery is never full nor empty in the whole horizon. Start and end are held in the same range, so that
  /// V_0(s) + price s with V_N(s) = -price s is a bound for it; pinned to its middle the path closes. Stops when the bound is
  /// met or as many steps have been spent as a year of quarters has.
  private mutating func searched(price: Double) -> (path: [Double], bound: Double)? {
    var open = [(range: 0...costs.capacity, bound: -Double.infinity)]
    var best: (path: [Double], cost: Double)?
    var spent = 0
    while let node = open.indices.min(by: { open[$0].bound < open[$1].bound }), spent < Self.stepsToSpend, !isExhausted
    {
      let (range, bound) = open[node]
      if let best, isTight(best.cost, bound) { break }
      open.remove(at: node)
      let middle = range.lowerBound + (range.upperBound - range.lowerBound) / 2
      for place in [range.lowerBound, middle, range.upperBound] {
        guard let found = pinned(at: place), found.cost < best?.cost ?? .infinity else { continue }
        best = found
      }
      for half in [range.lowerBound...middle, middle...range.upperBound] {
        var value = Polyline(over: half, slope: -price)
        guard lap(&value, steps: problem.count) else {
          if isExhausted { open.append((half, bound)) }
          continue
        }
        let least = value.plus(slope: price).cut(to: half, dividedBy: 1, slack: 0).least
        if least < .infinity { open.append((half, least)) }
      }
      spent += (2 + 2 + 1) * problem.count
    }
    return best.map { ($0.path, min($0.cost, open.map(\.bound).min() ?? $0.cost)) }
  }

  /// The cheapest path that starts and ends with this content.
  private mutating func pinned(at content: Double) -> (path: [Double], cost: Double)? {
    var value = Polyline(through: [(content, 0)])
    guard lap(&value, steps: problem.count) else { return nil }
    let cost = value.value(at: content)
    guard cost < .infinity, let path = path(from: content), let closed = closed(path) else { return nil }
    return (closed, cost)
  }

  private func isTight(_ cost: Double, _ bound: Double) -> Bool {
    cost - bound <= Self.precision * max(1, abs(cost))
  }

  private func cost(of path: [Double]) -> Double {
    (0..<problem.count).reduce(0.0) { sum, step in
      sum + total(stepCosts[step].cost, path[step + 1] - costs.retention * path[step])
    }
  }

  /// Whether the lines have become so long that the plan of the hull, with its gap, is the better answer.
  private var isExhausted: Bool { segmentsSpent > Self.segmentsToSpend }

  private static let segmentsToSpend = 2 * 100 * 100 * 100
  private static let stepsToSpend = 2 * 2 * 100 * 100
  private static let precision = Double.ulpOfOne.squareRoot() / 100

  /// Goes back over the first steps of the year and keeps the value after each.
  private mutating func lap(_ value: inout Polyline, steps: Int) -> Bool {
    values = [Polyline](repeating: value, count: problem.count + 1)
    for step in (0..<steps).reversed() {
      value = preceding(value, step)
      segmentsSpent += value.segments.count
      guard !value.isEmpty, !isExhausted else { return false }
      values[step] = value
    }
    return true
  }

  private func closed(_ path: [Double]) -> [Double]? {
    guard abs(path[problem.count] - path[0]) <= costs.tolerance else { return nil }
    return path.dropLast() + [path[0]]
  }

  private static let laps = 2 + 1
  private static let rounds = 2 + 2

  /// min over s of V_0(s) - V_N(s), at the places where either bends.
  private static func least(_ start: Polyline, _ end: Polyline) -> Double {
    (start.places + end.places).filter { $0 >= max(start.from, end.from) && $0 <= min(start.to, end.to) }
      .map { start.value(at: $0) - end.value(at: $0) }.min() ?? -.infinity
  }

  private func preceding(_ value: Polyline, _ step: Int) -> Polyline {
    value.preceded(by: stepCosts[step].mirrored).cut(
      to: 0...costs.capacity * costs.retention, dividedBy: costs.retention, slack: costs.tolerance)
  }

  private func path(from start: Double) -> [Double]? {
    var path = [start]
    for step in 0..<problem.count {
      guard let next = next(after: path[step] * costs.retention, step) else { return nil }
      path.append(costs.snapped(next))
    }
    return path
  }

  /// The best content after a step: at a bend of f or at a bend of V.
  private func next(after kept: Double, _ step: Int) -> Double? {
    let cost = stepCosts[step].cost
    let value = values[step + 1]
    let places = cost.places.map { kept + $0 } + value.places
    let inside = places.map { max(value.from, min(value.to, $0)) }
    let priced = inside.map { (place: $0, cost: total(cost, $0 - kept) + value.value(at: $0)) }
    return priced.filter { $0.cost < .infinity }.min { $0.cost < $1.cost }?.place
  }

  /// f, which rounding does not make infinite at its ends.
  private func total(_ cost: Polyline, _ gain: Double) -> Double {
    let inside = max(cost.from, min(cost.to, gain))
    return abs(inside - gain) <= costs.tolerance ? cost.value(at: inside) : .infinity
  }
}

extension DispatchProblem {
  /// f without its hull.
  fileprivate func cost(at step: Int) -> Polyline {
    let net = NetCost(self, at: step)
    let low = max(-battery.dischargePower.value, net.lowest)
    let high = max(low, min(battery.chargePower.value, net.highest))
    let bends = net.bends.filter { $0 > low && $0 < high } + [low, high]
    return Polyline(
      through: bends.sorted().map { q in
        let cost = net.cost(atCharge: q) + battery.wear.value * max(0, -q)
        return (battery.gain(ofCharge: q, hours: hours), hours * cost)
      }.reduce(into: []) { if $0.last?.place != $1.0 { $0.append((place: $1.0, value: $1.1)) } })
  }
}

extension NetCost {
  /// The net charges at which F may bend, kW: its own kinks, zero, and where two choices of supply cost the same.
  var bends: [Double] {
    let kinks =
      ([0] + places.flatMap { [$0 - load, importLimit + $0 - load, $0 - load - exportLimit] }).sorted()
    let crossings = zip(kinks, kinks.dropFirst()).flatMap { from, to in
      Self.crossings(costs(ofChoicesAt: from), costs(ofChoicesAt: to)).map { from + (to - from) * $0 }
    }
    return kinks + crossings
  }

  /// Shares of the way at which two of the lines between start and end values cross.
  private static func crossings(_ start: [Double], _ end: [Double]) -> [Double] {
    var shares: [Double] = []
    for one in start.indices {
      for other in start.indices where other > one {
        let before = start[one] - start[other]
        let after = end[one] - end[other]
        if before * after < 0 { shares.append(before / (before - after)) }
      }
    }
    return shares
  }
}
