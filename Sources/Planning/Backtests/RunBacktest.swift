import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// Holds every estimator against what happened — *terugtoets*: fitted on what was known in a year, forecasting the years after it,
/// against two naive rules.
public struct RunBacktest: Sendable {
  public init() {}

  /// What growth is taken from.
  public enum Series: String, Codable, Sendable, Equatable, CaseIterable {
    /// Land issued less land bought back, ha net; the level of a year is that of 1 January.
    case issue = "uitgifte"
    /// Business-park land by the land-use statistics, ha, on the measurement years.
    case landUse = "bodemgebruik"

    public var label: LocalizedText {
      switch self {
      case .issue: LocalizedText(nl: "uitgifte (ha netto)", en: "issue (ha net)")
      case .landUse: LocalizedText(nl: "bedrijventerrein, bodemstatistiek (ha)", en: "business parks, land use (ha)")
      }
    }
  }

  public struct Request: Codable, Sendable, Equatable {
    public var region: RegionCode
    /// Years ahead.
    public var lengths: [Int]
    public var referenceDate: CalendarDate?

    public static let defaultLengths = [5, 10, 15]

    public init(
      region: RegionCode = .netherlands, lengths: [Int] = Self.defaultLengths, referenceDate: CalendarDate? = nil
    ) {
      self.region = region
      self.lengths = lengths
      self.referenceDate = referenceDate
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let register: RegisterSummary
    /// One report for each series that the register has.
    public let reports: [BacktestReport]
    public let parameters: [ParameterReading]
    public let bibliography: [BibliographicSource]
    public let diagnostics: [Diagnostic]
  }

  /// Scores every series of a register. Pure.
  /// - Throws: `PlanningError.invalidInput` with everything wrong in the request, or when no series is long enough.
  public func callAsFunction(_ request: Request, register: Register, library: PlanningLibrary) throws(PlanningError)
    -> Response
  {
    let problems = request.problems(register)
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    var reader = ParameterReader(library.parameters, on: register.referenceDate)
    var reports: [BacktestReport] = []
    for series in Series.allCases {
      let report = try report(request, series, register, library, &reader)
      if let report { reports.append(report) }
    }
    guard !reports.isEmpty else { throw .invalidInput([.nothingToBacktest]) }
    return Response(
      request: request, register: RegisterSummary(register), reports: reports, parameters: reader.readings,
      bibliography: library.cited(by: reader.readings), diagnostics: problems + reports.flatMap(\.diagnostics))
  }

  private func report(
    _ request: Request, _ series: Series, _ register: Register, _ library: PlanningLibrary,
    _ reader: inout ParameterReader
  ) throws(PlanningError) -> BacktestReport? {
    try run(request, series, register, library, &reader).report
  }

  /// A back-test of one series with what it was worked out from, for who explains it.
  struct Run {
    let rules: BacktestRules
    let subjects: BacktestSubjects
    let realised: RealisedJobs
    /// Nil when the series is too short for any forecast.
    let report: BacktestReport?
    let parameters: [ParameterReading]
  }

  func run(_ request: Request, series: Series, register: Register, library: PlanningLibrary) throws(PlanningError)
    -> Run
  {
    var reader = ParameterReader(library.parameters, on: register.referenceDate)
    return try run(request, series, register, library, &reader)
  }

  private func run(
    _ request: Request, _ series: Series, _ register: Register, _ library: PlanningLibrary,
    _ reader: inout ParameterReader
  ) throws(PlanningError) -> Run {
    do {
      let rules = try BacktestRules(reader: &reader)
      let subjects = BacktestSubjects(request, series, register: register, rules: rules)
      let realised = try RealisedJobs(request, subjects, register: register, library: library, reader: &reader)
      let report = BacktestReport(request, subjects, realised: realised, rules: rules)
      return Run(
        rules: rules, subjects: subjects, realised: realised, report: report, parameters: reader.readings)
    } catch {
      throw .missing(error.missing)
    }
  }
}

extension RunBacktest.Request {
  func problems(_ register: Register) -> [Diagnostic] {
    let regionProblems =
      register.regions.municipalities(in: region).isEmpty
      ? [
        Diagnostic(
          .error, "backtest.unknown-region", value: region.text,
          message: LocalizedText(nl: "onbekende regio", en: "unknown region"),
          remedy: LocalizedText(
            nl: "Gebruik een code uit het register, zoals NL01, PV30, CR33 of GM0014.",
            en: "Use a code from the register, such as NL01, PV30, CR33 or GM0014."))
      ] : []
    let wrong = lengths.filter { $0 < 1 }
    guard !wrong.isEmpty || lengths.isEmpty else { return regionProblems }
    return regionProblems + [
      Diagnostic(
        .error, "backtest.length", value: wrong.map(String.init).joined(separator: ","),
        message: LocalizedText(
          nl: "een lengte is een heel aantal jaren vanaf 1", en: "a length is a whole number of years from 1"),
        remedy: LocalizedText(nl: "Bijvoorbeeld --lengths 5,10,15.", en: "For example --lengths 5,10,15."))
    ]
  }
}

extension Diagnostic {
  static let nothingToBacktest = Diagnostic(
    .error, "backtest.no-series",
    message: LocalizedText(
      nl: "het register heeft geen reeks van uitgifte of bodemgebruik die lang genoeg is om terug te toetsen",
      en: "the register has no series of issue or land use that is long enough for a back-test"),
    remedy: LocalizedText(
      nl: "Importeer uitgifte van meer jaren, geef kortere --lengths, of gebruik --land-use met de CBS-tabel 70262ned.",
      en: "Import issue of more years, give shorter --lengths, or use --land-use with CBS table 70262ned."))
}
