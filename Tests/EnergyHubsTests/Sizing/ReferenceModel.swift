import EnergyHubs
import Foundation

/// The sizing model as plain rows for `DenseSimplex`, written from the text of the model and not from the solver.
enum ReferenceModel {
  /// The least cost of a hub that may charge and discharge at once; with directions, of one that charges in the steps that are
  /// true and discharges in the others.
  static func minimum(_ problem: SizingProblem, charging: [Bool]? = nil) -> Double? {
    let (steps, hours) = (problem.load.count, problem.hoursPerStep)
    var costs: [Double] = []
    var rows: [DenseSimplex.Row] = []
    func unknown(_ cost: Double, most: Double? = nil) -> Int {
      costs.append(cost)
      if let most { rows.append(.init(terms: [costs.count - 1: 1], right: most)) }
      return costs.count - 1
    }
    func size(_ range: SizeRange) -> Int {
      let place = unknown(range.price, most: range.most)
      rows.append(.init(terms: [place: -1], right: -range.least))
      return place
    }
    let battery = problem.battery
    let roofs = problem.roofs.map { size($0.power) }
    let (energy, power, contract) = (size(battery.energy), size(battery.power), size(problem.contract))
    let peaks = problem.peakPeriods.map { _ in unknown(problem.peakPrice) }
    for peak in peaks { rows.append(.init(terms: [peak: 1, contract: -1], right: 0)) }
    let contents = (0..<steps).map { _ in unknown(0) }
    let keep = pow(1 - battery.hourlyLoss, hours)
    for (peak, period) in zip(peaks, problem.peakPeriods) {
      for step in period {
        let imported = unknown(hours * problem.importPrice[step])
        let right = problem.exportRight.count == 1 ? problem.exportRight[0] : problem.exportRight[step]
        let exported = unknown(-hours * problem.exportPrice[step], most: right)
        let (generated, charge) = (unknown(0), unknown(0))
        let discharge = unknown(hours * battery.wear)
        var balance = [imported: 1.0, exported: -1, generated: 1, discharge: 1, charge: -1]
        for flexible in problem.flexible {
          let place = unknown(hours * flexible.price[step], most: flexible.limit[step])
          balance[place] = flexible.direction == .taking ? -1 : 1
        }
        rows.append(.init(terms: balance, right: problem.load[step], isEquality: true))
        if let charging { rows.append(.init(terms: [charging[step] ? discharge : charge: 1], right: 0)) }
        var available = [generated: 1.0]
        for (roof, place) in zip(problem.roofs, roofs) { available[place] = -roof.factor[step] }
        rows.append(.init(terms: available, right: problem.existing.isEmpty ? 0 : problem.existing[step]))
        var store = [contents[step]: 1.0]
        store[contents[(step + steps - 1) % steps], default: 0] -= keep
        store[charge] = -battery.chargeEfficiency * hours
        store[discharge] = hours / battery.dischargeEfficiency
        rows.append(.init(terms: store, right: 0, isEquality: true))
        rows.append(.init(terms: [contents[step]: 1, energy: -1], right: 0))
        rows.append(.init(terms: [charge: 1, power: -1], right: 0))
        rows.append(.init(terms: [discharge: 1, power: -1], right: 0))
        rows.append(.init(terms: [imported: 1, peak: -1], right: 0))
        if !problem.importRight.isEmpty { rows.append(.init(terms: [imported: 1], right: problem.importRight[step])) }
      }
    }
    return DenseSimplex.minimum(costs, rows)
  }

  /// The least cost over all ways to charge and discharge by turns, one after the other; nil when none is possible.
  static func alternatingMinimum(_ problem: SizingProblem) -> Double? {
    let steps = problem.load.count
    return (0..<(1 << steps)).compactMap { ways in
      minimum(problem, charging: (0..<steps).map { ways & (1 << $0) != 0 })
    }.min()
  }
}
