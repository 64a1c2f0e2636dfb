import PlaneGeometry
import Provenance
import Quantities

/// Brings the shapes of one table to RD New — *plaatsing*.
struct Placement {
  let axesSwapped: Bool
  /// Nil when the coordinates are RD New already.
  let transformation: CoordinateTransformation?

  /// Finds the coordinate system of a table; nil without shapes, or with an error when none fits.
  ///
  /// What the file states is held against the coordinates: files exist that state degrees and hold metres.
  static func of(_ table: SourceTable, gridDirectories: [String], findings: inout Findings) -> Placement? {
    let boxes = table.rows.compactMap(\.geometry?.boundingBox)
    guard !boxes.isEmpty else { return nil }
    guard let choice = choose(table.coordinateSystem, boxes, &findings) else { return nil }
    guard choice.system != .rdNew else { return Placement(axesSwapped: choice.axesSwapped, transformation: nil) }
    do throws(GeometryError) {
      let transformation = try CoordinateTransformation(
        from: choice.system, to: .rdNew, gridDirectories: gridDirectories)
      reportTransformed(transformation, &findings)
      return Placement(axesSwapped: choice.axesSwapped, transformation: transformation)
    } catch {
      reportUnknownSystem(error.description, &findings)
      return nil
    }
  }

  private typealias Choice = CoordinateReferenceSystem.Recognition

  private static func choose(_ stated: CoordinateReferenceSystem?, _ boxes: [BoundingBox], _ findings: inout Findings)
    -> (system: CoordinateReferenceSystem, axesSwapped: Bool)?
  {
    let seen = mostFrequent(boxes.compactMap(CoordinateReferenceSystem.recognition))
    switch (stated, seen) {
    case (nil, nil):
      reportUnknownSystem(nil, &findings)
      return nil
    case (let stated?, nil): return (stated, false)
    case (nil, let seen?):
      reportRecognised(seen, &findings)
      return (seen.system, seen.axesSwapped)
    case (let stated?, let seen?):
      if agree(stated, seen) { return (stated, false) }
      reportContradiction(stated, seen, &findings)
      return (seen.system, seen.axesSwapped)
    }
  }

  /// Systems without a range of their own (Belgian, global) cannot be contradicted; degrees are degrees.
  private static func agree(_ stated: CoordinateReferenceSystem, _ seen: Choice) -> Bool {
    let ranged: [CoordinateReferenceSystem] = [.rdNew, .wgs84, .etrs89, .webMercator, .etrs89LAEA]
    guard ranged.contains(stated) else { return true }
    let same = seen.system == (stated == .etrs89 ? .wgs84 : stated)
    return same && !seen.axesSwapped
  }

  private static func mostFrequent(_ seen: [Choice]) -> Choice? {
    let counts = Dictionary(grouping: seen) { $0 }.mapValues(\.count)
    return counts.max { ($0.value, $1.key.system.code) < ($1.value, $0.key.system.code) }?.key
  }

  func place(_ area: MultiPolygon) throws(GeometryError) -> MultiPolygon {
    let area = axesSwapped ? try area.withAxesSwapped() : area
    return try transformation?.transform(area) ?? area
  }

  func place(_ point: Point) throws(GeometryError) -> Point {
    let point = axesSwapped ? Point(x: point.y, y: point.x) : point
    return try transformation?.transform(point) ?? point
  }
}

extension MultiPolygon {
  fileprivate func withAxesSwapped() throws(GeometryError) -> MultiPolygon {
    func swapped(_ ring: [Point]) -> [Point] { ring.map { Point(x: $0.y, y: $0.x) } }
    return try MultiPolygon(
      polygons.map { polygon throws(GeometryError) in
        try Polygon(exterior: swapped(polygon.exterior), holes: polygon.holes.map(swapped))
      })
  }
}

extension Placement {
  private static func reportTransformed(_ transformation: CoordinateTransformation, _ findings: inout Findings) {
    let source = "EPSG:\(transformation.source.code)"
    findings.report(
      .note, "geometry.transformed", value: transformation.accuracyDescription,
      LocalizedText(
        nl: "coördinaten van \(source) naar RD gebracht"
          + (transformation.usesCorrectionGrid ? "" : ", zonder het correctiegrid van RDNAPTRANS"),
        en: "coordinates brought from \(source) to RD"
          + (transformation.usesCorrectionGrid ? "" : ", without the correction grid of RDNAPTRANS")),
      remedy: LocalizedText(
        nl: "Goed genoeg voor planning; installeer nl_nsgi_rdtrans2018.tif voor millimeters.",
        en: "Good enough for planning; install nl_nsgi_rdtrans2018.tif for millimetres."))
  }

  private static func reportRecognised(_ seen: Choice, _ findings: inout Findings) {
    findings.report(
      .note, "geometry.system-recognised", value: spelled(seen),
      LocalizedText(
        nl: "het bestand noemt geen coördinatenstelsel; herkend aan de coördinaten",
        en: "the file states no coordinate system; recognised by its coordinates"),
      remedy: LocalizedText(
        nl: "Controleer de kaart; lever het stelsel liever mee.", en: "Check the map; better state the system."))
  }

  private static func reportContradiction(
    _ stated: CoordinateReferenceSystem, _ seen: Choice, _ findings: inout Findings
  ) {
    findings.report(
      .warning, "geometry.system-contradicted", value: "EPSG:\(stated.code)",
      LocalizedText(
        nl: "de coördinaten passen niet bij dit stelsel; gelezen als \(spelled(seen))",
        en: "the coordinates do not fit this system; read as \(spelled(seen))"),
      remedy: LocalizedText(
        nl: "Controleer de kaart en verbeter het stelsel in de bron.",
        en: "Check the map and correct the system in the source."))
  }

  private static func reportUnknownSystem(_ reason: String?, _ findings: inout Findings) {
    findings.report(
      .error, "geometry.system-unknown", value: reason,
      LocalizedText(
        nl: "het coördinatenstelsel is onbekend en de coördinaten liggen in geen stelsel in Nederland",
        en: "the coordinate system is unknown and the coordinates lie in the Netherlands in no system"),
      remedy: LocalizedText(
        nl: "Lever het bestand in RD (EPSG:28992) of WGS 84.", en: "Deliver the file in RD (EPSG:28992) or WGS 84."))
  }

  private static func spelled(_ seen: Choice) -> String {
    "EPSG:\(seen.system.code)" + (seen.axesSwapped ? " (y, x)" : "")
  }
}
