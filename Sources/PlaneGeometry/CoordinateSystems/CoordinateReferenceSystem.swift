/// Where coordinates are measured from — *coördinatenreferentiesysteem* — by its EPSG code. Coordinates are always x
/// before y, longitude before latitude, whatever the register prescribes.
public struct CoordinateReferenceSystem: Hashable, Sendable {
  public let code: Int

  public static func epsg(_ code: Int) -> CoordinateReferenceSystem { CoordinateReferenceSystem(code: code) }

  /// Amersfoort / RD New — *Rijksdriehoeksmeting*, metres.
  public static let rdNew = epsg(28992)
  /// ETRS89, degrees.
  public static let etrs89 = epsg(4258)
  /// WGS 84 in degrees, longitude first: `CRS84` of OGC, the system of GeoJSON.
  public static let wgs84 = epsg(4326)
  /// The system of web map tiles, metres at the equator.
  public static let webMercator = epsg(3857)
  /// Belge 1972 / Belgian Lambert 72, metres.
  public static let lambert72 = epsg(31370)
  /// ETRS89-extended / LAEA Europe, equal area, metres.
  public static let etrs89LAEA = epsg(3035)

  /// The identifier that OGC standards use.
  public var uri: String {
    self == .wgs84
      ? "http://www.opengis.net/def/crs/OGC/1.3/CRS84" : "http://www.opengis.net/def/crs/EPSG/0/\(code)"
  }

  var definition: String { "EPSG:\(code)" }
}
