import Provenance
import Quantities

/// Collects what is found wrong with one series.
struct SeriesFindings {
  let series: RawSeries
  let file: String?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ series: RawSeries, _ file: String?) {
    self.series = series
    self.file = file
  }

  mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, at steps: Range<Int>? = nil, value: String? = nil,
    _ message: LocalizedText, _ remedy: LocalizedText
  ) {
    let when = steps.map { LocalizedText(both: " \(spelled($0.lowerBound)) + \(length($0)) h") }
    diagnostics.append(
      Diagnostic(
        severity, "series." + code, at: .init(file: file, record: series.name), value: value,
        message: when.map { message + LocalizedText(nl: ", vanaf", en: ", from") + $0 } ?? message, remedy: remedy))
  }

  private func length(_ steps: Range<Int>) -> String {
    NumberStyle.plain(decimals: 2)(Double(steps.count) * series.year.step.hours)
  }

  /// The clock at the start of a step: 2024-10-27 02:30.
  func spelled(_ step: Int) -> String {
    let reading = series.year.reading(of: step)
    let minutes = reading.secondOfDay / Moment.secondsPerMinute
    let perHour = Moment.secondsPerHour / Moment.secondsPerMinute
    return "\(reading.date) \(padded(minutes / perHour)):\(padded(minutes % perHour))"
  }

  private func padded(_ number: Int) -> String { String(String(100 + number).dropFirst()) }

  mutating func filled(_ hole: Range<Int>) {
    add(
      .warning, "filled", at: hole,
      LocalizedText(
        nl: "ontbrekende waarden zijn gevuld met die van de weken ernaast",
        en: "missing values were filled with those of the weeks beside"),
      LocalizedText(nl: "Vul de meting aan als u haar heeft.", en: "Add the measurement if you have it."))
  }

  mutating func hole(_ hole: Range<Int>, isShort: Bool, _ completion: YearCompletion) {
    guard !series.year.isRepeatedHour(hole) else {
      return add(
        .error, "repeated-hour", at: hole,
        LocalizedText(
          nl: "het uur dat in oktober tweemaal voorkomt staat er één keer in",
          en: "the hour that occurs twice in October is there once"),
        LocalizedText(
          nl: "Vraag de reeks in UTC op, of met beide uren.", en: "Ask for the series in UTC, or with both hours."))
    }
    add(
      .error, isShort ? "hole-without-neighbours" : "hole", at: hole,
      isShort
        ? LocalizedText(
          nl: "waarden ontbreken, ook in de weken ernaast", en: "values are missing, in the weeks beside too")
        : LocalizedText(nl: "er ontbreken te veel waarden om te vullen", en: "too many values are missing to fill"),
      completion.offer(
        LocalizedText(
          nl: "Vul de meting aan, of gebruik het jaarverbruik met een standaardprofiel.",
          en: "Add the measurement, or use the yearly use with a standard profile.")))
  }
}
