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
  /// A cell of `connections.csv`, by the name of its column.
  case cell(String, column: String)
  /// Days of a column of `series.csv` that took the values of others.
  case completedSeries(String)
  case count(StudyCount)
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
    case .cell(let id, let column): ["lid", id, "kolom", column]
    case .completedSeries(let column): ["reeks", column, StudyMemberFigure.completed.rawValue]
    case .count(let count): ["aantal", count.rawValue]
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
  /// Steps that a stated rule filled.
  case filled = "gevuld"
  /// Days that took the values of others.
  case completed = "aangevuld"
}

/// What a study has of something — *aantallen*.
enum StudyCount: String, CaseIterable {
  case connections = "aansluitingen"
  /// Connections whose profile was not metered.
  case unmeasured = "zonder-meting"
  /// Connections of which days were completed.
  case completed = "aangevuld"
  /// Values of the library that were used, and those of them that rest on no source.
  case parameters
  case assumptions = "aannames"
}
