import CGDAL
import PlaneGeometry
import Planning
import SourceMapping

/// One layer or sheet of an open file.
struct GDALLayer {
  let pointer: OGRLayerH
  let dataset: GDALDataset

  var name: String { OGR_L_GetName(pointer).map { String(cString: $0) } ?? "" }

  /// - Throws: `PlanningError.cannotRead` when reading breaks off before the end.
  func table() throws(PlanningError) -> SourceTable {
    let columns = GDALColumn.columns(of: pointer)
    let rows = try rows(columns)
    return SourceTable(
      layer: name, columns: columns.map(\.name), rows: rows, coordinateSystem: coordinateSystem(of: rows)
    ).withShapesFromText()
  }

  private func rows(_ columns: [GDALColumn]) throws(PlanningError) -> [SourceRow] {
    var rows: [SourceRow] = []
    rows.reserveCapacity(Int(max(0, OGR_L_GetFeatureCount(pointer, 0))))
    var shapes = ShapeBuffer()
    let messages = dataset.messages
    OGR_L_ResetReading(pointer)
    while true {
      let before = messages.failures.count
      guard let feature = OGR_L_GetNextFeature(pointer) else {
        guard messages.failures.count == before else { throw brokenOff(after: rows.count, since: before) }
        return rows
      }
      defer { OGR_F_Destroy(feature) }
      let shape = shapes.shape(of: feature, failure: messages.failures.dropFirst(before).first)
      rows.append(
        SourceRow(
          number: rows.count + 1, cells: columns.map { $0.cell(of: feature) }, geometry: shape.geometry,
          geometryProblem: shape.problem))
    }
  }

  private func brokenOff(after row: Int, since count: Int) -> PlanningError {
    Unreadable.brokenOff(dataset.path, layer: name, afterRow: row, Array(dataset.messages.failures.dropFirst(count)))
  }

  /// GeoJSON is degrees unless it says otherwise; where the numbers cannot be degrees it says nothing.
  private func coordinateSystem(of rows: [SourceRow]) -> CoordinateReferenceSystem? {
    let stated = OGR_L_GetSpatialRef(pointer).flatMap(StatedReferenceSystem.identify)
    guard stated == .wgs84, dataset.driver == "GeoJSON" else { return stated }
    let box = BoundingBox(around: rows.lazy.compactMap(\.geometry?.boundingBox))
    return box.map(Self.degrees.contains) ?? true ? stated : nil
  }

  private static let degrees = BoundingBox(minX: -180, minY: -90, maxX: 180, maxY: 90)
}
