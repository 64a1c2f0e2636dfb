import EnergyHubs
import Provenance
import Quantities

/// Prices of electricity in every hour of a year, and whose they are — *uurprijzen*.
struct HourlyPrices: Sendable {
  let name: String
  let isSynthetic: Bool
  /// EUR/kWh.
  let values: [Double]
  let diagnostics: [Diagnostic]
  let origin: PriceOrigin

  /// The market of the embedded example, made for any year.
  init(exampleOf year: ProfileYear) {
    let example = EnergyExample(year: year.year)
    let quarters = example.prices
    name = EnergyExample.name
    isSynthetic = true
    values = Self.hourly(
      quarters.map { $0 / KilowattHours.perMegawattHour }, perHour: TimeStep.quarterHour.perHour)
    diagnostics = []
    origin = PriceOrigin("\(EnergyCaseFiles.seriesFile) (\(name))", quarters, example.year)
  }

  /// The prices of a park's study, hour by hour in the order of its year.
  ///
  /// - Throws: `PlanningError.invalidInput` where its year has another number of hours.
  init(_ study: EnergyCase, on year: ProfileYear) throws(PlanningError) {
    name = study.name
    isSynthetic = study.isSynthetic
    values = Self.hourly(study.importPrice, perHour: study.year.step.perHour)
    guard values.count == year.count else { throw .invalidInput([Self.otherLength(values.count, year)]) }
    origin = PriceOrigin(
      "\(study.origins.seriesTable(PriceYear.column)) (\(name))",
      study.importPrice.map { $0 * KilowattHours.perMegawattHour }, study.year)
    diagnostics = study.year.year == year.year ? [] : [Self.otherYear(study.year.year, year.year)]
  }

  private static func hourly(_ values: [Double], perHour: Int) -> [Double] {
    stride(from: 0, to: values.count, by: perHour).map { first in
      values[first..<first + perHour].reduce(0, +) / Double(perHour)
    }
  }

  private static func otherLength(_ hours: Int, _ year: ProfileYear) -> Diagnostic {
    Diagnostic(
      .error, "energy-scan.price-hours", value: "\(hours)",
      message: LocalizedText(
        nl: "de prijzen beslaan een jaar van \(hours) uur en de scan een van \(year.count)",
        en: "the prices cover a year of \(hours) hours and the scan one of \(year.count)"),
      remedy: LocalizedText(
        nl: "Geef prijzen van \(year.year), of kies een peildatum in een jaar van dezelfde lengte.",
        en: "Give prices of \(year.year), or choose a reference date in a year of the same length."))
  }

  private static func otherYear(_ found: Int, _ needed: Int) -> Diagnostic {
    Diagnostic(
      .warning, "energy-scan.price-year", value: "\(found)",
      message: LocalizedText(
        nl: "de prijzen zijn van een ander jaar dan \(needed); de dagen van de week verschuiven",
        en: "the prices are of another year than \(needed); the days of the week shift"),
      remedy: LocalizedText(nl: "Geef prijzen van \(needed).", en: "Give prices of \(needed)."))
  }
}

extension PriceOrigin {
  /// The prices of a study, of which an hour is the mean of its steps.
  /// - Parameter values: EUR/MWh for each step of the year.
  fileprivate init(_ table: String, _ values: [Double], _ year: ProfileYear) {
    let perHour = year.step.perHour
    self.init(
      table: table, key: PriceYear.column, year: year, values: values,
      steps: stride(from: 0, to: values.count, by: perHour).map { $0..<$0 + perHour })
  }
}
