import Planning
import Quantities

extension [CompletedConnection] {
  /// What a reader must know of a year that was measured in part — *aangevulde dagen*.
  func warning(_ language: Language) -> String {
    let list = map { "\($0.name) \($0.days)" }.joined(separator: ", ")
    return LocalizedText(
      nl: "Aangevulde dagen: \(list); een seizoen dat niet is gemeten, en de piek daarin, is onbekend.",
      en: "Days completed: \(list); a season that was not measured, and its peak, are unknown.")[language]
  }
}

extension [CompletedSeries] {
  /// What a reader must know of prices and sun that were given for a part of the year.
  func warning(_ language: Language) -> String {
    let list = map { "\($0.column) \($0.days)" }.joined(separator: ", ")
    return LocalizedText(
      nl: "Aangevulde dagen van series.csv: \(list); een seizoen dat er niet in staat is onbekend.",
      en: "Days completed in series.csv: \(list); a season that is not in it is unknown.")[language]
  }
}
