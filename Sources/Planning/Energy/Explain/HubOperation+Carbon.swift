import Provenance
import Quantities

/// What a hub emits less — *vermeden CO₂*, kg a year.
extension HubOperation {
  var carbonFigures: [CarbonFigure] { park.carbon == nil ? [] : CarbonFigure.allCases }

  func explanation(_ figure: CarbonFigure) -> Explanation {
    switch figure {
    case .total:
      Explanation(
        LocalizedText(nl: "vermeden CO₂", en: "CO2 avoided"), .sum, notation: "stroom + gas", unit: .kilogram,
        parts: [CarbonFigure.electricity, .gas].map { reference(.carbon($0), explanation($0)) })
    case .electricity: electricityCarbon
    case .gas: gasCarbon
    }
  }

  private var electricityCarbon: Explanation {
    let after = Explanation(
      LocalizedText(nl: "netto afname met de hub", en: "net use with the hub"), .difference,
      notation: "ingekocht − teruggeleverd", unit: .kilowattHour,
      parts: [HubEnergyKind.imported, .exported].map { reference(.energy($0), explanation($0)) })
    let less = Explanation(
      LocalizedText(nl: "minder van het net", en: "less from the grid"), .difference, notation: "zonder hub − met hub",
      unit: .kilowattHour, parts: [HubComparison(root: root, park).jointEnergy, after])
    return Explanation(
      LocalizedText(nl: "CO₂ van minder stroom van het net", en: "CO2 of less electricity from the grid"), .product,
      notation: "minder van het net × CO₂ per kWh", unit: .kilogram,
      parts: [less, leaves.carbon(CarbonFactors.electricityKey, park.carbon?.electricity)])
  }

  private var gasCarbon: Explanation {
    let label = LocalizedText(nl: "CO₂ van minder gas", en: "CO2 of less gas")
    guard hasBoiler else { return Explanation(label, value: 0, unit: .kilogram, basis: .definition) }
    let saved = Explanation(
      LocalizedText(nl: "bespaard gas", en: "gas saved"), .product, notation: "e-boiler × gas per kWh",
      unit: .kilowattHour,
      parts: [
        reference(.flexible(.boiler), explanation(FlexibleFigure.boiler)),
        leaves.coefficient(EnergyOrigins.boilerGas, park.flexibility.boilerGas ?? 0, .factor),
      ])
    return Explanation(
      label, .product, notation: "bespaard gas × CO₂ per kWh", unit: .kilogram,
      parts: [saved, leaves.carbon(CarbonFactors.gasKey, park.carbon?.gas)])
  }
}

extension EnergyLeaves {
  fileprivate func carbon(_ key: String, _ value: Double?) -> Explanation {
    coefficient(key, value ?? .nan, .kilogramPerKilowattHour)
  }
}
