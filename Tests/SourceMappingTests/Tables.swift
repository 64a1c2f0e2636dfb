import PlaneGeometry
import Provenance
import Quantities
import SourceMapping
import WorkLocations

/// A table from its header and rows as they would stand in a CSV file.
func table(
  _ columns: [String], _ rows: [[String]], shapes: [Geometry?] = [], in system: CoordinateReferenceSystem? = nil
) -> SourceTable {
  let rows = rows.enumerated().map { index, cells in
    SourceRow(
      number: index + 1, cells: cells.map { $0.isEmpty ? .empty : .text($0) },
      geometry: index < shapes.count ? shapes[index] : nil)
  }
  return SourceTable(layer: "test", columns: columns, rows: rows, coordinateSystem: system)
}

/// A square in RD with its lower left corner at (x, y).
func square(_ x: Double, _ y: Double, side: Double) throws -> MultiPolygon {
  MultiPolygon(try Polygon(BoundingBox(minX: x, minY: y, maxX: x + side, maxY: y + side)))
}

func region(
  _ code: RegionCode, _ name: String, in parents: [RegionCode] = [], population: Int? = nil,
  boundary: MultiPolygon? = nil,
  synthetic: Bool = false
) throws -> Region {
  try Region(
    code: code, name: name, level: code.level, parents: parents, population: population, boundary: boundary,
    boundaryIsSynthetic: synthetic, origin: Origin(snapshot: "known", referenceDate: CalendarDate(startOf: 2023)))
}

let sectors = SectorClassification(
  sectors: [
    Sector(id: "voeding", label: LocalizedText(both: "voeding"), group: "industrie", sbi2008: ["10", "11", "12"]),
    Sector(id: "metaal", label: LocalizedText(both: "metaal"), group: "industrie", sbi2008: ["24", "25"]),
    Sector(id: "bouw", label: LocalizedText(both: "bouw"), group: "bouw", sbi2008: ["F"]),
    Sector(id: "vervoer", label: LocalizedText(both: "vervoer"), group: "logistiek", sbi2008: ["H"]),
  ], groups: [])

func context(
  regions: [Region] = [], mergers: [MunicipalMerger] = [], parks: [WorkLocation] = [], zeroFrom: Int = 3,
  year: Int = 2024
) -> MappingContext {
  MappingContext(
    fileName: "test.csv", snapshot: "abc", referenceDate: CalendarDate(startOf: year), regions: RegionTable(regions),
    mergers: MergerTable(mergers), parks: parks,
    rules: RegisterRules(areaTolerance: 0.1, staleAfterYears: 2, sectors: sectors),
    limits: MappingContext.Limits(zeroMeansMissingFrom: zeroFrom, secondMunicipalityShare: 0.05))
}

let parks = ColumnMapping(
  name: "test-parks", subject: .parks,
  columns: ["rin_nummer": ["RIN"], "plannaam": ["Naam"], "gemeentecode": ["GM"], "bruto": ["Bruto ha"]],
  required: ["rin_nummer"])

extension MappedRecords {
  /// Codes of the diagnostics of a severity, in their order.
  func codes(_ severity: Diagnostic.Severity) -> [String] {
    diagnostics.filter { $0.severity == severity }.map(\.code)
  }

  func first(_ code: String) -> Diagnostic? { diagnostics.first { $0.code == code } }
}
