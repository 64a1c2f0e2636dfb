import Provenance
import Quantities

extension SeriesFindings {
  /// Days that were not measured took the values of days that were.
  mutating func completed(_ completion: YearCompletion) {
    let (days, measured) = (completion.completed, completion.measuredDays)
    add(
      .warning, "completed", value: "\(days)",
      LocalizedText(
        nl: "een deel van een jaar: \(days) dagen zijn aangevuld uit de \(measured) gemeten dagen",
        en: "a part of a year: \(days) days were completed from the \(measured) days measured"),
      LocalizedText(
        nl: "Vraag het hele jaar op: een seizoen dat niet is gemeten, en de piek daarin, blijft onbekend.",
        en: "Ask for the whole year: a season that was not measured, and its peak, stay unknown."))
  }

  /// Too few days of some kinds were measured to complete the others with.
  mutating func scarce(_ completion: YearCompletion, _ least: Int) {
    add(
      .error, "too-few-days", value: "\(completion.measuredDays)", completion.shortage(least),
      LocalizedText(
        nl: "Lever van elke soort minstens \(least) hele dagen, of vul annual_kwh in en neem een standaardprofiel.",
        en: "Deliver at least \(least) whole days of each kind, or fill in annual_kwh and take a standard profile."))
  }
}
