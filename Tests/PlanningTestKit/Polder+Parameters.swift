import Provenance
import Quantities
import WorkLocations

/// Round numbers: jobs double in the first year of the high scenario and halve in the low one, then stand still; half of the
/// jobs sits on business parks, none on seaport land, and 64 of all jobs need 1 ha of business park.
extension Polder {
  public static let parameters = ParameterSet(demand + segments + supply + rules + estimators + uncertainty)

  private static let demand: [Parameter] = [
    timeline("demand/job-growth", .sharePerYear, growth),
    parameter("demand/location-preference", .share, perSector(["business-park": 0.5, "seaport": 0])),
    parameter("demand/land-per-job", .squareMetrePerJob, perSector(["business-park": 312.5, "seaport": 1250])),
    parameter("demand/location-preference-drift", .sharePerYear, perSector(0)),
    parameter("demand/land-per-job-drift", .sharePerYear, perSector(0)),
    parameter("demand/replacement-return-share", .share, ["": 0.5]),
    parameter("demand/replacement-density-ratio", .factor, ["": 2]),
    parameter("demand/public-share", .share, ["business-park": 0.2, "seaport": 0.5]),
  ]

  private static let segments: [Parameter] = [
    parameter("segments/size-share", .share, sizeShares),
    parameter("segments/category-share", .share, categoryShares),
    parameter("segments/water-share", .share, ["maken": 0, "vervoeren": 0.5, "helpen": 0]),
    parameter("segments/seaport-water-share", .share, ["": 1]),
    parameter("segments/size-boundary-small", .squareMetre, ["": 5000]),
    parameter("segments/size-boundary-large", .squareMetre, ["": 50000]),
  ]

  private static let supply: [Parameter] = [
    parameter("supply/unknown-category", .count, ["": 3]),
    parameter("supply/later-issuable-default-delay", .year, ["": 5]),
    parameter("supply/unknown-plan-year-delay", .year, ["": 5]),
    parameter("supply/frictional-reserve", .share, ["": 0.0625]),
    parameter("supply/iron-stock-years", .year, ["": 0]),
    parameter("supply/soft-plan-realisation", .share, ["": 0.5]),
  ]

  private static let rules: [Parameter] = [
    parameter("balance/freed-land-reuse", .share, ["": 0.5]),
    parameter("balance/short-below", .factor, ["": 0.9]),
    parameter("balance/over-above", .factor, ["": 1.1]),
    parameter("balance/over-programming", .share, ["": 0.1]),
    parameter("balance/stay-in-municipality", .share, ["": 0.5]),
    parameter("balance/stay-in-market", .share, ["": 0.75]),
    parameter("quality/area-tolerance", .share, ["": 0.1]),
    parameter("quality/land-per-job-plausible-low", .squareMetrePerJob, ["": 40]),
    parameter("quality/land-per-job-plausible-high", .squareMetrePerJob, ["": 1500]),
    parameter("quality/stale-after", .year, ["": 5]),
  ]

  /// Nothing in the polder is uncertain until a test gives a parameter a band.
  private static let uncertainty: [Parameter] = [
    parameter("uncertainty/band-probability", .share, ["": 0.8]),
    parameter(
      "uncertainty/job-growth-shock", .sharePerYear,
      Dictionary(uniqueKeysWithValues: sectors.sectors.map { ($0.id, 0) })),
    parameter("uncertainty/region-common-share", .share, ["": 0.5]),
    parameter("uncertainty/sector-correlation", .factor, correlations),
    parameter("uncertainty/large-shortage", .netHectare, ["": 64]),
    parameter("uncertainty/accepted-risk", .share, ["": 0.25]),
    parameter("uncertainty/break-even-growth", .sharePerYear, ["": 0.05]),
    parameter("uncertainty/break-even-factor", .factor, ["": 3]),
  ]

  private static let correlations: [String: Double] = [
    "diensten/diensten": 0.5, "diensten/industrie": 0.25, "diensten/logistiek": 0.25, "industrie/industrie": 0.5,
    "industrie/logistiek": 0.25, "logistiek/logistiek": 0.5,
  ]

  /// Half of the employees move or settle anew in a year, net of reuse, and each takes a hectare.
  private static let estimators: [Parameter] = [
    parameter("estimators/absorption-window", .year, ["": 8]),
    parameter("estimators/absorption-least-years", .year, ["": 4]),
    parameter("estimators/outlier-limit", .factor, ["": 4]),
    parameter("estimators/band-quantile", .share, ["": 0.9]),
    parameter("estimators/relocation-rate", .sharePerYear, ["": 0.5]),
    parameter("estimators/new-settlement-rate", .sharePerYear, ["": 0.25]),
    parameter("estimators/moves-reuse-share", .share, ["": 0.5]),
    parameter(
      "estimators/land-per-employee", .squareMetrePerJob,
      ["industrie": 10_000, "logistiek": 10_000, "diensten": 10_000]),
    parameter("backtest/naive-window", .year, ["": 8]),
    parameter("backtest/least-count", .count, ["": 3]),
    parameter(
      "backtest/size-boundary", .grossHectare,
      ["gemeente/klein": 8, "gemeente/groot": 32, "corop/klein": 32, "corop/groot": 64]),
  ]

  private static let growth: [String: [DatedValue]] = Dictionary(
    uniqueKeysWithValues: [("laag", -0.5), ("hoog", 1)].flatMap { scenario, first in
      sectors.sectors.map { sector in
        ("\(scenario)/\(sector.id)", [value(first), value(0, from: CalendarDate(startOf: 2025))])
      }
    })

  private static func perSector(_ amount: Double) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: sectors.sectors.map { ($0.id, amount) })
  }

  private static func perSector(_ members: [String: Double]) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: sectors.sectors.flatMap { sector in members.map { ("\(sector.id)/\($0.key)", $0.value) } })
  }

  /// Industry half on medium and half on large plots, logistics on large and services on small ones.
  private static let sizeShares: [String: Double] = [
    "industrie/small": 0, "industrie/medium": 0.5, "industrie/large": 0.5, "logistiek/small": 0, "logistiek/medium": 0,
    "logistiek/large": 1, "diensten/small": 1, "diensten/medium": 0, "diensten/large": 0,
  ]

  /// Making needs category 4 and 5 by halves, moving category 3, helping category 2.
  private static let categoryShares: [String: Double] = [
    "maken/c2": 0, "maken/c3": 0, "maken/c4": 0.5, "maken/c5": 0.5, "vervoeren/c2": 0, "vervoeren/c3": 1,
    "vervoeren/c4": 0, "vervoeren/c5": 0, "helpen/c2": 1, "helpen/c3": 0, "helpen/c4": 0, "helpen/c5": 0,
  ]
}
