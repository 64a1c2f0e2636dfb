import Quantities

/// The edge of the system as a value: every adapter, and the day it is. Only the composition root makes one.
public struct Environment: Sendable {
  public let registers: any RegisterLibrary
  public let sources: any SourceReader
  public let libraries: any LibraryReader
  public let studies: any StudyReader
  public let scenarios: any ScenarioReader
  public let workbooks: any WorkbookWriter
  public let typesetter: any Typesetter
  public let layers: any MapLayerWriter
  public let energyCases: any EnergyCaseFolder
  /// The day of the run; recorded with an import, never used in a calculation.
  public let today: CalendarDate

  public init(
    registers: any RegisterLibrary, sources: any SourceReader, libraries: any LibraryReader,
    studies: any StudyReader, scenarios: any ScenarioReader, workbooks: any WorkbookWriter, typesetter: any Typesetter,
    layers: any MapLayerWriter, energyCases: any EnergyCaseFolder, today: CalendarDate
  ) {
    self.registers = registers
    self.sources = sources
    self.libraries = libraries
    self.studies = studies
    self.scenarios = scenarios
    self.workbooks = workbooks
    self.typesetter = typesetter
    self.layers = layers
    self.energyCases = energyCases
    self.today = today
  }
}
