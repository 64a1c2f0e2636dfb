import Provenance
import Quantities

extension RichText {
  /// A source as an entry of a bibliography, with what was read of it.
  static func reference(_ source: BibliographicSource, in language: Language) -> RichText {
    let details = [source.published, source.edition, source.licence].compactMap { $0 }.joined(separator: ". ")
    let reading =
      switch source.reading {
      case .full: LocalizedText(both: "")
      case .summary: LocalizedText(nl: " (alleen de samenvatting gelezen)", en: " (only the summary was read)")
      case .secondhand: LocalizedText(nl: " (via een andere bron)", en: " (through another source)")
      }
    let head: RichText = "[\(source.id)] \(source.producer). \(strong: source.title). "
    let address = source.address.map { RichText([.plain(details.isEmpty ? "" : ". "), .link($0, address: $0)]) } ?? ""
    return head + RichText(details) + address + RichText(reading[language])
  }
}
