import Foundation

extension SizingCheck {
  /// Largest excess per kind of limit, kW or kWh, from the question and the answer.
  func violations() -> [SizingLimit: Double] {
    var found: [SizingLimit: Double] = [:]
    func note(_ limit: SizingLimit, _ excess: Double) {
      if !(excess <= found[limit] ?? 0) { found[limit] = excess }
    }
    for step in 0..<problem.steps {
      stepViolations(step, note)
      storeViolations(step, note)
    }
    for (peak, steps) in zip(sizes.peaks, problem.peakPeriods) {
      note(.peak, peak - sizes.contract)
      for step in steps { note(.peak, dispatch.imported[step] - peak) }
    }
    for (power, roof) in zip(sizes.roofs, problem.roofs) { note(.roof, Self.excess(power, roof.power)) }
    note(.contract, Self.excess(sizes.contract, problem.contract))
    if problem.battery.exists {
      note(.batteryEnergy, Self.excess(sizes.batteryEnergy, problem.battery.energy))
      note(.batteryPower, Self.excess(sizes.batteryPower, problem.battery.power))
    }
    return found
  }

  private static func excess(_ size: Double, _ range: SizeRange) -> Double {
    max(range.least - size, size - range.most)
  }

  private func stepViolations(_ step: Int, _ note: (SizingLimit, Double) -> Void) {
    let imported = dispatch.imported[step]
    let generated = dispatch.generated[step]
    var supplied = imported - dispatch.exported[step] + generated + dispatch.discharged[step] - dispatch.charged[step]
    for (power, flexible) in zip(dispatch.flexible, problem.flexible) {
      supplied -= flexible.sign * power[step]
      note(.flexible, max(-power[step], power[step] - flexible.limit[step]))
    }
    note(.balance, abs(supplied - problem.load[step]))
    note(.generation, max(-generated, generated - problem.available(at: step, powers: sizes.roofs)))
    note(.exported, max(-dispatch.exported[step], dispatch.exported[step] - problem.exportRight(at: step)))
    note(.importRight, max(-imported, imported - problem.importRight(at: step)))
  }

  private func storeViolations(_ step: Int, _ note: (SizingLimit, Double) -> Void) {
    let battery = problem.battery
    let hours = problem.hoursPerStep
    let (charged, discharged) = (dispatch.charged[step], dispatch.discharged[step])
    let before = dispatch.stored[(step + problem.steps - 1) % problem.steps]
    let after =
      before * pow(1 - battery.hourlyLoss, hours) + battery.chargeEfficiency * hours * charged
      - hours * discharged / battery.dischargeEfficiency
    note(.store, abs(dispatch.stored[step] - after))
    note(.charge, max(-charged, charged - sizes.batteryPower))
    note(.discharge, max(-discharged, discharged - sizes.batteryPower))
    note(.content, max(-dispatch.stored[step], dispatch.stored[step] - sizes.batteryEnergy))
  }
}
