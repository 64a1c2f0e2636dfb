import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// The regions of the example with boundaries drawn around the municipal points: Voronoi cells inside the land mask, and
/// their unions for larger regions.
struct DrawnRegions {
  /// Cell of each municipality, in the order of the facts.
  let cells: [MultiPolygon]
  private let facts: Facts

  init(_ facts: Facts) throws {
    self.facts = facts
    cells = try VoronoiDiagram.cells(of: facts.municipalities.map(\.point), within: facts.outline)
  }

  /// Municipalities, COROP areas, provinces and the country, each ordered by code as in the facts.
  func regions(origin: Origin) throws -> [Region] {
    let municipalities = try facts.municipalities.indices.map { i in
      try municipality(facts.municipalities[i], cell: cells[i], origin: origin)
    }
    let corops = try facts.corops.map { area in
      try union(area, level: .corop, of: municipalities.filter { $0.parents.contains(area.code) }, origin: origin)
    }
    let provinces = try facts.provinces.map { area in
      try union(area, level: .province, of: corops.filter { $0.parents.contains(area.code) }, origin: origin)
    }
    return municipalities + corops + provinces + [try country(of: provinces, origin: origin)]
  }

  private func municipality(_ fact: MunicipalityFact, cell: MultiPolygon, origin: Origin) throws -> Region {
    try Region(
      code: fact.code, name: fact.name, level: .municipality, parents: [fact.corop, fact.province],
      population: fact.population, landArea: fact.land, point: fact.point, boundary: cell, boundaryIsSynthetic: true,
      origin: origin)
  }

  private func union(_ area: RegionFact, level: RegionLevel, of parts: [Region], origin: Origin) throws -> Region {
    let boundary = try MultiPolygon.union(of: parts.compactMap(\.boundary))
    return try Region(
      code: area.code, name: area.name, level: level, parents: area.province.map { [$0] } ?? [],
      population: parts.reduce(0) { $0 + ($1.population ?? 0) }, landArea: parts.compactMap(\.landArea).total(),
      point: boundary?.pointOnSurface, boundary: boundary, boundaryIsSynthetic: true, origin: origin)
  }

  private func country(of provinces: [Region], origin: Origin) throws -> Region {
    let boundary = try MultiPolygon.union(of: provinces.compactMap(\.boundary))
    return try Region(
      code: .netherlands, name: "Nederland", level: .country,
      population: provinces.reduce(0) { $0 + ($1.population ?? 0) },
      landArea: provinces.compactMap(\.landArea).total(), point: boundary?.pointOnSurface, boundary: boundary,
      boundaryIsSynthetic: true, origin: origin)
  }
}
