import Provenance
import Quantities
import WorkLocations

/// Business-park land of a region through the years, brought to the register's municipalities — *bodemgebruikreeks*.
struct LandUseSeries {
  private let register: Register

  init(_ register: Register) { self.register = register }

  /// One point a year, ascending: the statistics' own figure of the region where there is one, else the sum of its
  /// municipalities, with those of earlier divisions brought forward by the merger table.
  func points(of region: RegionCode) -> [LandUsePoint] {
    years.compactMap { year in
      let parts = parts(of: region, year: year)
      guard !parts.isEmpty else { return nil }
      let area: Double = area(parts, in: year)
      return LandUsePoint(
        year: year, businessPark: GrossHectares(area),
        isSynthetic: parts.contains { register.isSynthetic($0.row.origin) })
    }
  }

  /// The years of the series, ascending.
  var years: [Int] { register.records.landUse.map(\.year).unique().sorted() }

  /// The way to a point; nil in a year without one.
  func explanation(of region: RegionCode, in year: Int) -> Explanation? {
    let parts = parts(of: region, year: year)
    return parts.isEmpty ? nil : area(parts, in: year)
  }

  private func area<Figure: Derivation>(_ parts: [LandUsePart], in year: Int) -> Figure {
    .sum(
      .grossHectare, nl: "bedrijventerrein in \(year)", en: "business parks in \(year)", parts.map { $0.area() })
  }

  private func parts(of region: RegionCode, year: Int) -> [LandUsePart] {
    let observations = register.records.landUse.filter { $0.year == year }
    if let own = observations.first(where: { $0.region == region }) { return [LandUsePart(row: own, share: 1)] }
    let inside = Set(register.regions.municipalities(in: region))
    return observations.filter { $0.region.level == .municipality }
      .map { LandUsePart(row: $0, share: share(of: $0.region, year: year, in: inside)) }.filter { $0.share > 0 }
  }

  private func share(of municipality: RegionCode, year: Int, in inside: Set<RegionCode>) -> Double {
    register.mergers.successors(of: municipality, from: year, to: register.referenceDate.year)
      .filter { inside.contains($0.code) }.reduce(0) { $0 + $1.share }
  }
}

/// The land of a municipality of then that lies in a municipality or region of now.
struct LandUsePart {
  let row: LandUseObservation
  let share: Double

  func area<Figure: Derivation>() -> Figure {
    let record: Figure = row.area()
    guard share != 1 else { return record }
    return .formula(
      .product, .grossHectare,
      FormulaName(nl: "deel na herindeling", en: "part after the merger", notation: "ha × aandeel"), record,
      .record(
        share, .share,
        RecordField(
          LocalizedText(nl: "aandeel volgens de herindeling", en: "share by the merger"), table: "herindelingen",
          key: row.region.text, field: "aandeel", origin: nil)))
  }
}

extension LandUseObservation {
  func area<Figure: Derivation>() -> Figure {
    .record(
      businessPark.value, .grossHectare,
      RecordField(
        LocalizedText(nl: "bedrijventerrein \(region)", en: "business parks \(region)"), table: "bodemgebruik",
        key: "\(region)/\(year)", field: "bedrijventerrein", origin: origin))
  }
}
