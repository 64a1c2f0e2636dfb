import PlaneGeometry
import Planning
import Provenance
import Quantities
import SupplyDemandBalance
import WorkLocations

/// The startpakket of a province as map layers — *kaartlagen*.
public enum StartpakketLayers {
  /// Parks with what they can issue, and market regions with a balance per horizon and scenario. Column names keep the
  /// spelling of the register: Dutch, lower case, ASCII.
  public static func compose(_ response: ComposeStartpakket.Response) -> [MapLayer] {
    let edition = Edition(response, in: .nl)
    return [edition.parkLayer, edition.regionLayer]
  }
}

extension Edition {
  private var layerTitleSuffix: String { isSynthetic ? " (synthetische voorbeelddata)" : "" }

  fileprivate var parkLayer: MapLayer {
    let attributes = WorkLocationAttribute.all.filter { Self.keyAttributes.contains($0.name) }
    return MapLayer(
      name: "werklocaties", title: "Werklocaties \(response.province.name)" + layerTitleSuffix,
      columns: Self.parkColumns + attributes.map { ($0.name, Self.type(of: $0)) },
      features: sites.compactMap { site in
        site.park.outline.map { MapLayer.Feature(shape: $0, values: parkValues(site, attributes)) }
      })
  }

  private static let parkColumns: [(name: String, type: MapLayer.ColumnType)] = [
    ("rin", .text), ("naam", .text), ("gemeentecode", .text), ("gemeente", .text), ("type", .text), ("soort", .text),
    ("beschikbaarheid", .text), ("terstond_ha", .number), ("later_ha", .number), ("later_vanaf", .whole),
    ("rust_op_aanname", .text), ("peildatum", .text), ("synthetisch", .text),
  ]

  private static let keyAttributes: Set<String> = [
    "bruto", "netto_ha", "grootst_uitgeefbaar_deel_ha", "max_milieucategorie", "waterontsluiting", "spoorontsluiting",
    "verouderd", "startjaar", "planfase",
  ]

  private static func type(of attribute: WorkLocationAttribute) -> MapLayer.ColumnType {
    attribute.isYear ? .whole : attribute.isNumeric ? .number : .text
  }

  private func parkValues(_ site: SiteSupply, _ attributes: [WorkLocationAttribute]) -> [MapLayer.Value] {
    let park = site.park
    let snapshot = balance.register.snapshots.first { $0.id == park.origin.snapshot }
    return [
      .text(park.rin.text), .text(park.name), .text(park.municipality.text), .text(name(of: park.municipality)),
      .text(park.type.label.nl), .text(park.kind.label.nl), .text(site.availability.label.nl),
      .number(site.immediate.value), .number(site.later.value), site.laterFrom.map(MapLayer.Value.whole) ?? .empty,
      .text(site.isAssumed ? "ja" : "nee"), .text(park.origin.referenceDate.description),
      .text(snapshot?.isSynthetic == true ? "ja" : "nee"),
    ] + attributes.map { value(of: $0, in: park.attributes) }
  }

  private func value(of attribute: WorkLocationAttribute, in attributes: WorkLocationAttributes) -> MapLayer.Value {
    if let text = attributes.text(attribute) { return .text(text) }
    guard let number = attributes.number(attribute) else { return .empty }
    return attribute.isYear ? .whole(Int(number)) : .number(number)
  }

  fileprivate var regionLayer: MapLayer {
    MapLayer(
      name: "marktregios", title: "Marktregio's \(response.province.name)" + layerTitleSuffix,
      columns: [("code", .text), ("naam", .text), ("grens_synthetisch", .text)]
        + everyOutcome.flatMap { Self.balanceColumns("\(Self.ascii($0.scenario))_\($0.horizon)") },
      features: response.marketRegions.compactMap { region in
        region.boundary.map { MapLayer.Feature(shape: $0, values: regionValues(region)) }
      })
  }

  private static func balanceColumns(_ suffix: String) -> [(name: String, type: MapLayer.ColumnType)] {
    [
      ("vraag_ha_" + suffix, .number), ("hard_aanbod_ha_" + suffix, .number), ("zacht_aanbod_ha_" + suffix, .number),
      ("saldo_hard_ha_" + suffix, .number), ("oordeel_hard_" + suffix, .text), ("tekort_klassen_ha_" + suffix, .number),
      ("saldo_met_zacht_ha_" + suffix, .number),
    ]
  }

  private func regionValues(_ region: Region) -> [MapLayer.Value] {
    [.text(region.code.text), .text(region.name), .text(region.boundaryIsSynthetic ? "ja" : "nee")]
      + everyOutcome.flatMap { Self.values(of: balance.balance(of: region.code, scenario: $0, horizon: $1)) }
  }

  private static func values(of balance: RegionBalance?) -> [MapLayer.Value] {
    guard let balance else { return [MapLayer.Value](repeating: .empty, count: balanceColumns("").count) }
    return [
      .number(balance.demand.value), .number(balance.hardSupply.value), .number(balance.softSupply.value),
      .number(balance.hard.balance.value), .text(balance.hard.verdict.label.nl), .number(balance.hard.shortage.value),
      .number(balance.withSoft.balance.value),
    ]
  }

  /// A scenario name as part of a column name.
  private static func ascii(_ name: String) -> String {
    String(
      name.lowercased().unicodeScalars.map { $0.isASCII && $0.properties.isAlphabetic ? Character($0) : "_" }.prefix(20)
    )
  }
}
