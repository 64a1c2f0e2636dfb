import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// Records with every field filled, and differently, so that a value in the wrong column shows.
enum RegisterFixture {
  static let day2022 = CalendarDate(startOf: 2022)
  static let day2024 = CalendarDate(startOf: 2024)

  static func snapshot(
    _ digit: Character, _ subject: String, of date: CalendarDate = day2024, isSynthetic: Bool = false
  ) -> SourceSnapshot {
    SourceSnapshot(
      fileName: "\(subject).csv", checksum: String(repeating: digit, count: 64), byteCount: 4096, subject: subject,
      licence: "CC-0", importedOn: CalendarDate(year: 2025, month: 3, day: 14)!, referenceDate: date,
      isSynthetic: isSynthetic, remark: LocalizedText(nl: "proef", en: "trial"))
  }

  static func square(x: Double, y: Double, side: Double = 100, hole: Bool = false) throws -> MultiPolygon {
    MultiPolygon(
      try Polygon(
        exterior: ring(x: x, y: y, side: side), holes: hole ? [ring(x: x + 10, y: y + 10, side: 5).reversed()] : []))
  }

  private static func ring(x: Double, y: Double, side: Double) -> [Point] {
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { Point(x: x + $0.0 * side, y: y + $0.1 * side) }
  }

  /// Numbers rise and texts differ from attribute to attribute.
  static var everyAttribute: WorkLocationAttributes {
    var attributes = WorkLocationAttributes()
    for (index, attribute) in WorkLocationAttribute.all.enumerated() {
      switch attribute.slot {
      case .year: attributes.set(attribute, number: Double(1990 + index))
      case .net, .gross, .price: attributes.set(attribute, number: Double(index) + 0.25)
      case .indicator: attributes.set(attribute, text: Indicator.allCases[index % 3].rawValue)
      case .category, .text: attributes.set(attribute, text: "waarde \(index) ‘é’")
      }
    }
    return attributes
  }

  static func park(
    _ rin: String, in municipality: RegionCode = "GM0014", of date: CalendarDate = day2024, from source: SourceSnapshot,
    name: String = "De Hoek", outline: MultiPolygon? = nil, plots: [Plot] = []
  ) throws -> WorkLocation {
    try WorkLocation(
      rin: RINNumber(rin)!, name: name, municipality: municipality, type: .businessPark, plots: plots, outline: outline,
      origin: Origin(snapshot: source.id, referenceDate: date))
  }

  static func plot(
    _ id: String, of rin: String, on date: CalendarDate = day2024, from source: SourceSnapshot,
    outline: MultiPolygon? = nil
  ) throws -> Plot {
    try Plot(
      id: id, park: RINNumber(rin)!, status: .option, owner: "gemeente", area: SquareMetres(5250.5),
      category: EnvironmentalCategory(rawValue: "4.2"), outline: outline,
      origin: Origin(snapshot: source.id, referenceDate: date, row: 17))
  }
}
