import EnergyHubs
import Provenance
import Quantities

/// The e-boiler of a study: what it may be, what it costs, and what it saves on gas.
extension EnergyCaseAssembly {
  mutating func flexibility() -> HubFlexibility {
    let numbers = files.settings.numbers
    let gas = boilerGas()
    return HubFlexibility(
      boiler: numbers[EnergyOrigins.boiler] ?? 0, boilerValue: boilerValue(gas),
      boilerSizes: files.settings.boilerSizes ?? [], boilerPrice: boilerPrice(),
      boilerEfficiency: origins.values["eboiler_efficiency"]?.value ?? .nan, boilerGas: gas.value,
      curtailable: numbers["curtailable_kw"] ?? 0, curtailmentPrice: numbers["curtailment_price"])
  }

  private mutating func boilerPrice() -> Double {
    yearly("eboiler_price", "energy/eboiler-cost", life: "energy/eboiler-life")
  }

  /// What a kWh emits.
  mutating func carbon() -> CarbonFactors {
    CarbonFactors(electricity: parameter(CarbonFactors.electricityKey), gas: parameter(CarbonFactors.gasKey))
  }

  /// kWh of gas that a kWh of the e-boiler saves: its efficiency over that of the gas boiler.
  private mutating func boilerGas() -> Explanation {
    let label = LocalizedText(nl: "gas per kWh van de e-boiler", en: "gas per kWh of the e-boiler")
    _ = number("eboiler_efficiency", "energy/eboiler-efficiency")
    _ = number("gas_efficiency", "energy/gas-efficiency")
    let parts = ["eboiler_efficiency", "gas_efficiency"].compactMap { origins.values[$0] }
    guard parts.count == 2 else { return Explanation(label, value: .nan, unit: .factor, basis: .definition) }
    let found = Explanation(
      label, .quotient, notation: "rendement e-boiler / rendement gasketel", unit: .factor, parts: parts)
    origins.values[EnergyOrigins.boilerGas] = found
    return found
  }

  /// EUR of gas that a kWh of the e-boiler saves: the study's own number, else gas × price of gas.
  private mutating func boilerValue(_ gas: Explanation) -> Double {
    let setting = "eboiler_value"
    if let own = own(setting, files.settings.numbers[setting], like: nil, .euroPerKilowattHour) {
      return remember(setting, own)
    }
    _ = number("gas_price", "energy/gas-price")
    let price = origins.values["gas_price"]
    return remember(
      setting,
      price.map {
        Explanation(
          LocalizedText(nl: "gas dat een kWh van de e-boiler bespaart", en: "gas that a kWh of the e-boiler saves"),
          .product, notation: "gas per kWh × gasprijs", unit: .euroPerKilowattHour, parts: [gas, $0])
      })
  }

  /// Sizes that cannot be, too many of them, or given twice.
  mutating func checkBoilers() {
    guard let sizes = files.settings.boilerSizes else { return }
    let place = Diagnostic.Place(file: EnergyCaseFiles.settingsFile, field: EnergySettings.boilerSizesKey)
    for size in sizes where !(size >= 0 && size.isFinite) {
      add(
        "setting", place, value: "\(size)", nl: "deze waarde kan niet", "Geef nul of meer.",
        en: "this value is impossible", "Give zero or more.")
    }
    if files.settings.numbers[EnergyOrigins.boiler] != nil {
      add(
        "two-boilers", place, nl: "de e-boiler is gegeven met eboiler_kw, en hier te kiezen", "Houd één van beide.",
        en: "the e-boiler is given by eboiler_kw, and to be chosen here", "Keep one of the two.")
    }
    problems += Diagnostic.boilers(sizes, at: place)
  }
}

extension Diagnostic {
  /// Each size that is compared is a sizing of its own: no more than a few.
  static func boilers(_ sizes: [Double], at place: Place) -> [Diagnostic] {
    guard sizes.count > EnergySettings.mostBoilers else { return [] }
    return [
      Diagnostic(
        .error, "energy.too-many-boilers", at: place, value: "\(sizes.count)",
        message: LocalizedText(nl: "te veel maten om te vergelijken", en: "too many sizes to compare"),
        remedy: LocalizedText(
          nl: "Geef er hoogstens \(EnergySettings.mostBoilers).", en: "Give \(EnergySettings.mostBoilers) at most."))
    ]
  }
}
