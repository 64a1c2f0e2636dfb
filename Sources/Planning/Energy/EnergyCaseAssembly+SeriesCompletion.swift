import EnergyHubs
import Provenance
import Quantities

extension EnergyCaseAssembly {
  /// A column of `series.csv` with its days that were not measured taken from those that were, where that is asked.
  ///
  /// A stretch without values may be completed where it holds a whole day; a hole within measured days is a fault, always.
  mutating func completed(_ name: String, _ values: [Double], _ rows: EnergyRows) -> [Double] {
    let isKnown = values.map(\.isFinite)
    let open = calendar.year.holes(isKnown)
    guard !open.isEmpty else { return values }
    let completion = YearCompletion(calendar.year, isKnown: isKnown)
    let holdsDay = open.map(calendar.year.holdsDay)
    let refused = zip(open, holdsDay).filter { !completesYear || !$0.1 }.map { $0.0 }
    guard refused.isEmpty else {
      let offer = !completesYear && holdsDay.contains(true) ? completion : nil
      tell(
        name, rows.positions[refused[0].lowerBound], count: refused.reduce(0) { $0 + $1.count }, "hole",
        nl: "er ontbreekt een waarde", en: "a value is missing", offer: offer)
      return values
    }
    let least = leastDays()
    guard completion.scarce(least).isEmpty else {
      tellScarce(name, completion, least)
      return values
    }
    origins.completedSeries[name] = completion.completed
    return completion.applied(to: values)
  }

  private mutating func tellScarce(_ name: String, _ completion: YearCompletion, _ least: Int) {
    let message = completion.shortage(least)
    add(
      "series-too-few-days", .init(file: files.series.file, field: name), value: "\(completion.measuredDays)",
      nl: message.nl,
      "Lever van elke soort minstens \(least) hele dagen, of het hele jaar: prijzen en zonopbrengst zijn openbaar.",
      en: message.en,
      "Deliver at least \(least) whole days of each kind, or the whole year: prices and output of panels are public.")
  }

  /// Which columns hold days that were not measured, once for the file.
  mutating func tellCompletedSeries() {
    let columns = CompletedSeries.all(origins)
    guard let most = columns.map(\.days).max() else { return }
    let list = columns.map { "\($0.column) (\($0.days))" }.joined(separator: ", ")
    add(
      "series-completed", .init(file: files.series.file), value: "\(most)", severity: .warning,
      nl: "een deel van een jaar: dagen zijn aangevuld met gemeten dagen van dezelfde soort: \(list)",
      "Lever het hele jaar: prijzen en zonopbrengst zijn openbaar. Een seizoen dat niet is gemeten blijft onbekend.",
      en: "a part of a year: days were completed with measured days of the same kind: \(list)",
      "Deliver the whole year: prices and output of panels are public. A season that was not measured stays unknown.")
  }
}
