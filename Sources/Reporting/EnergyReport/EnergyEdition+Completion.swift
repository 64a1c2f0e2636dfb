import Planning
import Quantities

/// What the report says where the year of some connections was measured in part — *aangevuld jaar*.
extension EnergyEdition {
  private var days: Int? { study.completed.map { $0.map(\.days).reduce(0, +) } }

  /// Among what is told beside the title, to everyone; no member is named.
  var completionFact: Document.Fact? {
    days.map {
      Document.Fact(
        words("Aangevuld", "Completed"),
        words(
          "\($0) dagen van \(study.completed?.count ?? 0) aansluitingen zijn niet gemeten",
          "\($0) days of \(study.completed?.count ?? 0) connections were not measured"))
    }
  }

  /// After the outcome.
  var completionVerdict: RichText {
    guard let completed = study.completed else { return rich("", "") }
    return rich(
      " \(strong: "Van \(completed.count) aansluitingen is een deel van het jaar gemeten"): zonder het hele jaar is dit een verkenning.",
      " \(strong: "Of \(completed.count) connections a part of the year was measured"): without the whole year this is a sketch."
    )
  }

  /// Under the quality of the data.
  var completedDays: RichText? {
    study.completed.map { completed in
      let listed = listed(completed.map { strong("\(shortened($0.name)) (\($0.days))") })
      return rich(
        "Niet gemeten dagen, aangevuld met de dichtstbijzijnde gemeten dag van dezelfde soort: \(listed). Een seizoen dat niet is gemeten, en de piek daarin, is onbekend.",
        "Days not measured, completed with the nearest measured day of the same kind: \(listed). A season that was not measured, and its peak, are unknown."
      )
    }
  }

  /// Prices and sun, under the quality of the data too.
  var completedSeries: RichText? {
    study.completedSeries.map { completed in
      let listed = listed(completed.map { strong("\(shortened($0.column)) (\($0.days))") })
      return rich(
        "Dagen zonder prijs of zon in \(code: "series.csv"), aangevuld met de dichtstbijzijnde dag van dezelfde soort: \(listed). Een seizoen dat er niet in staat is onbekend.",
        "Days without a price or sun in \(code: "series.csv"), completed with the nearest day of the same kind: \(listed). A season that is not in it is unknown."
      )
    }
  }
}
