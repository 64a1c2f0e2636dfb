import Quantities

/// Prices of stored energy and the bound that follows from them — *bewijs van optimaliteit*.
///
/// For any prices π_t of energy in the cells after step t, no operation of any kind costs less than
///
///     Σ_t min over y of (f_t(y) - π_t y)  +  Σ_t E min(0, π_{t-1} - ρ π_t)
///
/// which is Lagrange's bound for s_{t+1} = ρ s_t + y_t on the circle. The prices are read from the path: where the step lies
/// inside a piece of f its slope is the price; where the content is neither 0 nor E the price of the step before is ρ times
/// this one; where it is full it may be lower, where it is empty higher. They are found by narrowing intervals backwards and
/// choosing forwards, so the dynamic programme that found the path is not needed, or trusted, here.
struct DispatchProof {
  private(set) var stored: [Double]
  private(set) var bound = 0.0
  /// Saving of one more kWh of capacity, EUR.
  private(set) var capacityValue = 0.0
  /// Cost of the path by f, EUR.
  private(set) var cost = 0.0

  init(_ costs: StepCosts, _ path: [Double]) {
    var narrowing = PriceIntervals(costs, path)
    stored = narrowing.prices()
    cost = narrowing.cost
    for step in stored.indices {
      let before = stored[step > 0 ? step - 1 : stored.count - 1]
      bound += costs.least(step, atPrice: stored[step])
      capacityValue += max(0, costs.retention * stored[step] - before)
    }
    bound -= costs.capacity * capacityValue
  }

  /// Whether path and bound meet as closely as sums of this many terms can.
  var isTight: Bool { cost - bound <= Self.precision * max(1, abs(cost)) }

  /// Relative difference that counts as none: sums of a year of steps keep more digits than this.
  private static let precision = Double.ulpOfOne.squareRoot() / 100
}

extension StepCosts {
  /// min over y of f(y) - π y, EUR.
  func least(_ step: Int, atPrice price: Double) -> Double {
    let base = stride * step
    var least = atLowest[step] - price * lowest[step]
    for piece in base..<base + counts[step] where slopes[piece] < price {
      least += (slopes[piece] - price) * lengths[piece]
    }
    return least
  }
}

/// The interval in which each step's price of stored energy must lie.
private struct PriceIntervals {
  let costs: StepCosts
  let path: [Double]
  var low: [Double]
  var high: [Double]
  var cost = 0.0

  init(_ costs: StepCosts, _ path: [Double]) {
    self.costs = costs
    self.path = path
    low = [Double](repeating: -.infinity, count: costs.count)
    high = [Double](repeating: .infinity, count: costs.count)
    for step in low.indices { read(step) }
  }

  /// The slopes of f to the left and right of what the step gains, and f there.
  private mutating func read(_ step: Int) {
    let base = costs.stride * step
    var rest = path[step + 1] - costs.retention * path[step] - costs.lowest[step]
    cost += costs.atLowest[step]
    for piece in base..<base + costs.counts[step] {
      let length = costs.lengths[piece]
      let slope = costs.slopes[piece]
      cost += slope * max(0, min(rest, length))
      if rest > costs.tolerance { low[step] = slope }
      if rest < length - costs.tolerance {
        high[step] = slope
        return
      }
      rest -= length
    }
  }

  mutating func prices() -> [Double] {
    let count = low.count
    for step in (0..<2 * count).reversed() { narrow(step % count) }
    var prices = [Double](repeating: 0, count: count)
    var price = 0.0
    for step in 0..<2 * count {
      let at = step % count
      price = max(low[at], min(high[at], price / costs.retention))
      prices[at] = price
    }
    return prices
  }

  /// Narrows a step's interval by that of the step after it.
  private mutating func narrow(_ step: Int) {
    let next = step + 1 < low.count ? step + 1 : 0
    let content = path[step + 1]
    guard costs.capacity > 0 else { return }
    if content < costs.capacity { low[step] = max(low[step], costs.retention * low[next]) }
    if content > 0 { high[step] = min(high[step], costs.retention * high[next]) }
    if low[step] > high[step] {
      let middle = high[step] + (low[step] - high[step]) / 2
      low[step] = middle
      high[step] = middle
    }
  }
}
