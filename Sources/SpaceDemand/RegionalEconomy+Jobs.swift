import Provenance
import Quantities
import WorkLocations

extension RegionalEconomy {
  /// Observed jobs of a sector in a region: its own record, else the sum of the regions in it.
  func jobs<Figure: Derivation>(_ region: RegionCode, _ sector: String) -> Figure {
    guard let known = regionalJobs[region] else { return summedJobs(region, sector) }
    return .known(known[sector] ?? 0) { summedJobs(region, sector) }
  }

  /// Observed jobs of a sector over all market regions; the country's own record where no region has one.
  func jobsInCountry<Figure: Derivation>(_ sector: String) -> Figure {
    .known(nationalJobs[sector] ?? 0) { national(sector) }
  }

  func sum<Figure: Derivation>(_ counts: [JobCount], in region: RegionCode) -> Figure {
    .formula(
      .sum, .job, FormulaName(nl: "banen in \(region)", en: "jobs in \(region)", notation: "Σ banen"),
      counts.map { count in
        .record(
          count.jobs.value, .job,
          RecordField(
            LocalizedText(nl: "banen in \(count.region), \(count.year)", en: "jobs in \(count.region), \(count.year)"),
            table: "banen", key: "\(count.region)/\(count.sector)/\(count.year)", field: "banen", origin: count.origin))
      })
  }

  private func summedJobs<Figure: Derivation>(_ region: RegionCode, _ sector: String) -> Figure {
    sum((observations[region] ?? rows(of: region))[sector] ?? [], in: region)
  }

  private func national<Figure: Derivation>(_ sector: String) -> Figure {
    let parts = countryParts.flatMap { observations[$0]?[sector] ?? [] }
    return sum(parts.isEmpty ? jobs.of(country).filter { $0.sector == sector } : parts, in: country)
  }

  /// Rows of a region by sector: its own, else those of the regions in it.
  private func rows(of region: RegionCode) -> [String: [JobCount]] {
    var rows: [String: [JobCount]] = [:]
    add(region, to: &rows, except: [])
    return rows
  }

  /// - Parameter known: sectors that a larger region has rows of itself.
  private func add(_ region: RegionCode, to rows: inout [String: [JobCount]], except known: Set<String>) {
    let own = jobs.of(region)
    for count in own where known.isEmpty || !known.contains(count.sector) {
      rows[count.sector, default: []].append(count)
    }
    let parts = region == country ? countryParts : Self.parts(of: region, in: regions)
    guard !parts.isEmpty else { return }
    let covered = known.union(own.map(\.sector))
    for part in parts { add(part, to: &rows, except: covered) }
  }

  mutating func sumUpJobs(_ markets: [RegionCode]) {
    for region in Set(countryParts).union(markets) { observations[region] = rows(of: region) }
    regionalJobs = Dictionary(
      uniqueKeysWithValues: observations.map { region, rows in
        (region, Dictionary(uniqueKeysWithValues: rows.map { ($0.key, sum($0.value, in: region)) }))
      })
    let sectors = Set(observations.values.flatMap(\.keys)).union(jobs.of(country).map(\.sector))
    nationalJobs = Dictionary(uniqueKeysWithValues: sectors.map { ($0, national($0)) })
  }
}

/// Forecasts of jobs that the user brought.
struct JobForecasts: Sendable {
  /// The rows of one year, which together are the region.
  struct Point: Sendable {
    let year: Int
    let counts: [JobCount]
  }

  private struct Series: Hashable {
    let region: RegionCode
    let line: Line
  }

  private struct Line: Hashable {
    let sector: String
    let scenario: String
  }

  private let regions: RegionTable
  private let rows: [Series: [JobCount]]
  private var known: [Series: [Point]] = [:]

  init(_ register: Register, after baseYear: Int, markets: [RegionCode]) {
    regions = register.regions
    let forecasts = register.records.jobs.filter { $0.scenario != nil && $0.year > baseYear }
    rows = Dictionary(grouping: forecasts) {
      Series(region: $0.region, line: Line(sector: $0.sector, scenario: $0.scenario ?? ""))
    }
    for line in Set(rows.keys.map(\.line)) {
      for market in markets { known[Series(region: market, line: line)] = found(Series(region: market, line: line)) }
    }
  }

  /// Forecast of a region, ascending in time: its own rows, else the sum over municipalities that all have the same years.
  func points(_ region: RegionCode, _ sector: String, _ scenario: String) -> [Point] {
    guard !rows.isEmpty else { return [] }
    let series = Series(region: region, line: Line(sector: sector, scenario: scenario))
    return known[series] ?? found(series)
  }

  private func found(_ series: Series) -> [Point] {
    func counts(_ region: RegionCode) -> [JobCount] {
      rows[Series(region: region, line: series.line)] ?? []
    }
    let own = counts(series.region)
    let parts = own.isEmpty ? regions.municipalities(in: series.region).map(counts) : [own]
    return Set(parts.joined().map(\.year)).sorted().compactMap { year in
      let counts = parts.map { part in part.filter { $0.year == year } }
      return counts.contains(where: \.isEmpty) ? nil : Point(year: year, counts: counts.flatMap { $0 })
    }
  }
}
