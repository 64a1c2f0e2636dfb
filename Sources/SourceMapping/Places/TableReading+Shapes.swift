import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

extension TableReading {
  /// The area of a row in RD New, valid; nil without one. Problems are warnings: the record can do without its outline.
  mutating func area(_ row: SourceRow) -> MultiPolygon? {
    if let problem = row.geometryProblem { tallyShape("geometry.unreadable", problem, row) }
    guard let geometry = row.geometry, let placement else { return nil }
    guard let area = geometry.polygonalPart else {
      if !geometry.isEmptyShape { tallyShape("geometry.no-area", "\(geometry.kind)", row) }
      return nil
    }
    do throws(GeometryError) {
      return valid(try placement.place(area), row)
    } catch {
      tallyShape("geometry.not-transformable", error.description, row)
      return nil
    }
  }

  private mutating func valid(_ area: MultiPolygon, _ row: SourceRow) -> MultiPolygon? {
    if CoordinateReferenceSystem.recognised(fromBounds: area.boundingBox) != .rdNew {
      tallyShape("geometry.outside", nil, row)
    }
    guard let reason = area.invalidReason else { return area }
    let repaired = try? area.madeValid()
    findings.report(
      .warning, "geometry.repaired", row: row.number, value: reason,
      repaired == nil
        ? LocalizedText(
          nl: "het vlak is ongeldig en niet te herstellen; weggelaten",
          en: "the outline is invalid and beyond repair; left out")
        : LocalizedText(
          nl: "het vlak was ongeldig en is hersteld", en: "the outline was invalid and has been repaired"),
      remedy: LocalizedText(
        nl: "Controleer het vlak in de bron.", en: "Check the outline in the source."))
    return repaired ?? nil
  }

  /// The point of a row in RD New, from its shape or from its x and y.
  mutating func point(_ row: SourceRow) -> Point? {
    guard let geometry = row.geometry, let placement else { return pointFromColumns(row) }
    guard let center = geometry.boundingBox?.center else { return nil }
    do throws(GeometryError) {
      return try placement.place(center)
    } catch {
      tallyShape("geometry.not-transformable", error.description, row)
      return nil
    }
  }

  private mutating func pointFromColumns(_ row: SourceRow) -> Point? {
    guard let x = number(.x, row), let y = number(.y, row) else { return nil }
    let point = Point(x: x, y: y)
    guard let seen = CoordinateReferenceSystem.recognition(ofBounds: BoundingBox(point)) else {
      tallyShape("geometry.outside", "\(x), \(y)", row)
      return nil
    }
    let ordered = seen.axesSwapped ? Point(x: y, y: x) : point
    guard seen.system != .rdNew else { return ordered }
    return try? CoordinateTransformation(from: seen.system, to: .rdNew, gridDirectories: context.gridDirectories)
      .transform(ordered)
  }

  private mutating func tallyShape(_ code: String, _ value: String?, _ row: SourceRow) {
    findings.tally(
      .warning, code, row: row.number, value: value, Self.shapeMessages[code] ?? LocalizedText(both: code),
      remedy: LocalizedText(nl: "Controleer de vorm in de bron.", en: "Check the shape in the source."))
  }

  private static let shapeMessages: [String: LocalizedText] = [
    "geometry.unreadable": LocalizedText(
      nl: "de vorm is niet te lezen; de rij is zonder vorm overgenomen",
      en: "the shape cannot be read; the row was taken over without it"),
    "geometry.no-area": LocalizedText(
      nl: "de vorm is geen vlak; de rij is zonder vlak overgenomen",
      en: "the shape is not an area; the row was taken over without it"),
    "geometry.not-transformable": LocalizedText(
      nl: "de vorm is niet naar RD te brengen; de rij is zonder vorm overgenomen",
      en: "the shape cannot be brought to RD; the row was taken over without it"),
    "geometry.outside": LocalizedText(
      nl: "de vorm ligt niet in Nederland", en: "the shape does not lie in the Netherlands"),
  ]
}

extension Geometry {
  fileprivate var isEmptyShape: Bool {
    if case .empty = self { return true }
    return false
  }
}
