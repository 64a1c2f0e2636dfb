import Provenance
import Quantities
import WorkLocations

/// Everything besides the table that the meaning of a row depends on — *importcontext*.
public struct MappingContext: Sendable {
  /// From which amounts an import speaks up; values of parameters.
  public struct Limits: Sendable, Hashable {
    /// Number of parks from which a supply of zero for all of them means "not filled in" (`quality/zero-means-missing-from`).
    public let zeroMeansMissingFrom: Int
    /// Share of an outline in another municipality from which it is reported (`quality/second-municipality-share`).
    public let secondMunicipalityShare: Double

    public init(zeroMeansMissingFrom: Int, secondMunicipalityShare: Double) {
      self.zeroMeansMissingFrom = zeroMeansMissingFrom
      self.secondMunicipalityShare = secondMunicipalityShare
    }
  }

  public let fileName: String
  /// Identifier of the `SourceSnapshot`.
  public let snapshot: String
  /// Reference date of rows that state none.
  public let referenceDate: CalendarDate
  /// Regions and mergers of the register that is imported into; an empty table checks no codes.
  public let regions: RegionTable
  public let mergers: MergerTable
  /// Parks of the register, which plots are added to.
  public let parks: [WorkLocation]
  /// Rules that parks are held against, with the sectors of the jobs table.
  public let rules: RegisterRules
  public let limits: Limits
  /// Folders with correction grids for coordinates.
  public let gridDirectories: [String]

  public init(
    fileName: String, snapshot: String, referenceDate: CalendarDate, regions: RegionTable = RegionTable([]),
    mergers: MergerTable = MergerTable([]), parks: [WorkLocation] = [], rules: RegisterRules, limits: Limits,
    gridDirectories: [String] = []
  ) {
    self.fileName = fileName
    self.snapshot = snapshot
    self.referenceDate = referenceDate
    self.regions = regions
    self.mergers = mergers
    self.parks = parks
    self.rules = rules
    self.limits = limits
    self.gridDirectories = gridDirectories
  }
}
