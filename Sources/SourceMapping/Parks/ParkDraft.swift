import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// A park while the table is still being judged as a whole.
struct ParkDraft {
  let row: SourceRow
  let rin: RINNumber
  let name: String
  var municipality: RegionCode
  let type: WorkLocationType
  let kind: ParkKind
  var attributes: WorkLocationAttributes
  let outline: MultiPolygon?
  let otherColumns: [String: String]
  let origin: Origin

  func park() throws(InvalidRecord) -> WorkLocation {
    try WorkLocation(
      rin: rin, name: name, municipality: municipality, type: type, kind: kind, attributes: attributes,
      outline: outline, otherColumns: otherColumns, origin: origin)
  }
}
