import Provenance
import Quantities

/// A problem of reading that one series may have in many rows.
struct SeriesProblem: Hashable {
  enum Kind: String {
    case notANumber = "series.not-a-number"
    case unreadableTime = "series.unreadable-time"
    case betweenSteps = "series.between-steps"
    case skippedHour = "series.skipped-hour"
    case outsideYear = "series.outside-year"
    case duplicate = "series.duplicate"
    case counterFalls = "series.counter-falls"
  }

  let kind: Kind
  let series: String

  func diagnostic(file: String?, row: Int, value: String, count: Int) -> Diagnostic {
    let (severity, message, remedy) = kind.text
    let more = LocalizedText(nl: " (\(count) keer, te beginnen hier)", en: " (\(count) times, first here)")
    return Diagnostic(
      severity, kind.rawValue, at: .init(file: file, row: row, record: series), value: value,
      message: count > 1 ? message + more : message, remedy: remedy)
  }

  static func missing(column: String, in table: SeriesTable) -> Diagnostic {
    let list = table.columns.joined(separator: ", ")
    return Diagnostic(
      .error, "series.missing-column", at: .init(file: table.file, field: column),
      message: LocalizedText(nl: "deze kolom staat niet in het bestand", en: "the file has no such column"),
      remedy: LocalizedText(nl: "Kies een van: \(list).", en: "Choose one of: \(list)."))
  }
}

extension SeriesProblem.Kind {
  fileprivate var text: (Diagnostic.Severity, LocalizedText, LocalizedText) {
    switch self {
    case .notANumber:
      (
        .error, LocalizedText(nl: "de waarde is geen getal", en: "the value is not a number"),
        LocalizedText(nl: "Laat de cel leeg als de meting ontbreekt.", en: "Leave the cell empty where there is none.")
      )
    case .unreadableTime:
      (
        .error, LocalizedText(nl: "de tijd is niet te lezen", en: "the time cannot be read"),
        LocalizedText(nl: "Schrijf 2024-10-27 02:30 of 27-10-2024 02:30.", en: "Write 2024-10-27 02:30.")
      )
    case .betweenSteps:
      (
        .error, LocalizedText(nl: "de tijd is niet het begin van een tijdstap", en: "the time begins no step"),
        LocalizedText(
          nl: "Kwartieren beginnen op :00, :15, :30 en :45; kies anders een andere tijdstap.",
          en: "Quarters begin at :00, :15, :30 and :45; or choose another step.")
      )
    case .skippedHour:
      (
        .error,
        LocalizedText(
          nl: "dit tijdstip bestaat niet: de klok gaat dan een uur vooruit",
          en: "there is no such time: the clock goes forward"),
        LocalizedText(nl: "Is de tijd in UTC? Kies dan UTC.", en: "Is the time in UTC? Then choose UTC.")
      )
    case .outsideYear:
      (
        .warning, LocalizedText(nl: "de tijd valt buiten het jaar", en: "the time lies outside the year"),
        LocalizedText(nl: "Controleer jaar en tijdzone.", en: "Check the year and the time zone.")
      )
    case .duplicate:
      (
        .error, LocalizedText(nl: "dit tijdstip komt vaker voor", en: "this time occurs more than once"),
        LocalizedText(
          nl: "De eerste waarde is gebruikt; verwijder de andere.", en: "The first value was used; remove the other.")
      )
    case .counterFalls:
      (
        .error, LocalizedText(nl: "de meterstand daalt", en: "the counter falls"),
        LocalizedText(nl: "Is de meter vervangen? Splits de reeks.", en: "Was the meter replaced? Split the series.")
      )
    }
  }
}
