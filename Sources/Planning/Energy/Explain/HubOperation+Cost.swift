import Provenance
import Quantities

extension HubOperation {
  /// Without an e-boiler it has no cost.
  var costKinds: [HubCostKind] { HubCostKind.allCases.filter { $0 != .boiler || hasBoiler } }

  func explanation(_ kind: HubCostKind) -> Explanation {
    switch kind {
    case .total:
      Explanation(
        LocalizedText(nl: "kosten van een jaar", en: "cost of a year"), .sum, notation: "Σ soorten", unit: .euro,
        parts: costKinds.dropFirst().map { reference(.cost($0), explanation($0)) })
    case .energy: energyCost
    case .contract:
      product(LocalizedText(nl: "contract", en: "contract"), .contract, leaves.contractPrice)
    case .peaks: peaks
    case .panels: panels
    case .battery: battery
    case .boiler:
      product(LocalizedText(nl: "e-boiler", en: "e-boiler"), .boiler, leaves.boilerPrice)
    }
  }

  private var energyCost: Explanation {
    let sold = explanation(EnergyCostPart.sold)
    let paid = energyCostParts.filter { $0 != .sold }.map { reference(.energyCost($0), explanation($0)) }
    return Explanation(
      LocalizedText(nl: "energie", en: "energy"), .difference, notation: "betaald − opbrengst", unit: .euro,
      parts: [
        Explanation(
          LocalizedText(nl: "betaald", en: "paid"), .sum, notation: "inkoop + slijtage + stuurbaar", unit: .euro,
          parts: paid), reference(.energyCost(.sold), sold),
      ])
  }

  private func product(_ label: LocalizedText, _ name: HubSizeName, _ price: Explanation) -> Explanation {
    Explanation(label, .product, notation: "maat × prijs per jaar", unit: .euro, parts: [reference(name), price])
  }

  private var peaks: Explanation {
    let sum = Explanation(
      LocalizedText(nl: "som van de maandpieken", en: "sum of the monthly peaks"), .sum, notation: "Σ maanden",
      unit: .kilowatt, parts: leaves.months.map { reference(.monthlyPeak($0.number)) })
    return Explanation(
      LocalizedText(nl: "maandpieken", en: "monthly peaks"), .product, notation: "Σ maandpieken × prijs per maand",
      unit: .euro, parts: [sum, leaves.peakPrice])
  }

  private var panels: Explanation {
    Explanation(
      LocalizedText(nl: "zonnepanelen", en: "panels"), .sum, notation: "Σ daken + vaste kosten", unit: .euro,
      parts: park.roofs.map { roof in
        product(LocalizedText(nl: "dak \(roof.name)", en: "roof \(roof.name)"), .roof(roof.name), leaves.price(roof))
      } + park.roofs.filter { (sizes.roofs[$0.name] ?? 0) > 0 }.compactMap { leaves.fixedCost(ofRoof: $0.name) })
  }

  private var battery: Explanation {
    Explanation(
      LocalizedText(nl: "batterij", en: "battery"), .sum, notation: "inhoud + vermogen + vaste kosten", unit: .euro,
      parts: [
        product(LocalizedText(nl: "inhoud", en: "capacity"), .batteryEnergy, leaves.batteryEnergyPrice),
        product(LocalizedText(nl: "vermogen", en: "power"), .batteryPower, leaves.batteryPowerPrice),
      ] + (sizes.batteryEnergy > 0 ? [leaves.batteryFixedCost].compactMap { $0 } : [])
        + [idleBattery].compactMap { $0 })
  }
}
