import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// Where levels of land come from.
protocol LevelSource {
  func levels(of region: RegionCode) -> LevelSeries
  /// The level of a measurement year from records, or from levels and uptake with trees of their own.
  func explainedLevel(of region: RegionCode, in year: Int, _ other: LevelReference) -> Explanation
  /// The uptake of a year from records; nil for a series of levels.
  func explainedUptake(in region: RegionCode, year: Int) -> Explanation?
  /// What the statistics themselves published for a region.
  func explainedPublished(_ region: RegionCode, in year: Int) -> Explanation?
  /// Size of the region, ha, for its size class.
  func size(of region: RegionCode) -> Double
  func published(of region: RegionCode) -> [LevelSeries.Point]
  var isSynthetic: Bool { get }
  var incomplete: [String] { get }
}

/// A figure of the series that is explained by itself.
typealias LevelReference = (_ figure: BacktestFigure, _ value: Double, _ label: LocalizedText) -> Explanation

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

  func explainedLevel(of region: RegionCode, in year: Int, _ other: LevelReference) -> Explanation {
    .sum(
      .netHectare, nl: "stand in \(year)", en: "level in \(year)",
      issues.unbroken(in: region).filter { $0.firstYear < year }.map { yearly in
        other(
          .uptake(region: region.text, year: yearly.firstYear), yearly.total,
          LocalizedText(nl: "opname in \(yearly.firstYear)", en: "uptake in \(yearly.firstYear)"))
      })
  }

  func explainedUptake(in region: RegionCode, year: Int) -> Explanation? {
    issues.unbroken(in: region).first { $0.firstYear == year }?.amount()
  }

  /// Net area of its parks, of which the classes' borders are gross: a region near a border may fall in the smaller class.
  func size(of region: RegionCode) -> Double {
    register.parks(in: region).compactMap { $0.attributes.gross?.value ?? $0.attributes.net?.value }.reduce(0, +)
  }

  func published(of _: RegionCode) -> [LevelSeries.Point] { [] }
  func explainedPublished(_: RegionCode, in _: Int) -> Explanation? { nil }
  var isSynthetic: Bool { register.records.issues.contains { register.isSynthetic($0.origin) } }
  var incomplete: [String] { [] }
}

/// Land use of the municipalities of today: figures of earlier divisions are brought forward by the merger table, and a region
/// is the sum of its municipalities, so that its border does not move.
struct LandUseLevels: LevelSource {
  private let register: Register
  private let byMunicipality: [RegionCode: [Int: MunicipalLevel]]
  private let years: [Int]
  let incomplete: [String]

  init(_ register: Register) {
    self.register = register
    var sums: [RegionCode: [Int: MunicipalLevel]] = [:]
    for row in register.records.landUse where row.region.level == .municipality {
      for next in register.mergers.successors(of: row.region, from: row.year, to: register.referenceDate.year) {
        sums[next.code, default: [:]][row.year, default: MunicipalLevel()].add(row, share: next.share)
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
        let values = parts.compactMap { $0[year]?.total }
        return values.count == parts.count ? LevelSeries.Point(year: year, level: values.reduce(0, +)) : nil
      })
  }

  /// Of one municipality its records, of a larger region the sum of its municipalities.
  func explainedLevel(of region: RegionCode, in year: Int, _ other: LevelReference) -> Explanation {
    let municipalities = register.regions.municipalities(in: region)
    if municipalities == [region], let level = byMunicipality[region]?[year] { return level.sum(in: year) }
    return .sum(
      .grossHectare, nl: "stand in \(year)", en: "level in \(year)",
      municipalities.map { code in
        other(
          .level(region: code.text, year: year), byMunicipality[code]?[year]?.total ?? 0,
          LocalizedText(both: "\(code)"))
      })
  }

  func explainedUptake(in _: RegionCode, year _: Int) -> Explanation? { nil }

  func size(of region: RegionCode) -> Double { levels(of: region).last?.level ?? 0 }

  func published(of region: RegionCode) -> [LevelSeries.Point] {
    register.records.landUse.filter { $0.region == region && region.level != .municipality }.map {
      LevelSeries.Point(year: $0.year, level: $0.businessPark.value)
    }
  }

  func explainedPublished(_ region: RegionCode, in year: Int) -> Explanation? {
    register.records.landUse.first { $0.region == region && $0.year == year && region.level != .municipality }?.area()
  }

  var isSynthetic: Bool { register.records.landUse.contains { register.isSynthetic($0.origin) } }
}

/// The land of one municipality of today in a year, from the municipalities that it was then.
private struct MunicipalLevel {
  private var parts: [LandUsePart] = []
  private(set) var total = 0.0

  mutating func add(_ row: LandUseObservation, share: Double) {
    parts.append(LandUsePart(row: row, share: share))
    total = sum(in: row.year)
  }

  func sum<Figure: Derivation>(in year: Int) -> Figure {
    .sum(.grossHectare, nl: "stand in \(year)", en: "level in \(year)", parts.map { $0.area() })
  }
}
