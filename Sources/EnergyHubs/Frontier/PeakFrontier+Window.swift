import Quantities

extension PeakFrontier {
  /// The requirement whose largest need stands at a step: from there to where nothing is needed, each step adds what its need
  /// changes with the limit, the further the more where content is lost on the way.
  func requirement(_ limit: Double, content: Double, step: Int) -> Requirement {
    // Where nothing is needed at all, no step decides.
    let start = content > 0 ? step : 0
    var walk = WindowWalk(rates, limit, content: content)
    var (steps, place) = (0, start)
    net.withUnsafeBufferPointer { net in
      while !walk.isDone, steps < 2 * net.count {
        let count = walk.passEight(net, from: place) ? Lanes.scalarCount : walk.passOne(net[place])
        steps += count
        place += count
        if place >= net.count { place -= net.count }
      }
    }
    return Requirement(
      limit: Kilowatts(limit), capacity: KilowattHours(content), slope: walk.slope, window: start..<start + steps)
  }
}

/// The way from the largest need to nothing, by the step or by eight.
private struct WindowWalk {
  let rates: PeakFrontier.Rates
  let limit: Double
  /// What needs of eight steps count for in the first of them, and those of the step after.
  let weights: Lanes
  let nextWeight: Double
  let negligible = KilowattHours.negligible.value
  /// What is still needed, kWh.
  var left: Double
  var slope = 0.0
  /// What a kilowatt-hour of this step counts for in the largest need.
  var weight = 1.0

  init(_ rates: PeakFrontier.Rates, _ limit: Double, content: Double) {
    self.rates = rates
    self.limit = limit
    left = content
    var weights = Lanes(repeating: 1)
    for lane in 1..<Lanes.scalarCount { weights[lane] = weights[lane - 1] * rates.growth }
    self.weights = weights
    nextWeight = weights[Lanes.scalarCount - 1] * rates.growth
  }

  var isDone: Bool { left <= negligible }

  /// - Returns: the number of steps, 1.
  @inline(__always)
  mutating func passOne(_ net: Double) -> Int {
    let excess = net - limit
    left = (left - rates.need(excess)) / rates.growth
    slope -= rates.change(excess) * weight
    weight *= rates.growth
    return 1
  }

  /// - Returns: false, with nothing done, where the end of the way or of the year might be among the eight.
  @inline(__always)
  mutating func passEight(_ net: UnsafeBufferPointer<Double>, from first: Int) -> Bool {
    guard first + Lanes.scalarCount <= net.count else { return false }
    let excess = Lanes(net, from: first) - limit
    let need = rates.needs(excess) * weights
    guard left - Lanes.larger(need, .zero).total > negligible * nextWeight else { return false }
    left = (left - need.total) / nextWeight
    let change = weights.replacing(with: 0, where: excess .<= -rates.power) * rates.taking
    slope -= change.replacing(with: weights * rates.giving, where: excess .> .zero).total * weight
    weight *= nextWeight
    return true
  }
}
