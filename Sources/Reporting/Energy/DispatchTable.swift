import Planning
import Quantities

/// The cheapest operation of a hub, for the terminal and per step for data files — *inzettabel*.
public enum DispatchTable {
  public static func text(_ response: PlanDispatch.Response, language: Language) -> String {
    let lines = EnergyLines(study: response.study, language: language)
    let head = sizes(response.sizes, lines) + [""]
    guard let costs = response.costs, let energy = response.energy else {
      return lines.text(head + shortfall(response, lines))
    }
    return lines.text(
      head + lines.costs([(lines.words("Met deze maten", "With these sizes"), costs)]) + [""]
        + HubSizeTable.energy(energy, lines) + [""] + worth(response, lines))
  }

  private static func sizes(_ sizes: HubSizes, _ lines: EnergyLines) -> [String] {
    let roofs = sizes.roofs.sorted { $0.key < $1.key }.map { name, size in
      (lines.words("Zonnepanelen \(name), kWp", "Panels \(name), kWp"), lines.number(size, 1))
    }
    return lines.pairs(
      [
        (lines.words("Groepscontract, kW", "Group contract, kW"), lines.number(sizes.contract, 1)),
        (lines.words("Batterij, kWh", "Battery, kWh"), lines.number(sizes.batteryEnergy, 1)),
        (lines.words("Batterij, kW", "Battery, kW"), lines.number(sizes.batteryPower, 1)),
      ] + roofs)
  }

  private static func worth(_ response: PlanDispatch.Response, _ lines: EnergyLines) -> [String] {
    let saving = response.withoutBattery.flatMap { without in response.cost.map { without - $0 } }
    return lines.pairs([
      (lines.words("Ondergrens, EUR per jaar", "Lower bound, EUR a year"), lines.number(response.lowerBound, 2)),
      (
        lines.words("Gat als deel van de energiekosten", "Gap as a share of the energy cost"),
        response.gap.map(lines.tiny) ?? "–"
      ),
      (
        lines.words("Zonder batterij duurder, EUR per jaar", "Dearer without battery, EUR a year"), lines.number(saving)
      ),
      (
        lines.words("Waarde van 1 kWh meer, EUR per jaar", "Worth of 1 kWh more, EUR a year"),
        lines.number(response.worth?.capacity, 2)
      ),
      (
        lines.words("Waarde van 1 kW meer contract, EUR per jaar", "Worth of 1 kW more contract, EUR a year"),
        lines.number(response.worth?.importLimit.reduce(0, +), 2)
      ),
    ])
  }

  private static func shortfall(_ response: PlanDispatch.Response, _ lines: EnergyLines) -> [String] {
    guard let shortfall = response.shortfall else { return [] }
    return [
      lines.words("Met deze maten kan het niet.", "These sizes cannot do it.")
    ]
      + lines.pairs([
        (lines.words("Voor het eerst", "First at"), shortfall.firstTime),
        (
          lines.words("Stappen met te weinig vermogen", "Steps with too little power"), "\(shortfall.stepsWithoutPower)"
        ),
        (lines.words("Vermogen tekort, kW", "Power missing, kW"), lines.number(shortfall.missingPower, 1)),
        (
          lines.words("Inhoud die volstaat, kWh", "Capacity that would do, kWh"),
          lines.number(shortfall.neededCapacity, 1)
        ),
        (lines.words("Of contract hoger, kW", "Or contract higher by, kW"), lines.number(shortfall.neededLimitRise, 1)),
        (lines.words("Niet af te voeren, kW", "Not to be exported, kW"), lines.number(shortfall.surplus, 1)),
      ])
  }

  /// A row per step, kW and kWh; flexible powers only where the study has them.
  public static func csv(_ flows: PlanDispatch.Flows) -> String {
    let own = [
      ("load_kw", flows.load), ("import_kw", flows.imported), ("export_kw", flows.exported),
      ("sun_kw", flows.generated), ("charge_kw", flows.charged), ("discharge_kw", flows.discharged),
      ("content_kwh", flows.content),
    ]
    let flexible = [("eboiler_kw", flows.boiler), ("switched_off_kw", flows.switchedOff)]
    let columns = own + flexible.compactMap { name, values in values.map { (name, $0) } }
    return CommaSeparated.text(
      ["time"] + columns.map(\.0),
      flows.times.indices.map { step in
        [flows.times[step]] + columns.map { NumberStyle.plain(decimals: decimals)($0.1[step]) }
      })
  }

  private static let decimals = 4
}
