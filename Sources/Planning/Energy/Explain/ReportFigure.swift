/// A figure of `energy report` that no other command prints: what the grid sees — *beslag op het net*.
enum ReportFigure: EnergyFigure {
  case situation(GridUse.Situation.Kind, SituationFigure)
  /// By its share of the right, in percent.
  case level(Int, LevelFigure)
  /// Highest step of a month, from 1.
  case month(Int, MonthFigure)
  /// A point of the load-duration curve, from 0 at the highest step.
  case duration(Int, DurationPointFigure)
  /// An hour of the clock.
  case day(Int, DayFigure)
  /// A day of the week of the peak, 1 for Monday.
  case week(Int, WeekFigure)
  case money(MoneyFigure)
  /// Of the members that share a row of the page.
  case others(OthersFigure)

  var steps: [String] {
    switch self {
    case .situation(let kind, let figure): [Self.step(kind), figure.rawValue]
    case .level(let percent, let figure): ["niveau", String(percent), figure.rawValue]
    case .month(let number, let figure): ["maand", String(number), figure.rawValue]
    case .duration(let place, let figure): ["duur", String(place), figure.rawValue]
    case .day(let hour, let figure): ["dag", String(hour), figure.rawValue]
    case .week(let day, let figure): ["week", String(day), figure.rawValue]
    case .money(let figure): [figure.rawValue]
    case .others(let figure): ["andere-leden", figure.rawValue]
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

enum DurationPointFigure: String, CaseIterable {
  case hours = "uren"
  case before = "nu"
  case after = "straks"
}

/// Before building.
enum DayFigure: String, CaseIterable {
  case weekday = "werkdag"
  case weekend
  case highest = "hoogste"
}

enum WeekFigure: String, CaseIterable {
  case importBefore = "afname-nu"
  case importAfter = "afname-straks"
  case sun = "zon"
  case charged = "geladen"
  case discharged = "ontladen"
}

/// What building brings and takes, EUR — *besparing en investering*.
enum MoneyFigure: String, CaseIterable {
  /// A year, beside each alone, or beside one contract where a contract is unknown.
  case saving = "besparing"
  /// A year, beside one contract with nothing built.
  case savingOfBuilding = "besparing-door-bouwen"
  case investment = "investering"
  case panels = "investering-zonnepanelen"
  case battery = "investering-batterij"
  case boiler = "investering-e-boiler"
  /// Years.
  case payback = "terugverdientijd"
}

enum OthersFigure: String, CaseIterable {
  case contracted = "contract"
  case annual = "verbruik"
  case shareOfTop = "deel-in-top"
  case costAlone = "kosten-alleen"
  case cost = "kosten"
  case saving = "voordeel"
}
