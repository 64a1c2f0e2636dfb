import Provenance
import Quantities
import WorkLocations

/// How the land of a park divides over sector groups: as the jobs of its COROP area take land of that kind — *sectormix*.
struct SectorMixes: Sendable {
  /// Jobs of an area that take land, by sector: their places among the records, which are long to copy.
  typealias Rows = [String: [Int]]
  /// The values by which a job takes land of a type.
  struct LandPerJob: Sendable {
    let preference: ParameterReading
    let land: ParameterReading
  }

  /// Areas whose jobs are not known, by code; their parks get the mix of the country.
  let without: [RegionCode]
  private let rows: [RegionCode: Rows]
  private let countryRows: Rows
  private let byArea: [RegionCode: [LocationType: [Double]]]
  private let country: [LocationType: [Double]]
  private let records: [JobCount]
  private let regions: RegionTable
  private let sectors: SectorClassification
  private let landPerJob: [LocationType: [String: LandPerJob]]

  init(_ register: Register, sectors: SectorClassification, landPerJob: [LocationType: [String: LandPerJob]]) {
    regions = register.regions
    let records = register.records.jobs
    self.records = records
    self.sectors = sectors
    self.landPerJob = landPerJob
    let rows = Self.rows(register)
    func mixes(_ rows: Rows) -> [LocationType: [Double]] {
      landPerJob.mapValues { land in
        let lands: [Double] = sectors.groups.map { Self.land(of: $0.id, rows, in: records, sectors, land) }
        return lands.indices.map { Self.share($0, of: lands) }
      }
    }
    byArea = rows.mapValues(mixes)
    var all: Rows = [:]
    for (_, own) in rows.sorted(by: { $0.key < $1.key }) { all.merge(own, uniquingKeysWith: +) }
    country = mixes(all)
    self.rows = rows
    countryRows = all
    let parks = register.parks
    let municipalities = Set(parks.indices.map { parks[$0].municipality })
    let areas = Set(municipalities.compactMap { register.regions.corop(of: $0) })
    without = areas.filter { rows[$0] == nil }.sorted()
  }

  /// Shares per sector group that sum to 1.
  func mix(in municipality: RegionCode, _ type: LocationType) -> [Double] {
    mix(of: area(of: municipality), type)
  }

  /// The same of an area; of the country without one.
  func mix(of area: RegionCode?, _ type: LocationType) -> [Double] {
    area.flatMap { byArea[$0]?[type] } ?? country[type] ?? []
  }

  /// The area whose mix a municipality has; nil for that of the country.
  func area(of municipality: RegionCode) -> RegionCode? {
    regions.corop(of: municipality).flatMap { rows[$0] == nil ? nil : $0 }
  }

  /// Areas with a mix of their own, and the types of land that have one.
  var areas: [RegionCode] { rows.keys.sorted() }
  var types: [LocationType] { landPerJob.keys.sorted() }

  /// m² that the jobs of a sector group take in an area, the country without one.
  func land<Figure: Derivation>(of group: String, in area: RegionCode?, _ type: LocationType) -> Figure {
    let rows = area.map { self.rows[$0] ?? [:] } ?? countryRows
    return Self.land(of: group, rows, in: records, sectors, landPerJob[type] ?? [:])
  }

  /// Part of one group in the land of all; equal parts where there is none.
  static func share<Figure: Derivation>(_ group: Int, of lands: [Figure]) -> Figure {
    let sum: Figure = .sum(.squareMetre, nl: "grond van alle doelgroepen", en: "land of all sector groups", lands)
    guard sum.number > 0 else {
      return .definition(1 / Double(lands.count), .share, LocalizedText(nl: "gelijke delen", en: "equal parts"))
    }
    return .share(lands[group], of: sum, nl: "aandeel van de doelgroep", en: "share of the sector group")
  }

  private static func land<Figure: Derivation>(
    of group: String, _ rows: Rows, in records: [JobCount], _ sectors: SectorClassification,
    _ land: [String: LandPerJob]
  ) -> Figure {
    let parts: [Figure] = sectors.sectors.filter { $0.group == group }.compactMap { sector in
      land[sector.id].map { values in
        .formula(
          .product, .squareMetre,
          FormulaName(
            nl: "grond van \(sector.label.nl)", en: "land of \(sector.label.en)",
            notation: "banen × voorkeur × m² per baan"),
          jobs(rows[sector.id] ?? [], in: records), values.perJob())
      }
    }
    return .sum(.squareMetre, nl: "grond van de doelgroep", en: "land of the sector group", parts)
  }

  private static func jobs<Figure: Derivation>(_ places: [Int], in records: [JobCount]) -> Figure {
    .sum(
      .job, nl: "banen", en: "jobs",
      places.map { place in
        let count = records[place]
        return .record(
          count.jobs.value, .job,
          RecordField(
            LocalizedText(nl: "banen in \(count.region), \(count.year)", en: "jobs in \(count.region), \(count.year)"),
            table: "banen", key: "\(count.region)/\(count.sector)/\(count.year)", field: "banen", origin: count.origin))
      })
  }

  /// Observed jobs of the latest year per COROP area and sector: its own rows, else those of its municipalities.
  private static func rows(_ register: Register) -> [RegionCode: Rows] {
    let counts = register.records.jobs
    let last = register.referenceDate.year
    let observed = counts.indices.filter { counts[$0].scenario == nil && counts[$0].year <= last }
    let year = observed.map { counts[$0].year }.max()
    let byRegion = Dictionary(grouping: observed.filter { counts[$0].year == year }) { counts[$0].region }
    var own: [RegionCode: Rows] = [:]
    var summed: [RegionCode: Rows] = [:]
    for (region, places) in byRegion.sorted(by: { $0.value[0] < $1.value[0] }) {
      let rows = Dictionary(grouping: places) { counts[$0].sector }
      if register.regions[region]?.level == .corop {
        own[region] = rows
      } else if let area = register.regions.corop(of: region) {
        summed[area, default: [:]].merge(rows, uniquingKeysWith: +)
      }
    }
    return summed.merging(own) { $1 }
  }
}

extension SectorMixes.LandPerJob {
  fileprivate func perJob<Figure: Derivation>() -> Figure {
    .formula(
      .product, .squareMetrePerJob,
      FormulaName(nl: "m² van dit type per baan", en: "m² of this type per job", notation: "voorkeur × m² per baan"),
      .parameter(preference), .parameter(land))
  }
}
