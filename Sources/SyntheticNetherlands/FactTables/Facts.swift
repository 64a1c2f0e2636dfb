import PlaneGeometry
import Quantities
import WorkLocations

/// Public facts under the example: which municipalities exist, where and how large. Sources: `Facts/README.md`.
package struct Facts: Sendable {
  let municipalities: [MunicipalityFact]
  let corops: [RegionFact]
  let provinces: [RegionFact]
  let mergers: [MunicipalMerger]
  /// Land mask in RD New.
  let outline: MultiPolygon
  let clusters: [PlaceFact]
  let campuses: [PlaceFact]
  let housingAreas: [PlaceFact]
  /// Tells one edition of the tables from another.
  let digest: String
  let byteCount: Int

  /// - Parameter table: gives the text of a table by its name without extension.
  package init(table: (String) throws -> String) throws {
    var texts: [String: String] = [:]
    for name in Self.tableNames { texts[name] = try table(name) }
    func open(_ name: String) throws(ExampleError) -> CommaSeparatedTable {
      try CommaSeparatedTable(name, text: texts[name] ?? "")
    }
    municipalities = try Self.municipalities(open("municipalities"), land: open("business_park_area"))
    corops = try open("corop").map(RegionFact.init)
    provinces = try open("provinces").map(RegionFact.init)
    mergers = try open("mergers").map(Self.merger)
    outline = try Self.outline(open("outline"))
    clusters = try open("clusters").map(PlaceFact.init)
    campuses = try open("campuses").map(PlaceFact.init)
    housingAreas = try open("housing_areas").map(PlaceFact.init)
    let whole = Self.tableNames.map { texts[$0] ?? "" }.joined()
    digest = FowlerNollVo.digest(whole)
    byteCount = whole.utf8.count
    try checkReferences()
  }

  static let tableNames = [
    "business_park_area", "campuses", "clusters", "corop", "housing_areas", "mergers", "municipalities", "outline",
    "provinces",
  ]

  private static func municipalities(
    _ table: CommaSeparatedTable, land: CommaSeparatedTable
  ) throws(ExampleError) -> [MunicipalityFact] {
    let pairs = try land.map { row throws(ExampleError) in (try row.code("code"), try row.number("ha_2017")) }
    let hectares = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    return try table.map { row throws(ExampleError) in
      guard let area = hectares[try row.code("code")] else { throw row.error("code", try row.text("code")) }
      return try MunicipalityFact(row, businessPark: GrossHectares(area))
    }
  }

  private static func merger(_ row: CommaSeparatedTable.Row) throws(ExampleError) -> MunicipalMerger {
    do {
      return try MunicipalMerger(
        year: row.whole("year"), from: row.code("from_code"), to: row.code("to_code"), share: row.number("share"))
    } catch let error as ExampleError {
      throw error
    } catch {
      throw row.error("share", try row.text("share"))
    }
  }
}

extension Facts {
  /// Land rings with the water rings that lie in them as holes.
  private static func outline(_ table: CommaSeparatedTable) throws -> MultiPolygon {
    var rings: [(key: String, isWater: Bool, points: [Point])] = []
    _ = try table.map { row throws(ExampleError) in
      let key = try row.text("ring")
      if rings.last?.key != key { rings.append((key, try row.text("kind") == "water", [])) }
      rings[rings.count - 1].points.append(Point(x: try row.number("x"), y: try row.number("y")))
    }
    let closed = rings.map { (isWater: $0.isWater, points: $0.points + $0.points.prefix(1)) }
    let water = closed.filter(\.isWater).map(\.points)
    return try MultiPolygon(
      try closed.filter { !$0.isWater }.map { land in
        let whole = MultiPolygon(try Polygon(exterior: land.points))
        return try Polygon(exterior: land.points, holes: water.filter { whole.contains($0[0]) })
      })
  }

  /// Every code that a table mentions exists.
  private func checkReferences() throws(ExampleError) {
    let corops = Set(corops.map(\.code))
    let provinces = Set(provinces.map(\.code))
    for (i, fact) in municipalities.enumerated()
    where !corops.contains(fact.corop) || !provinces.contains(fact.province) {
      throw .malformedFacts(table: "municipalities", row: i + 1, field: "corop", value: fact.corop.text)
    }
    let known = Set(municipalities.map(\.code))
    for (table, places) in [("clusters", clusters), ("campuses", campuses), ("housing_areas", housingAreas)] {
      for (i, place) in places.enumerated() {
        guard let unknown = place.municipalities.first(where: { !known.contains($0) }) else { continue }
        throw .malformedFacts(table: table, row: i + 1, field: "municipalities", value: unknown.text)
      }
    }
  }
}
