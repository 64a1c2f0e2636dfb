/// A figure of `energy check` — *cijfer van de studie zelf*.
enum EnergyStudyFigure: EnergyFigure {
  /// The most that a size may be.
  case most(HubSizeName)
  /// The most that the group may feed in.
  case feedIn
  /// Mean price of buying, EUR/MWh.
  case meanPrice
  /// Heat that is asked for, kWh a year.
  case heat
  /// Full-load hours of a class of roof.
  case fullLoadHours(String)
  case member(String, StudyMemberFigure)
  /// A price or property by its key in `parameters.yaml` or the library.
  case number(String)

  var steps: [String] {
    switch self {
    case .most(let name): [Self.mostStep] + name.steps
    case .feedIn: [Self.mostStep, "teruglevering"]
    case .meanPrice: ["inkoopprijs"]
    case .heat: ["warmtevraag"]
    case .fullLoadHours(let roof): ["dak", roof, "vollasturen"]
    case .member(let id, let figure): ["lid", id, figure.rawValue]
    case .number(let key): ["getal", key]
    }
  }

  /// What the bounds begin with, here and under `energy size`.
  static let mostStep = "hoogstens"
}

enum StudyMemberFigure: String, CaseIterable {
  case contracted = "contract"
  case feedIn = "teruglevering"
  case roof = "dak"
  case peak = "piek"
  case annual = "verbruik"
}
