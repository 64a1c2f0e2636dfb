import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// A forecast as it was made, kept to be held against what happens — *bewaarde raming*.
///
/// Key: day made, region, method, scenario, start year and horizon.
public struct StoredForecast: Codable, Sendable, Equatable {
  public let madeOn: CalendarDate
  public let region: RegionCode
  public let method: EstimationMethod
  /// Nil for a method that knows no scenarios.
  public let scenario: String?
  /// The forecast is of the years from the start year up to, but not in, the horizon.
  public let startYear: Int
  public let horizon: Int
  public let centre: NetHectares
  public let low: NetHectares?
  public let high: NetHectares?
  /// Whether any record it rests on was generated.
  public let isSynthetic: Bool
  /// What was asked, so that it can be asked again.
  public let request: EstimateDemand.Request

  /// - Throws: `InvalidRecord` when the years are not in order or the borders do not hold the centre.
  public init(
    madeOn: CalendarDate, region: RegionCode, method: EstimationMethod, scenario: String?, startYear: Int, horizon: Int,
    centre: NetHectares, low: NetHectares?, high: NetHectares?, isSynthetic: Bool, request: EstimateDemand.Request
  ) throws(InvalidRecord) {
    let problems = [
      horizon > startYear
        ? nil : Self.problem("eindjaar", horizon, "moet na het beginjaar liggen", "must lie after the start"),
      low.map { $0 <= centre } ?? true
        ? nil : Self.problem("laag", low, "is hoger dan de raming", "is above the forecast"),
      high.map { $0 >= centre } ?? true
        ? nil : Self.problem("hoog", high, "is lager dan de raming", "is below the forecast"),
    ].compactMap { $0 }
    guard problems.isEmpty else { throw InvalidRecord(problems) }
    self.madeOn = madeOn
    self.region = region
    self.method = method
    self.scenario = scenario
    self.startYear = startYear
    self.horizon = horizon
    self.centre = centre
    self.low = low
    self.high = high
    self.isSynthetic = isSynthetic
    self.request = request
  }

  private static func problem(_ field: String, _ value: some Any, _ nl: String, _ en: String) -> InvalidRecord.Problem {
    InvalidRecord.Problem(field: field, value: "\(value)", message: LocalizedText(nl: nl, en: en))
  }
}

extension EstimateDemand.Response {
  /// The estimates as forecasts to keep.
  /// - Parameter day: the day they are made on.
  public func forecasts(madeOn day: CalendarDate) throws(InvalidRecord) -> [StoredForecast] {
    try estimates.map { estimate throws(InvalidRecord) in
      try StoredForecast(
        madeOn: day, region: estimate.region, method: estimate.method, scenario: estimate.scenario,
        startYear: estimate.startYear, horizon: estimate.horizon, centre: estimate.centre, low: estimate.low,
        high: estimate.high, isSynthetic: estimate.basis.isSynthetic, request: request)
    }
  }
}
