import Provenance
import Quantities
import WorkLocations

extension RegionalEconomy {
  /// Net area of the parks of a location type, ha.
  func stock<Figure: Derivation>(_ region: RegionCode, _ type: LocationType) -> Figure {
    guard let known = regionalStock[region] else { return summedStock(region, type) }
    return .known(known[type] ?? 0) { summedStock(region, type) }
  }

  func stockInCountry<Figure: Derivation>(_ type: LocationType) -> Figure {
    .known(nationalStock[type] ?? 0) { summedStock(country, type) }
  }

  func stock<Figure: Derivation>(_ municipalities: [RegionCode], _ type: LocationType, in region: RegionCode) -> Figure
  {
    .formula(
      .sum, .netHectare,
      FormulaName(
        nl: "netto \(type.label.nl) in \(region)", en: "net \(type.label.en) in \(region)", notation: "Σ netto"),
      stock.parks(municipalities, type).map { park in
        .record(
          park.net, .netHectare,
          RecordField(
            LocalizedText(both: park.name), table: "werklocaties", key: park.rin.text, field: "netto_ha",
            origin: park.origin))
      })
  }

  private func summedStock<Figure: Derivation>(_ region: RegionCode, _ type: LocationType) -> Figure {
    stock(regions.municipalities(in: region), type, in: region)
  }

  mutating func sumUpStock(_ markets: [RegionCode]) {
    for type in LocationType.workLocations {
      nationalStock[type] = summedStock(country, type)
      for market in markets { regionalStock[market, default: [:]][type] = summedStock(market, type) }
    }
  }
}

/// The parks with a net area, by municipality and location type.
struct ParkStock: Sendable {
  /// What a sum of net areas needs of a park.
  struct Park: Sendable {
    let rin: RINNumber
    let name: String
    let net: Double
    let origin: Origin
  }

  private struct Place: Hashable {
    let municipality: RegionCode
    let type: LocationType
  }

  private let byPlace: [Place: [Park]]

  init(_ parks: [WorkLocation]) {
    var byPlace: [Place: [Park]] = [:]
    for park in parks {
      guard let net = park.attributes.net else { continue }
      let place = Place(municipality: park.municipality, type: park.type.locationType)
      byPlace[place, default: []].append(Park(rin: park.rin, name: park.name, net: net.value, origin: park.origin))
    }
    self.byPlace = byPlace
  }

  func parks(_ municipalities: [RegionCode], _ type: LocationType) -> [Park] {
    municipalities.flatMap { byPlace[Place(municipality: $0, type: type)] ?? [] }
  }
}
