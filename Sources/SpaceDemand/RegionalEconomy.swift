import Provenance
import Quantities
import WorkLocations

/// Jobs and net park area per region, indexed for the demand formulas — *regionale economie*.
struct RegionalEconomy: Sendable {
  /// A forecast of jobs that the user brought.
  struct ForecastPoint: Sendable {
    let year: Int
    let counts: [JobCount]
  }

  /// Latest year with observed jobs on or before the reference year; the reference year where there are none.
  let baseYear: Int
  private let regions: RegionTable
  private let country: RegionCode
  private let countryParts: [RegionCode]
  private let observed: [Series: [JobCount]]
  private let forecasts: [Series: [JobCount]]
  private let parks: [Place: [WorkLocation]]
  /// Sums that a run asks for again and again: of the country, which every region is a share of, and of the market regions.
  private var nationalJobs: [String: Double] = [:]
  private var nationalStock: [LocationType: Double] = [:]
  private var regionalJobs: [RegionCode: [String: Double]] = [:]
  private var regionalStock: [RegionCode: [LocationType: Double]] = [:]

  /// Jobs of one sector in one region; a scenario names a forecast.
  private struct Series: Hashable {
    let region: RegionCode
    let sector: String
    var scenario: String?
  }

  private struct Place: Hashable {
    let municipality: RegionCode
    let type: LocationType
  }

  /// - Parameter markets: the regions that will be asked about.
  init(_ register: Register, markets: [RegionCode]) {
    regions = register.regions
    country = register.regions.regions(at: .country).first?.code ?? .netherlands
    countryParts = Self.parts(of: country, in: regions)
    let jobs = register.records.jobs
    let observations = jobs.filter { $0.scenario == nil && $0.year <= register.referenceDate.year }
    let baseYear = observations.map(\.year).max() ?? register.referenceDate.year
    self.baseYear = baseYear
    observed = Dictionary(grouping: observations.filter { $0.year == baseYear }, by: Self.series)
    forecasts = Dictionary(grouping: jobs.filter { $0.scenario != nil && $0.year > baseYear }, by: Self.series)
    parks = Dictionary(grouping: register.parks) { Place(municipality: $0.municipality, type: $0.type.locationType) }
    sumUp(markets)
  }

  private mutating func sumUp(_ markets: [RegionCode]) {
    let sectors = Set(observed.keys.map(\.sector))
    for sector in sectors { nationalJobs[sector] = national(sector) }
    for type in LocationType.workLocations { nationalStock[type] = summedStock(country, type) }
    for market in markets {
      regionalJobs[market] = Dictionary(uniqueKeysWithValues: sectors.map { ($0, summedJobs(market, $0)) })
      regionalStock[market] = Dictionary(
        uniqueKeysWithValues: LocationType.workLocations.map { ($0, summedStock(market, $0)) })
    }
  }

  private static func series(of count: JobCount) -> Series {
    Series(region: count.region, sector: count.sector, scenario: count.scenario)
  }
}

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

  /// Forecast that the user brought for a region, ascending in time: its own rows, else the sum over municipalities that all
  /// have the same years.
  func forecast(_ region: RegionCode, _ sector: String, _ scenario: String) -> [ForecastPoint] {
    guard !forecasts.isEmpty else { return [] }
    func counts(_ region: RegionCode) -> [JobCount] {
      forecasts[Series(region: region, sector: sector, scenario: scenario)] ?? []
    }
    let own = counts(region)
    let parts = own.isEmpty ? regions.municipalities(in: region).map(counts) : [own]
    return Set(parts.joined().map(\.year)).sorted().compactMap { year in
      let counts = parts.map { part in part.filter { $0.year == year } }
      return counts.contains(where: \.isEmpty) ? nil : ForecastPoint(year: year, counts: counts.flatMap { $0 })
    }
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
    sum(observations(region, sector), in: region)
  }

  private func observations(_ region: RegionCode, _ sector: String) -> [JobCount] {
    observed[Series(region: region, sector: sector)] ?? observationsOfParts(region, sector)
  }

  private func observationsOfParts(_ region: RegionCode, _ sector: String) -> [JobCount] {
    let parts = region == country ? countryParts : Self.parts(of: region, in: regions)
    return parts.flatMap { observations($0, sector) }
  }

  /// The markets of a region, or its municipalities where it is a market itself; none for a municipality.
  private static func parts(of region: RegionCode, in table: RegionTable) -> [RegionCode] {
    let markets = table.markets(in: region)
    return (markets == [region] ? table.municipalities(in: region) : markets).filter { $0 != region }
  }

  private func national<Figure: Derivation>(_ sector: String) -> Figure {
    let parts = observationsOfParts(country, sector)
    return sum(parts.isEmpty ? observations(country, sector) : parts, in: country)
  }
}

extension RegionalEconomy {
  /// Net area of the parks of a location type, ha.
  func stock<Figure: Derivation>(_ region: RegionCode, _ type: LocationType) -> Figure {
    guard let known = regionalStock[region] else { return summedStock(region, type) }
    return .known(known[type] ?? 0) { summedStock(region, type) }
  }

  func stockInCountry<Figure: Derivation>(_ type: LocationType) -> Figure {
    .known(nationalStock[type] ?? 0) { summedStock(country, type) }
  }

  private func summedStock<Figure: Derivation>(_ region: RegionCode, _ type: LocationType) -> Figure {
    stock(regions.municipalities(in: region), type, in: region)
  }

  func stock<Figure: Derivation>(_ municipalities: [RegionCode], _ type: LocationType, in region: RegionCode) -> Figure
  {
    let found = municipalities.flatMap { parks[Place(municipality: $0, type: type)] ?? [] }
    return .formula(
      .sum, .netHectare,
      FormulaName(
        nl: "netto \(type.label.nl) in \(region)", en: "net \(type.label.en) in \(region)", notation: "Σ netto"),
      found.compactMap { park in
        park.attributes.net.map { net in
          .record(
            net.value, .netHectare,
            RecordField(
              LocalizedText(both: park.name), table: "werklocaties", key: park.rin.text, field: "netto_ha",
              origin: park.origin))
        }
      })
  }
}
