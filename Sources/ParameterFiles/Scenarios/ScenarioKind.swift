/// The kinds of change a scenario file knows, with their fields.
enum ScenarioKind: String, CaseIterable {
  case changeParameter = "change-parameter"
  case addPlan = "add-plan"
  case delayPlan = "delay-plan"
  case freezePlan = "freeze-plan"
  case hardenPlan = "harden-plan"
  case removePlan = "remove-plan"
  case withdrawPark = "withdraw-park"
  case establishment
  case addOn = "add-on"
  case changeAddOn = "change-add-on"

  var keys: [String] {
    switch self {
    case .changeParameter: ["key", "member", "region", "from", "value", "factor", "delta"]
    case .addPlan:
      ["id", "name", "municipality", "hardness", "ha", "year", "location-type", "category", "water", "largest-part"]
    case .delayPlan: ["plan", "to", "years"]
    case .freezePlan, .removePlan: ["plan"]
    case .hardenPlan: ["plan", "year"]
    case .withdrawPark: ["park", "ha", "year", "category", "water", "returns"]
    case .establishment:
      ["id", "name", "region", "ha", "year", "sector-group", "size", "category", "water", "location-type"]
    case .addOn:
      [
        "id", "label", "ha-per-year", "from", "until", "returns-from", "sector-group", "size", "category", "water",
        "location-type", "allocation",
      ]
    case .changeAddOn: ["add-on", "value", "factor", "delta"]
    }
  }
}

extension FileProblem {
  static let notAName = FileProblem(
    "yaml.not-a-name", nl: "een naam heeft geen spatie, komma, / of @", "Schrijf bijvoorbeeld minder-plannen.",
    en: "a name has no space, comma, / or @", "Write fewer-plans, for example.")

  static func chooseOne(_ keys: [String]) -> FileProblem {
    let list = keys.joined(separator: ", ")
    return FileProblem(
      "yaml.choose-one", nl: "precies een van deze velden hoort hier: \(list)", "Laat er een over.",
      en: "exactly one of these fields belongs here: \(list)", "Leave one of them.")
  }
}
