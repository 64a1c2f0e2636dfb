import Quantities

extension DispatchPlan {
  /// The flows that go with a path of contents, and their cost summed from the flows.
  init(_ problem: DispatchProblem, _ path: [Double], _ proof: DispatchProof, bound: Double) {
    var flows = Flows(problem)
    let retention = problem.battery.retention(hours: problem.hours)
    for step in 0..<problem.count { flows.fill(step, gain: path[step + 1] - retention * path[step]) }
    let prices = DispatchPrices(problem, charge: flows.charge, stored: proof.stored, capacity: proof.capacityValue)
    self.init(
      content: Array(path.dropLast()), charge: flows.charge.map { max(0, $0) },
      discharge: flows.charge.map { max(0, -$0) }, gridImport: flows.gridImport, gridExport: flows.gridExport,
      sunUsed: flows.sunUsed, flexible: flows.flexible, cost: Euros(flows.cost), bound: Euros(bound), prices: prices)
  }

  /// The flows of all steps as they are worked out.
  private struct Flows {
    let problem: DispatchProblem
    /// Net charge q.
    var charge: [Double]
    var gridImport: [Double]
    var gridExport: [Double]
    var sunUsed: [Double]
    var flexible: [[Double]]
    var cost = 0.0

    init(_ problem: DispatchProblem) {
      self.problem = problem
      charge = [Double](repeating: 0, count: problem.count)
      gridImport = charge
      gridExport = charge
      sunUsed = charge
      flexible = [[Double]](repeating: charge, count: problem.flexible.count)
    }

    mutating func fill(_ step: Int, gain: Double) {
      let net = NetCost(problem, at: step)
      let battery = problem.battery
      let wanted = battery.charge(ofGain: gain, hours: problem.hours)
      let most = min(battery.chargePower.value, net.highest)
      let q = max(-battery.dischargePower.value, net.lowest, min(most, wanted))
      let supplied = net.supplied(at: q)
      let exchange = net.load + q - supplied
      charge[step] = q
      sunUsed[step] = net.split(supplied) { flexible[$0][step] = $1 }
      gridImport[step] = max(0, exchange)
      gridExport[step] = max(0, -exchange)
      let powers = net.cost(ofSupply: supplied) + net.takersCost
      cost += problem.hours * (net.cost(ofNet: exchange) + battery.wear.value * max(0, -q) + powers)
    }
  }
}
