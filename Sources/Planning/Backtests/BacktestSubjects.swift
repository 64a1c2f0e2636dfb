import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// The regions of a back-test with their series: all levels inside the region asked about.
struct BacktestSubjects {
  let series: RunBacktest.Series
  let regions: [EvaluatedRegion]
  let isSynthetic: Bool
  /// The region asked about: the sum of its municipalities, and what the statistics themselves published for it.
  let totals: [LevelSeries.Point]
  let published: [LevelSeries.Point]
  /// Municipalities and years that the sums lack.
  let incomplete: [String]
  /// Where the levels come from.
  let source: any LevelSource

  private static let levels: [RegionLevel] = [.municipality, .corop, .province, .country]

  init(_ request: RunBacktest.Request, _ series: RunBacktest.Series, register: Register, rules: BacktestRules) {
    self.series = series
    let source: any LevelSource = series == .issue ? IssueLevels(register) : LandUseLevels(register)
    self.source = source
    let inside = Set(register.regions.municipalities(in: request.region))
    regions = Self.levels.flatMap { level in
      register.regions.regions(at: level, within: request.region)
        .filter { inside.isSuperset(of: register.regions.municipalities(in: $0.code)) }
        .compactMap { region in
          let levels = source.levels(of: region.code)
          guard levels.points.count > 1 else { return nil }
          return EvaluatedRegion(
            id: region.code.text, level: level.rawValue,
            sizeClass: rules.sizeClass(of: source.size(of: region.code), at: level), series: levels)
        }
    }
    isSynthetic = source.isSynthetic
    totals = source.levels(of: request.region).points
    published = source.published(of: request.region)
    incomplete = source.incomplete
  }
}
