import Quantities

/// What one more unit would save — *schaduwprijzen*: a subgradient of the least cost in every bound.
///
/// Moving a bound by δ changes the least cost by at least minus δ times the value given here; for a small move in the direction of
/// more room, where the value is unique, by exactly that. Valid where the plan's cost meets its bound.
public struct DispatchPrices: Sendable, Hashable {
  /// Value of a kWh in the cells at the end of each step, EUR/kWh.
  public let stored: [Double]
  /// Cost of one more kWh of load in each step, EUR/kWh — *knooppuntprijs*.
  public let node: [Double]
  /// Saving of one more kW to charge with, and to discharge with, over the year, EUR/kW.
  public let chargePower: Double
  public let dischargePower: Double
  /// Saving of one more kWh of capacity over the year, EUR/kWh.
  public let capacity: Double

  /// Saving of one more kW of import limit in each step, EUR/kW; add up over a month for the monthly level.
  public func importLimit(in problem: DispatchProblem) -> [Double] {
    node.indices.map { problem.hours * max(0, node[$0] - problem.importPrice[$0]) }
  }

  /// Saving of one more kW of export limit in each step, EUR/kW.
  public func exportLimit(in problem: DispatchProblem) -> [Double] {
    node.indices.map { problem.hours * max(0, problem.exportPrice[$0] - node[$0]) }
  }

  /// Saving of one more kW of available sun in each step, EUR/kW.
  public func sun(in problem: DispatchProblem) -> [Double] {
    node.indices.map { problem.hours * max(0, node[$0]) }
  }
}

extension DispatchPrices {
  /// Reads the price at the node from what the step does there and from what the cells pay.
  init(_ problem: DispatchProblem, charge: [Double], stored: [Double], capacity: Double) {
    let battery = problem.battery
    var node = [Double](repeating: 0, count: problem.count)
    var charging = 0.0
    var discharging = 0.0
    for step in 0..<problem.count {
      let pays = stored[step] * battery.chargeEfficiency
      let asks = stored[step] / battery.dischargeEfficiency + battery.wear.value
      node[step] = Self.node(problem, step, charge[step], pays: pays, asks: asks)
      charging += problem.hours * max(0, pays - node[step])
      discharging += problem.hours * max(0, node[step] - asks)
    }
    self.init(
      stored: stored, node: node, chargePower: charging, dischargePower: discharging, capacity: capacity)
  }

  /// A price that fits both sides: the slopes of F around q, and what the battery pays and asks there.
  private static func node(
    _ problem: DispatchProblem, _ step: Int, _ charge: Double, pays: Double, asks: Double
  ) -> Double {
    let battery = problem.battery
    let slack = Kilowatts.negligible.value
    let grid = NetCost(problem, at: step).slopes(around: charge)
    var low = charge < battery.chargePower.value - slack ? pays : -.infinity
    var high = charge > -battery.dischargePower.value + slack ? asks : .infinity
    if charge > slack { high = min(high, pays) }
    if charge < -slack { low = max(low, asks) }
    let bottom = max(low, grid.lower)
    let top = max(bottom, min(high, grid.upper))
    return bottom.isFinite ? bottom : top.isFinite ? top : 0
  }
}

extension NetCost {
  /// The slopes of F to the left and to the right of a net charge, EUR/kWh; infinite beyond its ends.
  func slopes(around charge: Double) -> (lower: Double, upper: Double) {
    let slack = Kilowatts.negligible.value
    var rest = charge - lowest
    var lower = -Double.infinity
    var upper = Double.infinity
    eachPiece { piece in
      guard piece.length > 0, upper == .infinity else { return }
      if rest > slack { lower = piece.slope }
      if rest < piece.length - slack { upper = piece.slope }
      rest -= piece.length
    }
    return (lower, upper)
  }
}
