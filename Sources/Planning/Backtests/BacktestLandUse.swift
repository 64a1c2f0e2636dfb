import Provenance
import Quantities
import SourceMapping
import SyntheticNetherlands
import WorkLocations

/// Back-tests on a raw land-use table, without a register — *terugtoets op de bodemstatistiek*: the table is read by the same
/// mapping as an import, on the real divisions and mergers.
public struct BacktestLandUse: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    public var path: String
    public var backtest: RunBacktest.Request

    public init(path: String, backtest: RunBacktest.Request = .init()) {
      self.path = path
      self.backtest = backtest
    }
  }

  /// - Throws: `PlanningError` with every error in the file or the request at once.
  public func callAsFunction(_ request: Request, library: PlanningLibrary, in environment: Environment) throws
    -> RunBacktest.Response
  {
    let (register, diagnostics) = try register(of: request.path, library: library, in: environment)
    let response = try RunBacktest()(request.backtest, register: register, library: library)
    return RunBacktest.Response(
      request: response.request, register: response.register, reports: response.reports,
      parameters: response.parameters, bibliography: response.bibliography,
      diagnostics: diagnostics.filter { $0.severity > .note } + response.diagnostics)
  }

  /// Explains a figure of a back-test on the table; the request is that of a register otherwise.
  /// - Throws: like the back-test, and `PlanningError.invalidInput` with what is possible at a step that does not exist.
  public func explain(_ request: ExplainFigure.Request, library: PlanningLibrary, in environment: Environment) throws
    -> ExplainFigure.Response
  {
    let (register, _) = try register(of: request.landUse ?? "", library: library, in: environment)
    return try ExplainFigure()(request, register: register, library: library)
  }

  /// A register of the table alone.
  private func register(of path: String, library: PlanningLibrary, in environment: Environment) throws
    -> (Register, [Diagnostic])
  {
    let divisions = try divisions(importedOn: environment.today)
    let latest = CalendarDate(startOf: divisions.mergers.map(\.year).max() ?? environment.today.year)
    let base = Register(referenceDate: latest, records: divisions)
    let source = ImportSource.Request(path: path, subject: .landuse)
    let (records, diagnostics) = try ImportSource().records(of: source, onto: base, library: library, in: environment)
    return (Register(referenceDate: latest, records: records), diagnostics)
  }
}
