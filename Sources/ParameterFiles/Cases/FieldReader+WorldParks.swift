import Provenance
import Quantities
import WorkLocations

extension FieldReader {
  static let parkKeys = [
    "rin", "name", "municipality", "type", "net", "gross", "immediate", "later", "later-year", "later-private",
    "later-private-year", "largest-part", "category", "water", "plots",
  ]

  mutating func park(_ field: YAMLField, _ source: WorldSource) -> WorkLocation? {
    guard keys(of: field, allowed: Self.parkKeys) else { return nil }
    let number = text("rin", of: field).flatMap(RINNumber.init)
    let place = text("municipality", of: field)
    let attributes = attributes(field)
    let type = WorkLocationType(rawValue: optionalText("type", of: field) ?? WorkLocationType.businessPark.rawValue)
    guard let number, let place else { return nil }
    let plots = plots(field, of: number, source)
    let name = optionalText("name", of: field) ?? "Terrein \(number)"
    return made(field) { () throws(InvalidRecord) in
      try WorkLocation(
        rin: number, name: name, municipality: RegionCode(place), type: type, attributes: attributes, plots: plots,
        origin: source.origin(field))
    }
  }

  private mutating func attributes(_ field: YAMLField) -> WorkLocationAttributes {
    var attributes = WorkLocationAttributes()
    attributes.net = hectares("net", of: field)
    attributes.gross = optionalNumber("gross", of: field).map(GrossHectares.init)
    attributes.immediatelyIssuableTotal = hectares("immediate", of: field)
    attributes.laterIssuableMunicipal = hectares("later", of: field)
    attributes.laterIssuableYearMunicipal = optionalWhole("later-year", of: field)
    attributes.laterIssuablePrivate = hectares("later-private", of: field)
    attributes.laterIssuableYearPrivate = optionalWhole("later-private-year", of: field)
    attributes.largestIssuablePart = hectares("largest-part", of: field)
    attributes.maximumCategory = category(field)
    if optionalFlag("water", of: field) == true { attributes.waterAccess = "openbare kade" }
    return attributes
  }

  private mutating func hectares(_ key: String, of field: YAMLField) -> NetHectares? {
    optionalNumber(key, of: field).map(NetHectares.init)
  }

  /// Immediately issuable plots by their hectares.
  private mutating func plots(_ field: YAMLField, of park: RINNumber, _ source: WorldSource) -> [Plot] {
    let areas = field["plots"].flatMap { read($0, .list, \.items) } ?? []
    return areas.enumerated().compactMap { index, entry in
      guard let hectares = read(entry, .number, \.number) else { return nil }
      return made(entry) { () throws(InvalidRecord) in
        try Plot(
          id: "\(park)-\(index)", park: park, status: .immediatelyIssuable,
          area: SquareMetres(netHectares: NetHectares(hectares)), origin: source.origin(entry))
      }
    }
  }
}
