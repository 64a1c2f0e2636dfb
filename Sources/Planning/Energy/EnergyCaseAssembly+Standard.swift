import EnergyHubs
import Provenance
import Quantities

extension EnergyCaseAssembly {
  /// The stand-in for a connection without a series: its yearly use over a simple week of base, working hours and weekend.
  ///
  /// Never a measurement: the profile bears the name of the standard, and a warning tells it.
  mutating func standard(_ row: EnergyConnectionRow) -> Profile? {
    let place = place(row, "profile")
    guard let annual = row.annual else {
      add(
        "no-series", .init(file: files.load.file, field: row.id), nl: "deze aansluiting heeft geen meetwaarden",
        "Voeg een kolom in load.csv of een bestand in load toe, of vul annual_kwh in voor een standaardprofiel.",
        en: "this connection has no measurements",
        "Add a column to load.csv or a file in load, or fill in annual_kwh for a standard profile.")
      return nil
    }
    let name = row.standard ?? Self.usualStandard
    let own = files.standards?.columns ?? []
    guard Self.standards.contains(name) || own.contains(name) else {
      let list = (Self.standards + own).joined(separator: ", ")
      add(
        "unknown-profile", place, value: name, nl: "onbekend standaardprofiel", "Kies uit: \(list).",
        en: "unknown standard profile", "Choose one of: \(list).")
      return nil
    }
    guard let (levels, shown) = own.contains(name) ? ownFractions(name) : (fractions(name), name) else { return nil }
    add(
      "standard-profile", place, value: name, severity: .warning,
      nl: "zonder metingen: het jaarverbruik is over een standaardprofiel verdeeld",
      "Vraag de kwartierwaarden op; een standaardprofiel verbergt pieken.",
      en: "without measurements: the yearly use was spread over a standard profile",
      "Ask for the quarter-hour values; a standard profile hides peaks.")
    return .standard(shown, fractions: levels, annual: KilowattHours(annual), in: calendar.year)
  }

  static let standards = ["kantoor", "logistiek", "productie"]
  static let usualStandard = "productie"

  /// A column of `profiles.csv`: fractions of the yearly use that sum to 1, and the name with what was completed; nil with errors.
  private mutating func ownFractions(_ name: String) -> (levels: [Double], name: String)? {
    guard let table = files.standards, let column = table[name], let rows = standardRows(table) else { return nil }
    let values = rows.values(column)
    let place = Diagnostic.Place(file: table.file, field: name)
    if completesYear, values.contains(where: \.isNaN) { return completedFractions(name, values, rows, place) }
    if let step = values.firstIndex(where: { !($0 >= 0) }) {
      add(
        "standard-value", .init(file: table.file, row: rows.positions[step].map { $0 + 1 }, field: name),
        nl: "een fractie ontbreekt of is negatief", "Geef elke stap van het jaar een getal van nul of meer.",
        en: "a fraction is missing or negative", "Give every step of the year a number of zero or more.")
      return nil
    }
    let sum = values.reduce(0, +) / Double(rows.repeats)
    guard abs(sum - 1) <= parameter("energy/annual-tolerance") else {
      add(
        "standard-sum", place, value: "\(sum)", nl: "de fracties van het profiel tellen niet op tot 1",
        "Lever het profiel van een heel jaar, als deel van het jaarverbruik per stap.",
        en: "the fractions of the profile do not sum to 1",
        "Deliver the profile of a whole year, as the part of the yearly use in each step.")
      return nil
    }
    return (values, name)
  }

  /// Where the rows of `profiles.csv` stand; what is wrong with it is told once.
  private mutating func standardRows(_ table: EnergyTable) -> EnergyRows? {
    let rows = EnergyRows(table, calendar, longestHole: 0, completable: .anything, completes: completesYear)
    if !standardsAreTold {
      problems += rows.diagnostics
      standardsAreTold = true
    }
    return rows.diagnostics.hasErrors ? nil : rows
  }

  /// Level in every step, the working hours being 1.
  private mutating func fractions(_ name: String) -> [Double] {
    let base = parameter("energy/profile-base-share", name)
    let weekend = parameter("energy/profile-weekend-share", name)
    let start = parameter("energy/profile-start-hour", name)
    let end = parameter("energy/profile-end-hour", name)
    let year = calendar.year
    return (0..<year.count).map { step in
      let reading = year.reading(of: step)
      let hour = Double(reading.secondOfDay) / Double(Moment.secondsPerHour)
      let level = hour >= start && hour < end ? 1 : base
      return reading.date.weekday < Moment.daysPerWeek - 2 ? level : base + (level - base) * weekend
    }
  }
}
