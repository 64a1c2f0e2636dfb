import Foundation

/// The question in units in which every number is near one.
///
/// Power in units of the largest load; content in units of what one step at that power adds, so that
/// `flow = content − keep · content before` and `charge = flow + ratio · discharge`; money in units of the dearest step.
struct ScaledProblem {
  let problem: SizingProblem
  let powerUnit: Double
  let energyUnit: Double
  let moneyUnit: Double
  /// Share of the content that is left after one step.
  let keep: Double
  /// kW charged per kW discharged that leaves the content as it is.
  let ratio: Double
  let hasBattery: Bool
  let index: SizeIndex
  /// Cost per unit of each shared unknown.
  let costs: [Double]
  let least: [Double]
  let most: [Double]
  let wear: Double

  init(_ problem: SizingProblem) {
    self.problem = problem
    let battery = problem.battery
    let peak = problem.load.lazy.map(abs).max() ?? 0
    let power = peak > 0 ? peak : 1
    let energy = power * problem.hoursPerStep * battery.chargeEfficiency
    let dearest = problem.importPrice.lazy.map(abs).max() ?? 0
    let money = (dearest > 0 ? dearest : 1) * problem.hoursPerStep * power
    (powerUnit, energyUnit, moneyUnit) = (power, energy, money)
    keep = exp(log1p(-battery.hourlyLoss) * problem.hoursPerStep)
    ratio = 1 / (battery.chargeEfficiency * battery.dischargeEfficiency)
    hasBattery = battery.exists
    wear = battery.wear * problem.hoursPerStep * power / money
    index = SizeIndex(
      roofs: problem.roofs.count, periods: problem.peakPeriods.count,
      stretches: YearStretches(problem.peakPeriods).count)
    let ranges = problem.roofs.map(\.power) + [battery.power, battery.energy, problem.contract]
    let units = problem.roofs.map { _ in power } + [power, energy, power]
    let peaks = problem.peakPeriods.map { _ in problem.peakPrice * power / money }
    costs = zip(ranges, units).map { $0.price * $1 / money } + peaks
    least = zip(ranges, units).map { $0.least / $1 }
    most = zip(ranges, units).map { $0.most / $1 }
  }

  /// Sizes that do not move: given ones, and the battery where there is none.
  func isFixed(_ size: Int) -> Bool {
    if !hasBattery && (size == index.power || size == index.energy) { return true }
    return size < least.count && least[size] == most[size]
  }

  /// Per step power, price and so on, of the pieces: export first.
  var pieceSigns: [Double] { [1] + problem.flexible.map(\.sign) }

  func pieceLimit(_ piece: Int, at step: Int) -> Double {
    (piece == 0 ? problem.exportRight(at: step) : problem.flexible[piece - 1].limit[step]) / powerUnit
  }

  func pieceCost(_ piece: Int, at step: Int) -> Double {
    let price = piece == 0 ? -problem.exportPrice[step] : problem.flexible[piece - 1].price[step]
    return price * problem.hoursPerStep * powerUnit / moneyUnit
  }
}
