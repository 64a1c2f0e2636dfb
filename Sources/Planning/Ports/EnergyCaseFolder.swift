import EnergyHubs
import Provenance

/// Reads and writes the folder of a park's energy study: `connections.csv`, `load.csv`, `series.csv` and `parameters.yaml`.
public protocol EnergyCaseFolder: Sendable {
  /// Everything in the folder, with every cell that cannot be read among the diagnostics.
  /// - Throws: `PlanningError` when there is no such folder.
  func read(_ path: String) throws -> EnergyCaseFiles
  /// One table of numbers by itself, such as the `series.csv` of another year, with every cell that cannot be read.
  /// - Throws: `PlanningError.fileMissing`.
  func table(_ path: String) throws -> (EnergyTable, [Diagnostic])
  /// Writes the four files into a folder, which is made where it is absent.
  /// - Throws: `PlanningError.cannotWrite`; files that exist are replaced only with `overwrite`.
  func write(_ files: EnergyCaseFiles, to path: String, overwrite: Bool) throws
}

/// The files of a study as they were read, before anything is judged — *invoerbestanden*.
public struct EnergyCaseFiles: Sendable, Hashable {
  public static let connectionsFile = "connections.csv"
  public static let loadFile = "load.csv"
  public static let seriesFile = "series.csv"
  public static let settingsFile = "parameters.yaml"

  public var connections: [EnergyConnectionRow]
  public var load: EnergyTable
  public var series: EnergyTable
  public var settings: EnergySettings
  public var diagnostics: [Diagnostic]

  public init(
    connections: [EnergyConnectionRow], load: EnergyTable, series: EnergyTable, settings: EnergySettings,
    diagnostics: [Diagnostic] = []
  ) {
    self.connections = connections
    self.load = load
    self.series = series
    self.settings = settings
    self.diagnostics = diagnostics
  }
}

/// A line of `connections.csv`; an empty cell is nil.
public struct EnergyConnectionRow: Sendable, Hashable {
  /// Position from 1.
  public var row: Int
  public var id: String
  public var name: String?
  public var station: String?
  /// Offtake and feed-in, kW: what the contract allows, and what the cable can carry.
  public var contract: Double?
  public var physical: Double?
  public var feedIn: Double?
  public var feedInPhysical: Double?
  /// Yearly use, kWh; needed where `load.csv` has no column.
  public var annual: Double?
  /// Name of the standard profile that stands in for a missing column.
  public var standard: String?
  public var roof: String?
  public var roofMost: Double?

  public init(row: Int, id: String) {
    self.row = row
    self.id = id
  }

  public static let textColumns = ["id", "name", "station", "profile", "roof"]
  public static let numberColumns = [
    "contract_kw", "physical_kw", "feed_in_kw", "feed_in_physical_kw", "annual_kwh", "roof_max_kw",
  ]
}

/// A table of numbers with a value per row in every column — *reeksen*.
public struct EnergyTable: Sendable, Hashable {
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
public struct EnergySettings: Sendable, Hashable {
  public var name: String?
  public var isSynthetic: Bool
  public var year: Int?
  public var clock: ProfileYear.Clock?
  /// kW, MW, or kWh per step.
  public var measure: SeriesFormat.Measure?
  /// Numbers by key.
  public var numbers: [String: Double]
  /// EUR per kWp a year by class of roof.
  public var roofPrices: [String: Double]

  public init(
    name: String? = nil, isSynthetic: Bool = false, year: Int? = nil, clock: ProfileYear.Clock? = nil,
    measure: SeriesFormat.Measure? = nil, numbers: [String: Double] = [:], roofPrices: [String: Double] = [:]
  ) {
    self.name = name
    self.isSynthetic = isSynthetic
    self.year = year
    self.clock = clock
    self.measure = measure
    self.numbers = numbers
    self.roofPrices = roofPrices
  }

  public static let numberKeys = [
    "hours_per_step", "contract_min_kw", "contract_max_kw", "contract_price", "peak_price", "export_limit_kw",
    "feed_in_discount", "battery_min_kwh", "battery_max_kwh", "battery_min_kw", "battery_max_kw",
    "battery_energy_price", "battery_power_price", "charge_efficiency", "discharge_efficiency", "hourly_loss", "wear",
  ]
  public static let measures: [SeriesFormat.Measure] = [.kilowatts, .megawatts, .kilowattHoursPerStep]
}
