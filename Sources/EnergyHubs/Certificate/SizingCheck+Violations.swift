import Foundation

/// One number for some of the kinds of an enumeration: a place per kind, for every step adds to it.
struct PerKind<Kind: CaseIterable & Hashable & RawRepresentable<Int>> {
  private var places = [Double?](repeating: nil, count: Kind.allCases.count)

  subscript(kind: Kind) -> Double? {
    @inline(__always) get { places[kind.rawValue] }
    @inline(__always) set { places[kind.rawValue] = newValue }
  }

  /// The kinds that have a number.
  var values: [Kind: Double] {
    Dictionary(uniqueKeysWithValues: Kind.allCases.compactMap { kind in self[kind].map { (kind, $0) } })
  }
}

extension BatteryOptions {
  /// Share of the content that is left after some hours.
  func kept(over hours: Double) -> Double { pow(1 - hourlyLoss, hours) }
}

extension SizingCheck {
  /// Largest excess per kind of limit, kW or kWh, from the question and the answer.
  func violations() -> [SizingLimit: Double] {
    var found = PerKind<SizingLimit>()
    func note(_ limit: SizingLimit, _ excess: Double) {
      if !(excess <= found[limit] ?? 0) { found[limit] = excess }
    }
    let keep = problem.battery.kept(over: problem.hoursPerStep)
    for step in 0..<problem.steps {
      stepViolations(step, note)
      storeViolations(step, keep, note)
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
    return found.values
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

  private func storeViolations(_ step: Int, _ keep: Double, _ note: (SizingLimit, Double) -> Void) {
    let battery = problem.battery
    let hours = problem.hoursPerStep
    let (charged, discharged) = (dispatch.charged[step], dispatch.discharged[step])
    let before = dispatch.stored[(step + problem.steps - 1) % problem.steps]
    let after =
      before * keep + battery.chargeEfficiency * hours * charged
      - hours * discharged / battery.dischargeEfficiency
    note(.store, abs(dispatch.stored[step] - after))
    note(.charge, max(-charged, charged - sizes.batteryPower))
    note(.discharge, max(-discharged, discharged - (problem.mustCharge(at: step) ? 0 : sizes.batteryPower)))
    note(.content, max(-dispatch.stored[step], dispatch.stored[step] - sizes.batteryEnergy))
  }
}
