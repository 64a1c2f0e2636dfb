import Planning
import Provenance
import Quantities

extension EnergyEdition {
  /// What was used, from the study itself or from the library.
  var coefficientTable: Table {
    let used = response.check.coefficients
    let contract = words("€/kW per jaar", "€/kW a year")
    let rows: [Coefficient] =
      [
        .init(words("Contract", "Contract"), used.contractPrice, contract, "contract_price", "energy/contract-price"),
        .init(
          words("Maandpiek", "Monthly peak"), used.peakPrice, words("€/kW per maand", "€/kW a month"), "peak_price",
          "energy/peak-price"),
        .init(
          words("Batterij, inhoud", "Battery, capacity"), used.batteryEnergyPrice,
          words("€/kWh per jaar", "€/kWh a year"), "battery_energy_price", "energy/battery-energy-cost"),
        .init(
          words("Batterij, vermogen", "Battery, power"), used.batteryPowerPrice, contract, "battery_power_price",
          "energy/battery-power-cost"),
        .init(
          words("Rendement laden", "Efficiency of charging"), used.chargeEfficiency, "", "charge_efficiency",
          "energy/charge-efficiency"),
        .init(
          words("Rendement ontladen", "Efficiency of discharging"), used.dischargeEfficiency, "",
          "discharge_efficiency", "energy/discharge-efficiency"),
        .init(words("Verlies per uur", "Loss an hour"), used.hourlyLoss, "", "hourly_loss", "energy/hourly-loss"),
        .init(words("Slijtage", "Wear"), used.wear, "€/kWh", "wear", "energy/wear"),
        .init(words("Inkoopprijs, gemiddeld", "Price bought, mean"), response.check.meanPrice, "€/MWh", nil, nil),
      ]
      + response.check.roofs.map {
        .init(
          words("Panelen, dakklasse \($0.name)", "Panels, class of roof \($0.name)"), $0.price,
          words("€/kWp per jaar", "€/kWp a year"), EnergyReportPaths.roofPrice($0.name), "energy/solar-cost")
      }
      + boilerCoefficients
    return Table(
      caption: words("Waarmee is gerekend", "What was used"),
      columns: [
        Table.Column(words("Waarde", "Value")), .number(words("Getal", "Number")),
        Table.Column(words("Eenheid", "Unit")),
        Table.Column(words("Herkomst", "Origin")),
      ],
      rows: rows.map { row in
        let isRead = response.parameters.contains { $0.key == row.parameter }
        let number = cell(
          row.value, Self.decimals(of: row.value), if: isRead && marks.any([row.parameter].compactMap { $0 }))
        let path = row.setting.map(EnergyReportPaths.number) ?? EnergyReportPaths.meanPrice
        return Table.Row([
          .text(row.name), explained(number, by: path), .text(row.unit),
          .text(isRead ? words("bibliotheek", "library") : words("de studie zelf", "the study itself")),
        ])
      })
  }

  /// Of an e-boiler that the study has, or may have.
  private var boilerCoefficients: [Coefficient] {
    guard let flexibility = response.check.flexibility, answer?.sizes.boiler ?? 0 > 0 else { return [] }
    return [
      .init(
        words("E-boiler", "E-boiler"), flexibility.boilerPrice, words("€/kW per jaar", "€/kW a year"),
        "eboiler_price", "energy/eboiler-cost"),
      .init(
        words("Bespaard gas", "Gas saved"), flexibility.boilerValue ?? 0, "€/kWh", "eboiler_value", "energy/gas-price"),
    ]
  }

  private static func decimals(of value: Double) -> Int { value.magnitude < 1 && value != 0 ? 4 : 2 }
}

/// A price or property, the key it has in a study, and the parameter that holds it where the study says nothing.
private struct Coefficient {
  let name: String
  let value: Double
  let unit: String
  let setting: String?
  let parameter: String?

  init(_ name: String, _ value: Double, _ unit: String, _ setting: String?, _ parameter: String?) {
    self.name = name
    self.value = value
    self.unit = unit
    self.setting = setting
    self.parameter = parameter
  }
}
