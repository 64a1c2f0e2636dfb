import Quantities

extension SizingProblem {
  /// The question how to run a hub of given sizes.
  /// - Parameter room: kW and kWh by which limits and the battery are wider than the sizes say, for sizes with rounding.
  public func operation(_ sizes: ChosenSizes, room: Double = 0) -> DispatchProblem {
    var limit = [Double](repeating: sizes.contract + room, count: steps)
    for (period, peak) in zip(peakPeriods, sizes.peaks) {
      for step in period { limit[step] = min(sizes.contract, peak) + room }
    }
    for step in importRight.indices { limit[step] = min(limit[step], importRight[step]) }
    func widened(_ size: Double) -> Double { size > 0 ? size + room : 0 }
    return DispatchProblem(
      hours: hoursPerStep, load: load, sun: sun(sizes.roofs), importPrice: importPrice, exportPrice: exportPrice,
      importLimit: limit, exportLimit: (0..<steps).map { exportRight(at: $0) + room },
      battery: battery.sized(energy: widened(sizes.batteryEnergy), power: widened(sizes.batteryPower)),
      flexible: flexible)
  }

  /// Sun of panels of these sizes and what stands already, kW.
  public func sun(_ powers: [Double]) -> [Double] {
    var sum = existing.isEmpty ? [Double](repeating: 0, count: steps) : existing
    for (roof, power) in zip(roofs, powers) where power > 0 {
      for step in sum.indices { sum[step] += roof.factor[step] * power }
    }
    return sum
  }

  /// Everything as large as it may be.
  private var largest: ChosenSizes {
    ChosenSizes(
      roofs: roofs.map(\.power.most), batteryEnergy: battery.energy.most, batteryPower: battery.power.most,
      contract: contract.most, peaks: peakPeriods.map { _ in contract.most })
  }

  /// Whether any hub within the bounds keeps to every limit without charging and discharging at once.
  var isPossible: Bool { operation(largest).isPossible }
}

extension BatteryOptions {
  /// A battery of given sizes, kWh and kW, with these properties.
  public func sized(energy: Double, power: Double) -> Battery {
    Battery(
      capacity: KilowattHours(energy), power: Kilowatts(power), chargeEfficiency: chargeEfficiency,
      dischargeEfficiency: dischargeEfficiency, standingLoss: hourlyLoss, wear: EurosPerKilowattHour(wear))
  }
}

extension DispatchProblem {
  /// Whether some operation keeps within the limits.
  var isPossible: Bool {
    let costs = StepCosts(self)
    return costs.impossible == nil && ConvexDispatch(costs).solved() != nil
  }
}

extension SizedDispatch {
  /// The flows of an operation whose sizes were given.
  init(_ plan: DispatchPlan) {
    self.init()
    imported = plan.gridImport
    exported = plan.gridExport
    generated = plan.sunUsed
    charged = plan.charge
    discharged = plan.discharge
    stored = Array(plan.content.dropFirst() + plan.content.prefix(1))
    flexible = plan.flexible
  }
}
