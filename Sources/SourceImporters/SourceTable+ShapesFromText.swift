import PlaneGeometry
import SourceMapping

extension SourceTable {
  /// Names of columns that hold a shape as well-known text, in lower case.
  private static let shapeColumns: Set<String> = [
    "geometrie", "geometry", "geom", "wkt", "the_geom", "wkt_geom", "vlak", "shape", "geometrie_wkt", "geometry_wkt",
  ]

  /// A table whose text column holds its shapes: the column becomes the shape of each row.
  /// - Parameter replacing: takes the column also where rows have a shape already.
  func withShapesFromText(replacing: Bool = false) -> SourceTable {
    guard let column = shapeColumn, replacing || !rows.contains(where: { $0.geometry != nil }) else { return self }
    var code: Int?
    let rows = rows.map { row in
      let shape = Self.shape(in: row.cells[column])
      code = code ?? shape.code
      return SourceRow(
        number: row.number, cells: Self.removing(column, from: row.cells), geometry: shape.geometry,
        geometryProblem: shape.problem)
    }
    return SourceTable(
      layer: layer, columns: Self.removing(column, from: columns), rows: rows,
      coordinateSystem: coordinateSystem ?? code.map { .epsg($0) })
  }

  private var shapeColumn: Int? {
    columns.firstIndex { Self.shapeColumns.contains($0.lowercased()) }
  }

  private static func removing<Element>(_ index: Int, from list: [Element]) -> [Element] {
    Array(list[..<index] + list[(index + 1)...])
  }

  private static func shape(in cell: SourceCell) -> (geometry: Geometry?, code: Int?, problem: String?) {
    guard case .text(let text) = cell, text.contains(where: { !$0.isWhitespace }) else { return (nil, nil, nil) }
    do throws(GeometryError) {
      let (geometry, code) = try WKT.parseWithReference(text)
      return (geometry, code, nil)
    } catch {
      return (nil, nil, error.description)
    }
  }
}
