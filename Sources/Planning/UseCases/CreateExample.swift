import Provenance
import Quantities
import SyntheticNetherlands
import WorkLocations

/// Makes the embedded example: a synthetic Netherlands on real municipalities — *voorbeeldregister*.
public struct CreateExample: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Equal seeds give equal registers.
    public var seed: UInt64
    public var referenceDate: CalendarDate
    /// First year of an invented history of jobs and issue, for back-tests; nil for none.
    public var historyFrom: Int?

    public static let defaultHistoryFrom = 1996
    public static let defaultSeed: UInt64 = 2024
    /// The register's measurement that the real rows at hand are of.
    public static let defaultReferenceDate = CalendarDate(startOf: 2024)

    public init(
      seed: UInt64 = Self.defaultSeed, referenceDate: CalendarDate = Self.defaultReferenceDate, historyFrom: Int? = nil
    ) {
      self.seed = seed
      self.referenceDate = referenceDate
      self.historyFrom = historyFrom
    }
  }

  /// - Parameter today: recorded with the sources, used for nothing else.
  /// - Throws: `PlanningError.invalidInput` when a calibration parameter is missing or cannot be met.
  public func callAsFunction(_ request: Request, library: PlanningLibrary, today: CalendarDate) throws(PlanningError)
    -> RegisterRecords
  {
    var reader = ParameterReader(library.parameters, on: request.referenceDate)
    do {
      let calibration = try ExampleCalibration.read(from: &reader, sectors: library.sectors)
      return try SyntheticNetherlands.generate(
        seed: request.seed, calibration: calibration, sectors: library.sectors, referenceDate: request.referenceDate,
        importedOn: today, historyFrom: request.historyFrom)
    } catch let error as ParameterError {
      throw .missing([error])
    } catch {
      throw .invalidInput([Self.unmet(error)])
    }
  }

  private static func unmet(_ error: any Error) -> Diagnostic {
    Diagnostic(
      .error, "example.calibration", value: String(describing: error),
      message: LocalizedText(
        nl: "het voorbeeld kan de opgegeven totalen niet halen", en: "the example cannot meet the given totals"),
      remedy: LocalizedText(
        nl: "Controleer de parameters onder example/.", en: "Check the parameters under example/."))
  }
}
