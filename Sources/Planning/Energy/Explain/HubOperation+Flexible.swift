import EnergyHubs
import Provenance
import Quantities

/// What an e-boiler takes and saves, and what switching off costs — *stuurbaar vermogen*.
extension HubOperation {
  var flexibleFigures: [FlexibleFigure] { flexible.isEmpty ? [] : FlexibleFigure.allCases }

  func explanation(_ figure: FlexibleFigure) -> Explanation {
    switch figure {
    case .boiler: energy(.taking, LocalizedText(nl: "e-boiler", en: "e-boiler"))
    case .boilerSaving:
      worth(
        .taking, LocalizedText(nl: "gas dat de e-boiler bespaart", en: "gas that the e-boiler saves"),
        price: "eboiler_value", sign: -1)
    case .switchedOff: energy(.giving, LocalizedText(nl: "afgeschakeld", en: "switched off"))
    case .switchingCost:
      worth(
        .giving, LocalizedText(nl: "kosten van afschakelen", en: "cost of switching off"), price: "curtailment_price",
        sign: 1)
    }
  }

  /// What is paid for switching off, less what the e-boiler saves.
  var flexibleCost: Explanation {
    Explanation(
      LocalizedText(nl: "stuurbaar vermogen", en: "flexible powers"), .difference,
      notation: "kosten van afschakelen − bespaard gas", unit: .euro,
      parts: [FlexibleFigure.switchingCost, .boilerSaving].map { reference(.flexible($0), explanation($0)) })
  }

  private func power(_ direction: FlexiblePower.Direction) -> (power: FlexiblePower, values: [Double])? {
    flexible.first { $0.power.direction == direction }
  }

  private func energy(_ direction: FlexiblePower.Direction, _ label: LocalizedText) -> Explanation {
    power(direction).map { yearly(label, $0.values, of: label) }
      ?? Explanation(label, value: 0, unit: .kilowattHour, basis: .definition)
  }

  /// EUR a year at a price that holds all year.
  /// - Parameter sign: of the price among the costs.
  private func worth(_ direction: FlexiblePower.Direction, _ label: LocalizedText, price key: String, sign: Double)
    -> Explanation
  {
    guard let (power, values) = power(direction) else {
      return Explanation(label, value: 0, unit: .euro, basis: .definition)
    }
    let prices = power.price.map { sign * $0 }
    return priced(label, values, prices, of: label) {
      leaves.coefficient(key, prices[$0], .euroPerKilowattHour)
    }
  }
}
