import EnergyHubs
import Provenance
import Quantities

extension ExplainedSizing {
  /// What a unit more saves: the shadow prices of its limits added up; nil where it was not asked or has none.
  func gross(_ name: HubSizeName) -> Double? { prices(name).map { $0.values.reduce(0, +) } }

  func worth(_ name: HubSizeName, _ worth: HubWorth) -> Explanation {
    guard worth == .net else { return gross(of: name) }
    return Explanation(
      LocalizedText(nl: "waarde na aftrek van de prijs", en: "worth after its price"), .difference,
      notation: "waarde − prijs", unit: .euro, parts: [reference(.worth(name, .gross)), price(name)])
  }

  private func gross(of name: HubSizeName) -> Explanation {
    let found = prices(name) ?? (values: [], isMonthly: true)
    let label = LocalizedText(nl: "waarde van een eenheid meer", en: "worth of one unit more")
    let method = Optimum(
      LocalizedText(nl: "schaduwprijs van de dimensionering", en: "shadow price of the sizing"),
      evidence: hub.found.evidence)
    let leaf = { (place: Int, name: LocalizedText) in
      Explanation(name, value: found.values[place], unit: .euro, basis: .optimum(method))
    }
    guard !found.isMonthly else {
      return Explanation(
        label, .sum, notation: "Σ maanden", unit: .euro,
        parts: found.values.indices.map { leaf($0, EnergyLeaves.monthName($0 + 1)) })
    }
    return hub.leaves.total(label, .euro, found.values) { leaf($0, LocalizedText(both: hub.leaves.time($0))) }
  }

  private func prices(_ name: HubSizeName) -> (values: [Double], isMonthly: Bool)? {
    let multipliers = best.found.answer.multipliers
    switch name {
    case .contract: return (multipliers.contract, true)
    case .batteryEnergy where answer.worth.batteryEnergy != nil && !multipliers.content.isEmpty:
      return (multipliers.content, false)
    case .batteryPower where answer.worth.batteryPower != nil && !multipliers.charge.isEmpty:
      return (zip(multipliers.charge, multipliers.discharge).map(+), false)
    case .roof(let name):
      guard let roof = solved.park.roofs.first(where: { $0.name == name }), !multipliers.generation.isEmpty else {
        return nil
      }
      return (zip(multipliers.generation, roof.factor).map(*), false)
    default: return nil
    }
  }

  /// EUR a year for the unit itself.
  private func price(_ name: HubSizeName) -> Explanation {
    switch name {
    case .batteryEnergy: hub.leaves.batteryEnergyPrice
    case .batteryPower: hub.leaves.batteryPowerPrice
    case .roof(let name): hub.leaves.price(solved.park.roofs.first { $0.name == name }!)
    case .boiler: hub.leaves.boilerPrice
    case .contract, .monthlyPeak: hub.leaves.contractPrice
    }
  }
}
