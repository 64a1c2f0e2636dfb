/// A figure of `energy report` that no other command prints: what the grid sees — *beslag op het net*.
enum ReportFigure: EnergyFigure {
  case situation(GridUse.Situation.Kind, SituationFigure)
  /// By its share of the right, in percent.
  case level(Int, LevelFigure)
  /// Highest step of a month, from 1.
  case month(Int, MonthFigure)

  var steps: [String] {
    switch self {
    case .situation(let kind, let figure): [Self.step(kind), figure.rawValue]
    case .level(let percent, let figure): ["niveau", String(percent), figure.rawValue]
    case .month(let number, let figure): ["maand", String(number), figure.rawValue]
    }
  }

  static func step(_ kind: GridUse.Situation.Kind) -> String {
    switch kind {
    case .separate: HubWithout.separate.rawValue
    case .joint: HubWithout.joint.rawValue
    case .hub: "hub"
    }
  }
}

enum SituationFigure: String, CaseIterable {
  case contract
  case importPeak = "afname"
  case exportPeak = "invoeding"
  case freedFirm = "vrij"
  case freedNonFirm = "vrij-deel-van-de-uren"
  case atRisk = "kan-vervallen"
  case nearHours = "uren-dichtbij"
  case excessHours = "uren-erboven"
  case excess = "energie-erboven"
}

enum LevelFigure: String, CaseIterable {
  case power = "vermogen"
  case hoursBefore = "uren-nu"
  case energyBefore = "energie-nu"
  case hoursAfter = "uren-straks"
  case energyAfter = "energie-straks"

  var isAfter: Bool { self == .hoursAfter || self == .energyAfter }
}

enum MonthFigure: String, CaseIterable {
  case importBefore = "afname-nu"
  case importAfter = "afname-straks"
  case exportBefore = "invoeding-nu"
  case exportAfter = "invoeding-straks"

  var isAfter: Bool { self == .importAfter || self == .exportAfter }
  var isImport: Bool { self == .importBefore || self == .importAfter }
}
