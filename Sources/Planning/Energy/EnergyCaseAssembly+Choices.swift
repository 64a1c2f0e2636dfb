import EnergyHubs
import Provenance
import Quantities

extension EnergyCaseAssembly {
  var thresholds: HubThresholds {
    let numbers = files.settings.numbers
    let roofs = files.settings.roofNumbers ?? [:]
    let (least, cost) = (roofs["roof_least_kw"] ?? [:], roofs["roof_fixed_cost"] ?? [:])
    let names = Set(least.keys).union(cost.keys)
    return HubThresholds(
      battery: HubThreshold(
        least: numbers["battery_least_kwh_if_built"] ?? 0, fixedCost: numbers["battery_fixed_cost"] ?? 0),
      roofs: Dictionary(
        uniqueKeysWithValues: names.map { ($0, HubThreshold(least: least[$0] ?? 0, fixedCost: cost[$0] ?? 0)) }))
  }

  /// Numbers of roofs that are wrong, least sizes that cannot be reached, and powers without a price.
  mutating func checkChoices(_ limits: EnergyLimits, _ roofs: [EnergyRoof], _ flexibility: HubFlexibility) {
    let thresholds = thresholds
    checkRoofNumbers()
    checkBoilers()
    checkOrder("battery_least_kwh_if_built", thresholds.battery.least, limits.batteryEnergyMost)
    for roof in roofs {
      checkOrder("roof_least_kw.\(roof.name)", thresholds.roofs[roof.name]?.least ?? 0, roof.most.value)
    }
    problems += flexibility.problems { key in .init(file: EnergyCaseFiles.settingsFile, field: key) }
  }

  private mutating func checkRoofNumbers() {
    let known = Set(roofNames)
    for (key, numbers) in (files.settings.roofNumbers ?? [:]).sorted(by: { $0.key < $1.key }) {
      for (roof, value) in numbers.sorted(by: { $0.key < $1.key }) {
        let place = Diagnostic.Place(file: EnergyCaseFiles.settingsFile, field: "\(key).\(roof)")
        if !known.contains(roof) {
          add(
            "unknown-roof", place, nl: "deze dakklasse staat niet in series.csv",
            "Kies uit: \(roofNames.joined(separator: ", ")).", en: "series.csv has no such class of roof",
            "Choose one of: \(roofNames.joined(separator: ", ")).")
        }
        if !(value >= 0) {
          add(
            "setting", place, value: "\(value)", nl: "deze waarde kan niet", "Geef nul of meer.",
            en: "this value is impossible", "Give zero or more.")
        }
      }
    }
  }
}

extension HubFlexibility {
  /// A power whose price nobody gave would be free.
  /// - Parameter place: where a key of `parameters.yaml` was to be.
  func problems(_ place: (String) -> Diagnostic.Place) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if boiler > 0 || !boilerSizes.isEmpty, boilerValue == nil {
      found.append(
        Diagnostic(
          .error, "energy.no-value", at: place("eboiler_value"),
          message: LocalizedText(
            nl: "wat een kWh van de e-boiler bespaart ontbreekt", en: "what a kWh of the e-boiler saves is missing"),
          remedy: LocalizedText(
            nl: "Geef eboiler_value of --eboiler-value: EUR gas dat een kWh stroom bespaart.",
            en: "Give eboiler_value or --eboiler-value: EUR of gas that a kWh of electricity saves.")))
    }
    if curtailable > 0, curtailmentPrice == nil {
      found.append(
        Diagnostic(
          .error, "energy.no-value", at: place("curtailment_price"),
          message: LocalizedText(
            nl: "wat een kWh afschakelen kost ontbreekt", en: "what switching off a kWh costs is missing"),
          remedy: LocalizedText(
            nl: "Geef curtailment_price of --curtailment-price: EUR per kWh die niet geleverd wordt.",
            en: "Give curtailment_price or --curtailment-price: EUR per kWh that is not supplied.")))
    }
    return found
  }
}
