import GRDB
import PlaneGeometry

/// A row of `gpkg_spatial_ref_sys`. The first three are obligatory in every GeoPackage; our layers are in RD New.
struct SpatialReferenceSystem: Sendable {
  let identifier: Int
  let name: String
  let organization: String
  /// Well-known text (OGC 01-009), or `undefined`.
  let definition: String
  let description: String

  static let all = [undefinedCartesian, undefinedGeographic, wgs84, rdNew]

  func insert(into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [name, identifier, organization, identifier, definition, description])
  }

  private static let undefinedCartesian = Self(
    identifier: -1, name: "Undefined Cartesian SRS", organization: "NONE", definition: "undefined",
    description: "undefined Cartesian coordinate reference system")

  private static let undefinedGeographic = Self(
    identifier: 0, name: "Undefined geographic SRS", organization: "NONE", definition: "undefined",
    description: "undefined geographic coordinate reference system")

  private static let wgs84 = Self(
    identifier: 4326, name: "WGS 84 geodetic", organization: "EPSG",
    definition: """
      GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
      AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
      UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],\
      AUTHORITY["EPSG","4326"]]
      """,
    description: "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid")

  private static let rdNew = Self(
    identifier: CoordinateReferenceSystem.rdNew.code, name: "Amersfoort / RD New", organization: "EPSG",
    definition: """
      PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,\
      299.1528128,AUTHORITY["EPSG","7004"]],AUTHORITY["EPSG","6289"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
      UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4289"]],\
      PROJECTION["Oblique_Stereographic"],PARAMETER["latitude_of_origin",52.1561605555556],\
      PARAMETER["central_meridian",5.38763888888889],PARAMETER["scale_factor",0.9999079],\
      PARAMETER["false_easting",155000],PARAMETER["false_northing",463000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],\
      AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","28992"]]
      """,
    description: "Rijksdriehoekscoördinaten, meters")
}
