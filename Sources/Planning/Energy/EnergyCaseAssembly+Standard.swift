import EnergyHubs
import Provenance
import Quantities

extension EnergyCaseAssembly {
  /// The stand-in for a connection without a series: its yearly use over a simple week of base, working hours and weekend.
  ///
  /// Never a measurement: the profile bears the name of the standard, and a warning tells it.
  mutating func standard(_ row: EnergyConnectionRow) -> Profile? {
    let place = Diagnostic.Place(file: EnergyCaseFiles.connectionsFile, row: row.row, field: "profile", record: row.id)
    guard let annual = row.annual else {
      add(
        "no-series", .init(file: files.load.file, field: row.id), nl: "deze aansluiting heeft geen kolom met metingen",
        "Voeg de kolom toe, of vul annual_kwh in voor een standaardprofiel.",
        en: "this connection has no column of measurements",
        "Add the column, or fill in annual_kwh for a standard profile.")
      return nil
    }
    let name = row.standard ?? Self.usualStandard
    guard Self.standards.contains(name) else {
      let list = Self.standards.joined(separator: ", ")
      add(
        "unknown-profile", place, value: name, nl: "onbekend standaardprofiel", "Kies uit: \(list).",
        en: "unknown standard profile", "Choose one of: \(list).")
      return nil
    }
    add(
      "standard-profile", place, value: name, severity: .warning,
      nl: "zonder metingen: het jaarverbruik is over een standaardprofiel verdeeld",
      "Vraag de kwartierwaarden op; een standaardprofiel verbergt pieken.",
      en: "without measurements: the yearly use was spread over a standard profile",
      "Ask for the quarter-hour values; a standard profile hides peaks.")
    return .standard(name, fractions: fractions(name), annual: KilowattHours(annual), in: calendar.year)
  }

  static let standards = ["kantoor", "logistiek", "productie"]
  static let usualStandard = "productie"

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
