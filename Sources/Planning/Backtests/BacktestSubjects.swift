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

  private static let levels: [RegionLevel] = [.municipality, .corop, .province, .country]

  init(_ request: RunBacktest.Request, _ series: RunBacktest.Series, register: Register, rules: BacktestRules) {
    self.series = series
    let source: any LevelSource = series == .issue ? IssueLevels(register) : LandUseLevels(register)
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

/// Where levels of land come from.
protocol LevelSource {
  func levels(of region: RegionCode) -> LevelSeries
  /// Size of the region, ha, for its size class.
  func size(of region: RegionCode) -> Double
  func published(of region: RegionCode) -> [LevelSeries.Point]
  var isSynthetic: Bool { get }
  var incomplete: [String] { get }
}

/// Issue less buy-back, added up from the first year of the longest recent run of years without a gap.
struct IssueLevels: LevelSource {
  private let register: Register
  private let issues: CountedIssues

  init(_ register: Register) {
    self.register = register
    issues = CountedIssues(register)
  }

  func levels(of region: RegionCode) -> LevelSeries {
    let yearly = issues.unbroken(in: region)
    return yearly.first.map { LevelSeries(firstYear: $0.firstYear, yearly: yearly.map(\.total)) } ?? LevelSeries([])
  }

  /// Net area of its parks, of which the classes' borders are gross: a region near a border may fall in the smaller class.
  func size(of region: RegionCode) -> Double {
    register.parks(in: region).compactMap { $0.attributes.gross?.value ?? $0.attributes.net?.value }.reduce(0, +)
  }

  func published(of _: RegionCode) -> [LevelSeries.Point] { [] }
  var isSynthetic: Bool { register.records.issues.contains { register.isSynthetic($0.origin) } }
  var incomplete: [String] { [] }
}

/// Land use of the municipalities of today: figures of earlier divisions are brought forward by the merger table, and a region
/// is the sum of its municipalities, so that its border does not move.
struct LandUseLevels: LevelSource {
  private let register: Register
  private let byMunicipality: [RegionCode: [Int: Double]]
  private let years: [Int]
  let incomplete: [String]

  init(_ register: Register) {
    self.register = register
    var sums: [RegionCode: [Int: Double]] = [:]
    for row in register.records.landUse where row.region.level == .municipality {
      let successors = register.mergers.successors(of: row.region, from: row.year, to: register.referenceDate.year)
      for next in successors {
        sums[next.code, default: [:]][row.year, default: 0] += row.businessPark.value * next.share
      }
    }
    let municipalities = register.regions.municipalities(in: .netherlands)
    let years = Set(sums.values.flatMap(\.keys)).sorted()
    byMunicipality = sums
    self.years = years
    incomplete = municipalities.filter { sums[$0] != nil }.flatMap { code in
      years.filter { sums[code]?[$0] == nil }.map { "\(code) \($0)" }
    }
  }

  /// Years in which every municipality of the region has a figure.
  func levels(of region: RegionCode) -> LevelSeries {
    let parts = register.regions.municipalities(in: region).map { byMunicipality[$0] ?? [:] }
    guard !parts.isEmpty else { return LevelSeries([]) }
    return LevelSeries(
      years.compactMap { year in
        let values = parts.compactMap { $0[year] }
        return values.count == parts.count ? LevelSeries.Point(year: year, level: values.reduce(0, +)) : nil
      })
  }

  func size(of region: RegionCode) -> Double { levels(of: region).last?.level ?? 0 }

  func published(of region: RegionCode) -> [LevelSeries.Point] {
    register.records.landUse.filter { $0.region == region && region.level != .municipality }.map {
      LevelSeries.Point(year: $0.year, level: $0.businessPark.value)
    }
  }

  var isSynthetic: Bool { register.records.landUse.contains { register.isSynthetic($0.origin) } }
}
