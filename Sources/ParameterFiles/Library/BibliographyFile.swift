import Provenance

extension FieldReader {
  static let sourceKeys = ["title", "producer", "edition", "published", "address", "licence", "read"]

  /// A source of the bibliography; its identifier is the name of its file.
  mutating func source(_ top: YAMLField, id: String) -> BibliographicSource? {
    guard keys(of: top, allowed: Self.sourceKeys) else { return nil }
    let reading = part("read", of: top).flatMap { code($0, of: BibliographicSource.Reading.self) }
    guard let title = text("title", of: top), let producer = text("producer", of: top), let reading else { return nil }
    return BibliographicSource(
      id: id, title: title, producer: producer, edition: optionalText("edition", of: top),
      published: optionalText("published", of: top), address: optionalText("address", of: top),
      licence: optionalText("licence", of: top), reading: reading)
  }
}
