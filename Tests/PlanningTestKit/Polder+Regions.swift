import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

extension Polder {
  /// Side of a municipality, a square, in metres.
  public static let side = 4096.0

  static func regions() throws -> [Region] {
    let country = try Region(code: country, name: "Polderland", level: .country, origin: origin())
    let provinces = try zip(provinces, ["Polder-West", "Polder-Oost"]).map { code, name in
      try Region(code: code, name: name, level: .province, parents: [Self.country], origin: origin())
    }
    let corops = try corops.enumerated().map { index, code in
      try Region(
        code: code, name: "Polderstreek \(index + 1)", level: .corop,
        parents: [province(ofCOROP: index), Self.country],
        origin: origin())
    }
    return [country] + provinces + corops + (try municipalities.indices.map(municipality))
  }

  private static func province(ofCOROP index: Int) -> RegionCode { provinces[index < 2 ? 0 : 1] }

  private static func municipality(_ index: Int) throws -> Region {
    let corop = index / 2
    let boundary = try square(at: Point(x: Double(index) * side, y: 0), side: side)
    return try Region(
      code: municipalities[index], name: "Polderdorp \(index + 1)", level: .municipality,
      parents: [corops[corop], province(ofCOROP: corop), country], population: 1 << index,
      landArea: SquareMetres(side * side).asGrossHectares, point: Point(x: (Double(index) + 0.5) * side, y: side / 2),
      boundary: boundary, origin: origin(row: index + 1))
  }

  /// A square with its lower left corner at a point.
  public static func square(at corner: Point, side: Double) throws -> MultiPolygon {
    MultiPolygon(
      try Polygon(BoundingBox(minX: corner.x, minY: corner.y, maxX: corner.x + side, maxY: corner.y + side)))
  }
}
