import EnergyHubs
import Provenance
import Quantities

extension EnergyCaseAssembly {
  mutating func seriesRules() -> SeriesRules {
    SeriesRules(
      longestFill: parameter("energy/longest-fill"), longestZeroRun: parameter("energy/longest-zero-run"),
      spikeFactor: parameter("energy/spike-factor"), annualTolerance: parameter("energy/annual-tolerance"),
      leastDays: completesYear ? leastDays() : nil)
  }

  mutating func coefficients() -> EnergyCoefficients {
    EnergyCoefficients(
      contractPrice: number("contract_price", "energy/contract-price"),
      peakPrice: number("peak_price", "energy/peak-price"),
      batteryEnergyPrice: yearly(
        "battery_energy_price", "energy/battery-energy-cost", life: "energy/battery-life"),
      batteryPowerPrice: yearly("battery_power_price", "energy/battery-power-cost", life: "energy/battery-life"),
      chargeEfficiency: number("charge_efficiency", "energy/charge-efficiency"),
      dischargeEfficiency: number("discharge_efficiency", "energy/discharge-efficiency"),
      hourlyLoss: number("hourly_loss", "energy/hourly-loss"), wear: number("wear", "energy/wear"),
      underuse: UnderuseRule(
        usedShare: parameter("energy/underuse-share"), unused: Kilowatts(parameter("energy/underuse-power"))),
      topHours: parameter("energy/top-hours"))
  }

  /// - Parameters importing, exporting: rights per step, kW; empty where only the firm ones count.
  mutating func limits(_ connections: [EnergyConnection], importing: [Double], exporting: [Double]) -> EnergyLimits {
    let numbers = files.settings.numbers
    let contracts = connections.compactMap(\.offtake.contracted?.value)
    let peaks = connections.map { max(0, $0.profile.peak.value) }.reduce(0, +)
    let firm = contracts.count == connections.count ? contracts.reduce(0, +) : peaks
    let own = max(firm, connections.hasBlocks(.offtake) ? importing.max() ?? 0 : 0)
    let power = largestPower(firm: own)
    return EnergyLimits(
      contractLeast: numbers["contract_min_kw"] ?? 0, contractMost: numbers["contract_max_kw"] ?? own,
      export: numbers["export_limit_kw"]
        ?? max(
          connections.compactMap(\.feedIn.contracted?.value).reduce(0, +),
          connections.hasBlocks(.feedIn) ? exporting.max() ?? 0 : 0),
      batteryEnergyLeast: numbers["battery_min_kwh"] ?? 0,
      batteryEnergyMost: numbers["battery_max_kwh"] ?? power * parameter("energy/battery-hours"),
      batteryPowerLeast: numbers["battery_min_kw"] ?? 0, batteryPowerMost: power)
  }

  mutating func checkSettings(_ limits: EnergyLimits, _ coefficients: EnergyCoefficients) {
    for key in Self.efficiencies { checkRange(key) { $0 > 0 && $0 <= 1 } }
    checkRange("hourly_loss") { $0 >= 0 && $0 < 1 }
    checkRange("hours_per_step") { hours in TimeStep.allCases.contains { $0.hours == hours } }
    for key in EnergySettings.numberKeys where !Self.signed.contains(key) { checkRange(key) { $0 >= 0 } }
    checkOrder("contract_min_kw", limits.contractLeast, limits.contractMost)
    checkOrder("battery_min_kwh", limits.batteryEnergyLeast, limits.batteryEnergyMost)
    checkOrder("battery_min_kw", limits.batteryPowerLeast, limits.batteryPowerMost)
  }

  private static let efficiencies = [
    "charge_efficiency", "discharge_efficiency", "eboiler_efficiency", "gas_efficiency",
  ]

  /// Keys that are checked by a rule of their own.
  private static let signed = Set(efficiencies + ["hourly_loss", "hours_per_step"])

  private mutating func checkRange(_ key: String, _ holds: (Double) -> Bool) {
    guard let value = files.settings.numbers[key], !holds(value) else { return }
    add(
      "setting", .init(file: EnergyCaseFiles.settingsFile, field: key), value: "\(value)",
      nl: "deze waarde kan niet",
      "Een rendement ligt boven 0 en hoogstens op 1, een verlies per uur van 0 tot 1, een stap is 1 of 0.25 uur, de rest is niet negatief.",
      en: "this value is impossible",
      "An efficiency lies above 0 and at most at 1, a loss per hour from 0 to 1, a step is 1 or 0.25 h, the rest is not negative."
    )
  }

  mutating func checkOrder(_ key: String, _ least: Double, _ most: Double) {
    guard least > most else { return }
    add(
      "setting-order", .init(file: EnergyCaseFiles.settingsFile, field: key), value: "\(least) > \(most)",
      nl: "de ondergrens ligt boven de bovengrens", "Verlaag de een of verhoog de ander.",
      en: "the lower bound lies above the upper bound", "Lower the one or raise the other.")
  }
}
