import Provenance
import Quantities

/// What `energy dispatch` says of a battery and of more room — *waarde van de inzet*.
enum DispatchWorth: String, CaseIterable {
  case withoutBattery = "zonder-batterij"
  case saving = "duurder-zonder-batterij"
  case capacity = "waarde-van-kwh"
  case contract = "waarde-van-contract"
}

extension ExplainedOperation {
  var worths: [DispatchWorth] {
    DispatchWorth.allCases.filter { worth in
      switch worth {
      case .withoutBattery, .saving: response.withoutBattery != nil
      case .capacity, .contract: response.worth != nil
      }
    }
  }

  func explanation(_ worth: DispatchWorth) -> Explanation {
    switch worth {
    case .withoutBattery: Self.withoutBattery(response, evidence: hub.found.evidence)
    case .saving:
      Explanation(
        LocalizedText(nl: "zonder batterij duurder", en: "dearer without battery"), .difference,
        notation: "zonder − met batterij", unit: .euro,
        parts: [reference(.dispatchWorth(.withoutBattery)), reference(.cost(.total))])
    case .capacity:
      leaf(
        LocalizedText(nl: "waarde van 1 kWh meer", en: "worth of 1 kWh more"), response.worth?.capacity ?? .nan,
        Self.shadowPrice)
    case .contract:
      Explanation(
        LocalizedText(nl: "waarde van 1 kW meer contract", en: "worth of 1 kW more contract"), .sum,
        notation: "Σ maanden", unit: .euro,
        parts: (response.worth?.importLimit ?? []).enumerated().map { month, worth in
          leaf(EnergyLeaves.monthName(month + 1), worth, Self.shadowPrice)
        })
    }
  }

  static func withoutBattery(_ response: PlanDispatch.Response, evidence: [Optimum.Evidence] = []) -> Explanation {
    Explanation(
      LocalizedText(nl: "kosten zonder batterij", en: "cost without battery"), value: response.withoutBattery ?? .nan,
      unit: .euro,
      basis: .optimum(
        Optimum(
          LocalizedText(
            nl: "de inzet opnieuw, zonder batterij en met het contract dat dan nodig is",
            en: "the operation anew, without battery and with the contract that it then takes"), evidence: evidence)))
  }

  private func leaf(_ label: LocalizedText, _ value: Double, _ method: LocalizedText) -> Explanation {
    Explanation(label, value: value, unit: .euro, basis: .optimum(Optimum(method, evidence: hub.found.evidence)))
  }

  private static let shadowPrice = LocalizedText(nl: "schaduwprijs van de inzet", en: "shadow price of the operation")
}
