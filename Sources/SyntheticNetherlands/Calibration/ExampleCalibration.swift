import Quantities
import WorkLocations

/// The published totals that the example adds up to — *ijking*. Values come from the parameters `example/…`.
public struct ExampleCalibration: Sendable, Hashable {
  /// Area by location type; only the work locations of the register count.
  public struct Stock: Sendable, Hashable {
    public let gross: GrossHectares
    public let net: NetHectares

    public init(gross: GrossHectares, net: NetHectares) {
      self.gross = gross
      self.net = net
    }
  }

  /// Planned land outside the parks' own issuable area, by hardness.
  public struct Plans: Sendable, Hashable {
    public let hard: NetHectares
    public let soft: NetHectares
    public let frozen: NetHectares

    public init(hard: NetHectares, soft: NetHectares, frozen: NetHectares) {
      self.hard = hard
      self.soft = soft
      self.frozen = frozen
    }
  }

  /// Number of parks per province; together the number of parks.
  public let parksByProvince: [RegionCode: Int]
  public let seaport: Stock
  public let businessPark: Stock
  /// How seaport land divides over the port areas: a weight, not an area of the example.
  public let portAreas: [PortArea: GrossHectares]
  public let immediatelyIssuable: NetHectares
  public let laterIssuable: NetHectares
  public let plans: Plans
  /// Land that leaves the stock each year.
  public let withdrawalPerYear: NetHectares
  /// Issue in known years, for the country and for provinces that published it.
  public let issue: [RegionCode: [Int: NetHectares]]
  public let obsoleteShare: Double
  /// National jobs per sector.
  public let jobs: [String: Jobs]

  public var parkCount: Int { parksByProvince.values.reduce(0, +) }

  /// - Throws: `ExampleError.invalidCalibration` with every contradiction: a negative amount, net above gross, more
  ///   issuable than net, a share outside 0 to 1, parks that do not add up to `parkCount`, no issue of the country.
  public init(
    parkCount: Int, parksByProvince: [RegionCode: Int], seaport: Stock, businessPark: Stock,
    portAreas: [PortArea: GrossHectares], immediatelyIssuable: NetHectares, laterIssuable: NetHectares, plans: Plans,
    withdrawalPerYear: NetHectares, issue: [RegionCode: [Int: NetHectares]], obsoleteShare: Double, jobs: [String: Jobs]
  ) throws(ExampleError) {
    self.parksByProvince = parksByProvince
    self.seaport = seaport
    self.businessPark = businessPark
    self.portAreas = portAreas
    self.immediatelyIssuable = immediatelyIssuable
    self.laterIssuable = laterIssuable
    self.plans = plans
    self.withdrawalPerYear = withdrawalPerYear
    self.issue = issue
    self.obsoleteShare = obsoleteShare
    self.jobs = jobs
    let problems = problems(parkCount: parkCount)
    if !problems.isEmpty { throw .invalidCalibration(problems) }
  }
}

/// The five Dutch port areas of the count of 2014 — *havengebied*.
public enum PortArea: String, Sendable, Hashable, CaseIterable {
  case rotterdam, noordzeekanaalgebied, zeeland, groningen, moerdijk
}
