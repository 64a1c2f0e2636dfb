import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// What the rows of a table say of one region together.
struct RegionDraft {
  let code: RegionCode
  /// The row that carries the region's own code, else the first that merged into it.
  var row: SourceRow
  var name: String?
  var parents: [RegionCode] = []
  var population: Int?
  var landArea: GrossHectares?
  /// Outlines of the region itself and of those that merged into it.
  var areas: [MultiPolygon] = []
  var origin: Origin

  /// The region with what the register knew and this table does not say.
  func region(updating known: Region?) throws(InvalidRecord) -> Region {
    let boundary = try? MultiPolygon.union(of: areas)
    return try Region(
      code: code, name: name ?? known?.name ?? code.text, level: known?.level ?? code.level,
      parents: parents(with: known),
      population: population ?? known?.population, landArea: landArea ?? known?.landArea,
      point: known?.point ?? boundary?.boundingBox.center, boundary: boundary ?? known?.boundary,
      boundaryIsSynthetic: boundary == nil && known?.boundaryIsSynthetic == true, origin: origin)
  }

  /// Parents of a level that the table states replace the register's.
  private func parents(with known: Region?) -> [RegionCode] {
    let stated = Set(parents.map(\.level)).subtracting([.grouping])
    let kept = (known?.parents ?? []).filter { !stated.contains($0.level) && !parents.contains($0) }
    return parents + kept
  }
}
