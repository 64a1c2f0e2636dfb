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
    let divisions = try divisions(importedOn: environment.today)
    let latest = CalendarDate(startOf: divisions.mergers.map(\.year).max() ?? environment.today.year)
    let base = Register(referenceDate: latest, records: divisions)
    let source = ImportSource.Request(path: request.path, subject: .landuse)
    let (records, diagnostics) = try ImportSource().records(of: source, onto: base, library: library, in: environment)
    let register = Register(referenceDate: latest, records: records)
    let response = try RunBacktest()(request.backtest, register: register, library: library)
    return RunBacktest.Response(
      request: response.request, register: response.register, reports: response.reports,
      parameters: response.parameters, bibliography: response.bibliography,
      diagnostics: diagnostics.filter { $0.severity > .note } + response.diagnostics)
  }
}
