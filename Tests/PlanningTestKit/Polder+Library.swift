import Planning
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

extension Polder {
  public static let sectors = SectorClassification(
    sectors: [
      Sector(id: "maken", label: LocalizedText(nl: "maken", en: "making"), group: "industrie"),
      Sector(id: "vervoeren", label: LocalizedText(nl: "vervoeren", en: "moving"), group: "logistiek"),
      Sector(id: "helpen", label: LocalizedText(nl: "helpen", en: "helping"), group: "diensten"),
    ],
    groups: [
      SectorGroup(id: "industrie", label: LocalizedText(nl: "industrie", en: "industry")),
      SectorGroup(id: "logistiek", label: LocalizedText(nl: "logistiek", en: "logistics")),
      SectorGroup(id: "diensten", label: LocalizedText(nl: "diensten", en: "services")),
    ])

  public static let bibliography = [
    BibliographicSource(id: "polderboek", title: "Het polderboek", producer: "Polderbureau", reading: .full),
    BibliographicSource(id: "ongelezen", title: "Nooit aangehaald", producer: "Polderbureau", reading: .full),
  ]

  /// 4 ha a year from 2025 to 2028, only in the high scenario, by net business park; and 2 ha a year from 2025 to 2030 in
  /// CR91 that comes free in 2035.
  public static let addOns = [
    AddOn(
      id: "kabels", label: LocalizedText(nl: "kabels", en: "cables"), amountPerYear: ["hoog": value(4)],
      firstYear: 2025,
      lastYear: 2028, locationType: .businessPark, sectorGroup: "industrie",
      profile: SegmentProfile(sizes: [.large: 1], category: .upTo4, water: .dry), allocation: .netStock),
    AddOn(
      id: "kringloop", label: LocalizedText(nl: "kringloop", en: "reuse"),
      amountPerYear: ["laag": value(2), "hoog": value(2)], firstYear: 2025, lastYear: 2030, locationType: .businessPark,
      sectorGroup: "industrie", profile: SegmentProfile(sizes: [.medium: 1], category: .upTo6, water: .dry),
      returnsFrom: 2035, allocation: .region("CR91")),
  ]

  public static func library(
    _ overrides: ParameterSet = ParameterSet(), addOns: [AddOn] = addOns
  ) -> PlanningLibrary {
    PlanningLibrary(
      parameters: parameters.overridden(by: overrides), bibliography: bibliography, sectors: sectors, addOns: addOns)
  }

  public static func value(_ value: Double, from date: CalendarDate = CalendarDate(startOf: 2020)) -> DatedValue {
    DatedValue(from: date, value: value, kind: .statistic, source: "polderboek", locator: "tabel 1")
  }

  /// A parameter with one value per member from 2020 on.
  public static func parameter(_ key: String, _ unit: Unit, _ members: [String: Double]) -> Parameter {
    timeline(key, unit, members.mapValues { [value($0)] })
  }

  public static func timeline(_ key: String, _ unit: Unit, _ members: [String: [DatedValue]]) -> Parameter {
    Parameter(key: key, label: LocalizedText(both: key), unit: unit, members: members)
  }
}
