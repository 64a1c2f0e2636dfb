import EnergyHubs
import Quantities

/// Least cost by trying every content on a grid: slow, and unlike the product in every line.
///
/// Without standing loss the contents form a pure network, so when loads, limits and sizes lie on the grid (through the
/// efficiencies too) an optimum lies on it, with and without dents in the cost.
struct GridDispatch {
  let problem: DispatchProblem
  let grid: Double

  /// Nil when nothing is feasible.
  var leastCost: Double? {
    let levels = Int((problem.battery.capacity.value / grid).rounded())
    let costs = (0..<problem.count).map { step in
      (-levels...levels).map { stepCost(step, Double($0) * grid) }
    }
    return (0...levels).compactMap { start in
      var best = [Double](repeating: .infinity, count: levels + 1)
      best[start] = 0
      for step in costs {
        best = (0...levels).map { to in
          (0...levels).reduce(.infinity) { min($0, best[$1] + step[to - $1 + levels]) }
        }
      }
      return best[start] < .infinity ? best[start] : nil
    }.min()
  }

  /// Every use of the sun in fine steps and every bend.
  private func stepCost(_ step: Int, _ gain: Double) -> Double {
    let battery = problem.battery
    let q =
      gain > 0
      ? gain / (battery.chargeEfficiency * problem.hours) : gain * battery.dischargeEfficiency / problem.hours
    guard q <= battery.chargePower.value + 1e-9, -q <= battery.dischargePower.value + 1e-9 else { return .infinity }
    let choices = powers(step)
    return choices.map { cost(step, problem.load[step] + q + $0.taken, q) + problem.hours * $0.cost }.min() ?? .infinity
  }

  /// Every setting of the flexible powers on the grid.
  private func powers(_ step: Int) -> [(taken: Double, cost: Double)] {
    var found = [(taken: 0.0, cost: 0.0)]
    for power in problem.flexible {
      let sign = power.direction == .taking ? 1.0 : -1.0
      let settings = stride(from: 0, through: power.limit[step], by: grid)
      found = found.flatMap { other in
        settings.map { (other.taken + sign * $0, other.cost + $0 * power.price[step]) }
      }
    }
    return found
  }

  private func cost(_ step: Int, _ need: Double, _ q: Double) -> Double {
    let battery = problem.battery
    let uses = [
      0, problem.sun[step], need, need - problem.importLimit[step], need + problem.exportLimit[step],
    ].filter { $0 >= -1e-9 && $0 <= problem.sun[step] + 1e-9 }
    let nets = uses.map { need - $0 }.filter {
      $0 <= problem.importLimit[step] + 1e-9 && -$0 <= problem.exportLimit[step] + 1e-9
    }
    let cheapest = nets.map { $0 > 0 ? problem.importPrice[step] * $0 : problem.exportPrice[step] * $0 }.min()
    return problem.hours * ((cheapest ?? .infinity) + battery.wear.value * max(0, -q))
  }
}
