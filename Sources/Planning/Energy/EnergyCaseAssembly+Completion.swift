import EnergyHubs
import Provenance
import Quantities

extension EnergyCaseAssembly {
  /// Whether days that were not measured are completed: only when the study or the command asks for it.
  var completesYear: Bool { files.settings.completesYear == true }

  /// Measured days of each kind that completing takes.
  mutating func leastDays() -> Int { reading("energy/completion-least-days").map { Int($0.value.rounded()) } ?? 0 }

  /// Fractions of a part of a year over the whole of it, and the name that says so; scaled to the yearly use afterwards, for what the
  /// part is of the year is then not known. Nil with errors.
  mutating func completedFractions(
    _ name: String, _ values: [Double], _ rows: EnergyRows, _ place: Diagnostic.Place
  ) -> (levels: [Double], name: String)? {
    let known = values.filter { !$0.isNaN }
    let sum = known.reduce(0, +) / Double(rows.repeats)
    guard known.allSatisfy({ $0 >= 0 }), sum > 0, sum <= 1 + parameter("energy/annual-tolerance") else {
      add(
        "standard-sum", place, value: "\(sum)",
        nl: "de fracties van dit deel van een jaar zijn negatief, of tellen op tot niets of tot meer dan 1",
        "Lever het profiel als deel van het jaarverbruik per stap.",
        en: "the fractions of this part of a year are negative, or sum to nothing or to more than 1",
        "Deliver the profile as the part of the yearly use in each step.")
      return nil
    }
    let completion = YearCompletion(calendar.year, isKnown: values.map { !$0.isNaN })
    let least = leastDays()
    guard completion.scarce(least).isEmpty else {
      add(
        "standard-too-few-days", place, value: "\(completion.measuredDays)",
        nl: "te weinig hele dagen om dit standaardprofiel tot een jaar aan te vullen",
        "Lever werkdagen, zaterdagen, en zon- en feestdagen: van elk minstens \(least).",
        en: "too few whole days to complete this standard profile to a year",
        "Deliver working days, Saturdays, and Sundays with holidays: at least \(least) of each.")
      return nil
    }
    let days = completion.completed
    if !standardsCompleted.contains(name) {
      standardsCompleted.insert(name)
      add(
        "standard-completed", place, value: "\(days)", severity: .warning,
        nl: "een deel van een jaar: \(days) dagen van dit standaardprofiel zijn aangevuld, en het geheel is geschaald",
        "Neem het profiel van een heel jaar: een seizoen dat er niet in staat blijft onbekend.",
        en: "a part of a year: \(days) days of this standard profile were completed, and the whole was scaled",
        "Take the profile of a whole year: a season that is not in it stays unknown.")
    }
    return (completion.applied(to: values), "\(name), \(days) dagen aangevuld")
  }
}
