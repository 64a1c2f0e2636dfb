import Provenance
import Quantities
import SupplyDemandBalance
import WorkLocations

/// A demand study of any country or publisher, reduced to its tables — *gepubliceerde studie*.
///
/// It needs no register and nothing of the Netherlands: the figures of the publication and, for what its tables do not say,
/// the parameters that come with it. `StudyCalculation` gives the formulas.
public struct PublishedStudy: Sendable, Codable, Hashable {
  /// What the study is and where it was published.
  public struct Heading: Sendable, Codable, Hashable {
    public let title: LocalizedText
    public let producer: String
    /// Where the publication can be found.
    public let source: String
    /// Place in the publication: table, page.
    public let locator: String?
    public let region: RegionCode
    public let regionName: String
    /// True when the figures were made up to show the calculation; every output says so.
    public let isSynthetic: Bool

    public init(
      title: LocalizedText, producer: String, source: String, locator: String? = nil, region: RegionCode,
      regionName: String, isSynthetic: Bool = false
    ) {
      self.title = title
      self.producer = producer
      self.source = source
      self.locator = locator
      self.region = region
      self.regionName = regionName
      self.isSynthetic = isSynthetic
    }
  }

  public let heading: Heading
  public let startYear: Int
  /// End years, ascending.
  public let horizons: [Int]
  public let scenarios: [String]
  public let rounding: Rounding
  /// What the figure that the study is quoted by stands for.
  public let quotation: Quotation
  public let demand: [StudyDemandRow]
  public let supply: [StudySupplyRow]
  /// Values for what the tables leave open; see `StudyColumn.parameter`.
  public let parameters: ParameterSet
  public let bibliography: [BibliographicSource]
  /// The files that it was read from; none for a study that was made up.
  public var files: [SourceSnapshot] = []

  public init(
    heading: Heading, startYear: Int, horizons: [Int], scenarios: [String], rounding: Rounding = .none,
    quotation: Quotation = Quotation(),
    demand: [StudyDemandRow], supply: [StudySupplyRow] = [], parameters: ParameterSet = ParameterSet(),
    bibliography: [BibliographicSource] = []
  ) {
    self.heading = heading
    self.startYear = startYear
    self.horizons = horizons
    self.scenarios = scenarios
    self.rounding = rounding
    self.quotation = quotation
    self.demand = demand
    self.supply = supply
    self.parameters = parameters
    self.bibliography = bibliography
  }
}

/// A line of a study's demand table: a sector, or a component that the publication gives as one amount.
public struct StudyDemandRow: Sendable, Codable, Hashable {
  /// Position in the table, from 1; the header is not counted.
  public let row: Int
  public let sector: String
  /// Nil when the line holds in every scenario.
  public let scenario: String?
  /// Nil when the line holds for every horizon.
  public let horizon: Int?
  /// Part of the region that the line is about; nil for the region as a whole.
  public let area: String?
  /// The cells that are filled in.
  public let figures: [StudyColumn: Double]

  public init(
    row: Int, sector: String, scenario: String? = nil, horizon: Int? = nil, area: String? = nil,
    figures: [StudyColumn: Double]
  ) {
    self.area = area
    self.row = row
    self.sector = sector
    self.scenario = scenario
    self.horizon = horizon
    self.figures = figures
  }
}

/// A line of a study's supply table.
public struct StudySupplyRow: Sendable, Codable, Hashable {
  /// Position in the table, from 1; the header is not counted.
  public let row: Int
  public let kind: SupplyKind
  public let net: NetHectares
  /// Year from which the land counts; nil when it counts for every horizon.
  public let availableFrom: Int?
  /// Part of the region that the land lies in; nil for the region as a whole.
  public let area: String?

  public init(row: Int, kind: SupplyKind, net: NetHectares, availableFrom: Int? = nil, area: String? = nil) {
    self.area = area
    self.row = row
    self.kind = kind
    self.net = net
    self.availableFrom = availableFrom
  }
}
