import Provenance
import Quantities

extension Table {
  /// Every value that was read, with its unit, date, kind and source.
  /// - Parameter memberName: a member of a family in words.
  static func parameters(
    _ readings: [ParameterReading], caption: String, in language: Language, memberName: (String) -> String
  ) -> Table {
    func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
    return Table(
      caption: caption,
      columns: [
        Table.Column(words("Parameter", "Parameter")), Table.Column(words("Voor", "For")),
        .number(words("Waarde", "Value")), .number(words("Laag", "Low")), .number(words("Hoog", "High")),
        Table.Column(words("Eenheid", "Unit")), Table.Column(words("Geldt vanaf", "In force from")),
        Table.Column(words("Aard", "Kind")), Table.Column(words("Bron en vindplaats", "Source and locator")),
      ],
      rows: readings.map { reading in
        let dated = reading.dated
        return Table.Row([
          .text(reading.label[language]), .text(memberName(reading.member)), .value(dated.value, of: reading),
          .value(dated.low, of: reading), .value(dated.high, of: reading), .text(reading.unit.symbol[language]),
          .text(dated.from.description), Cell(.text(dated.kind.label[language]), isAssumed: reading.isAssumption),
          .text([dated.source.map { "[\($0)]" }, dated.locator].compactMap { $0 }.joined(separator: " ")),
        ])
      })
  }
}

extension Table.Cell {
  /// As many decimals as the value needs, at most six.
  fileprivate static func value(_ value: Double, of reading: ParameterReading) -> Table.Cell {
    let scaled = (0...mostDecimals).first { decimals in
      let text = NumberStyle.plain(decimals: decimals)(value)
      return Double(text).map { ($0 - value).magnitude < rest } ?? true
    }
    return Table.Cell(.number(value, decimals: scaled ?? mostDecimals), isAssumed: reading.isAssumption)
  }

  private static let mostDecimals = 6
  private static let rest = 0.000_000_5
}
