import EnergyHubs
import Provenance

/// Reads and writes what a park's energy study is kept in: a folder of files, or one stored file
/// (Documentation/Methods/energie-invoer.md).
public protocol EnergyCaseFolder: Sendable {
  /// Everything in the folder or stored file, with every cell that cannot be read among the diagnostics.
  /// - Parameter keyFile: file with the passphrase of a stored study; nil takes the one that the environment gives.
  /// - Throws: `PlanningError` when there is no such folder, or a stored file cannot be opened.
  func read(_ path: String, keyFile: String?) throws -> EnergyCaseFiles
  /// One table of numbers by itself, such as the `series.csv` of another year, with every cell that cannot be read.
  /// - Throws: `PlanningError.fileMissing`.
  func table(_ path: String) throws -> (EnergyTable, [Diagnostic])
  /// Writes the files of a study into a folder, which is made where it is absent.
  /// - Throws: `PlanningError.cannotWrite`; files that exist are replaced only with `overwrite`.
  func write(_ files: EnergyCaseFiles, to path: String, overwrite: Bool) throws
  /// Whether there is a passphrase to seal a stored study with.
  /// - Throws: `PlanningError.cannotRead` for a key file that is absent or too short.
  func hasKey(_ keyFile: String?) throws -> Bool
  /// Writes one file, sealed with the passphrase where there is one; returns its size in bytes.
  func store(_ files: EnergyCaseFiles, to path: String, keyFile: String?, overwrite: Bool) throws -> Int
  /// The releases that were logged beside a study, oldest first, with what cannot be read of them.
  func releases(of path: String) throws -> (releases: [LoggedRelease], diagnostics: [Diagnostic])
  /// Writes what is released and then logs it beside the study; nothing is logged when it cannot be written.
  func release(_ text: String, to file: String, logging release: LoggedRelease, of path: String) throws
  /// Writes texts into a folder, which is made where it is absent; files that exist are replaced only with `overwrite`.
  func write(_ texts: [(name: String, text: String)], to path: String, overwrite: Bool) throws
}

/// The files of a study as they were read, before anything is judged — *invoerbestanden*.
public struct EnergyCaseFiles: Sendable, Hashable {
  public static let connectionsFile = "connections.csv"
  public static let loadFile = "load.csv"
  public static let seriesFile = "series.csv"
  public static let settingsFile = "parameters.yaml"
  public static let standardsFile = "profiles.csv"
  public static let consentsFile = "consents.csv"
  public static let releasesFile = "releases.csv"
  /// Folder with a file of meter values for each connection.
  public static let metersFolder = "load"

  public var connections: [EnergyConnectionRow]
  /// Where they were read, as messages show it: the table, or a sheet of a workbook.
  public var connectionsName = connectionsFile
  /// A column per connection; without columns where the series stand in `meters`.
  public var load: EnergyTable
  /// The tables that together are the load when it stands in several; then `load` is one of them.
  public var loadParts: [EnergyTable] = []
  /// Files with their own form: long tables, exports and counters.
  public var meters: [MeterTable]
  public var series: EnergyTable
  /// Fractions of the yearly use, a column per standard profile; nil without the file.
  public var standards: EnergyTable?
  /// Profiles that a stored study holds, by connection.
  public var stored: [String: Profile]
  public var consents: [Consent]
  /// What was given out before a study was stored; that of a folder stands in its log.
  public var releases: [LoggedRelease] = []
  public var settings: EnergySettings
  public var diagnostics: [Diagnostic]

  public init(
    connections: [EnergyConnectionRow], load: EnergyTable, meters: [MeterTable] = [], series: EnergyTable,
    standards: EnergyTable? = nil, stored: [String: Profile] = [:], consents: [Consent] = [],
    settings: EnergySettings, diagnostics: [Diagnostic] = []
  ) {
    self.connections = connections
    self.load = load
    self.meters = meters
    self.series = series
    self.standards = standards
    self.stored = stored
    self.consents = consents
    self.settings = settings
    self.diagnostics = diagnostics
  }
}

/// A table of numbers with a value per row in every column — *reeksen*.
public struct EnergyTable: Sendable, Hashable {
  /// A table without rows.
  public static func empty(_ file: String) -> EnergyTable {
    EnergyTable(file: file, columns: [], values: [], rowCount: 0)
  }

  /// The file as messages show it.
  public var file: String
  /// Name of the column with times; nil when the rows are the steps of a year in order.
  public var timeColumn: String?
  public var times: [String]
  public var columns: [String]
  /// Per column; not a number where the cell is empty.
  public var values: [[Double]]
  public var rowCount: Int

  public init(
    file: String, timeColumn: String? = nil, times: [String] = [], columns: [String], values: [[Double]], rowCount: Int
  ) {
    self.file = file
    self.timeColumn = timeColumn
    self.times = times
    self.columns = columns
    self.values = values
    self.rowCount = rowCount
  }

  /// Names by which a first column is known to hold times.
  public static let timeNames = ["time", "tijd", "timestamp", "datum", "datetime"]

  public subscript(column: String) -> [Double]? { columns.firstIndex(of: column).map { values[$0] } }
}

/// What `parameters.yaml` says; everything may be left out — *instellingen*.
public struct EnergySettings: Sendable, Codable, Hashable {
  public var name: String?
  public var isSynthetic: Bool
  /// Whether members' figures may be seen by the park's manager only; nil for every study that is not synthetic.
  public var confidential: Bool?
  public var year: Int?
  public var clock: ProfileYear.Clock?
  /// kW, MW, or kWh per step.
  public var measure: SeriesFormat.Measure?
  /// Whether times name the beginning or the end of their step.
  public var label: SeriesFormat.Label?
  /// Whether days that were not measured take the values of days that were; nil refuses a part of a year.
  public var completesYear: Bool?
  /// Numbers by key.
  public var numbers: [String: Double]
  /// EUR per kWp a year by class of roof.
  public var roofPrices: [String: Double]
  /// Other numbers of classes of roof: by key, then by class; nil in studies stored before there were any.
  public var roofNumbers: [String: [String: Double]]?
  /// kW of e-boilers among which is chosen; nil for none.
  public var boilerSizes: [Double]?

  public init(
    name: String? = nil, isSynthetic: Bool = false, confidential: Bool? = nil, year: Int? = nil,
    clock: ProfileYear.Clock? = nil, measure: SeriesFormat.Measure? = nil, label: SeriesFormat.Label? = nil,
    numbers: [String: Double] = [:], roofPrices: [String: Double] = [:],
    roofNumbers: [String: [String: Double]]? = nil
  ) {
    self.name = name
    self.isSynthetic = isSynthetic
    self.confidential = confidential
    self.year = year
    self.clock = clock
    self.measure = measure
    self.label = label
    self.numbers = numbers
    self.roofPrices = roofPrices
    self.roofNumbers = roofNumbers
  }

  public var isConfidential: Bool { confidential ?? !isSynthetic }

  public static let numberKeys = [
    "hours_per_step", "contract_min_kw", "contract_max_kw", "contract_price", "peak_price", "export_limit_kw",
    "feed_in_discount", "battery_min_kwh", "battery_max_kwh", "battery_min_kw", "battery_max_kw",
    "battery_energy_price", "battery_power_price", "charge_efficiency", "discharge_efficiency", "hourly_loss", "wear",
    "battery_least_kwh_if_built", "battery_fixed_cost", "eboiler_kw", "eboiler_value", "eboiler_price",
    "eboiler_efficiency", "gas_price", "gas_efficiency", "curtailable_kw", "curtailment_price",
  ]
  public static let boilerSizesKey = "eboiler_sizes_kw"
  /// Sizes that may be compared: each is a sizing of its own.
  public static let mostBoilers = 8
  /// Keys with a number per class of roof.
  public static let roofKeys = ["roof_least_kw", "roof_fixed_cost"]
  public static let measures: [SeriesFormat.Measure] = [.kilowatts, .megawatts, .kilowattHoursPerStep]
}
