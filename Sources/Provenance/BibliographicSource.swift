/// A publication or data set that a figure rests on — *bron*.
public struct BibliographicSource: Sendable, Codable, Hashable, Identifiable {
  /// How the maintainers of the parameter library know the figure.
  public enum Reading: String, Sendable, Codable, Hashable, CaseIterable {
    case full, summary, secondhand
  }

  public let id: String
  public let title: String
  public let producer: String
  public let edition: String?
  public let published: String?
  public let address: String?
  public let licence: String?
  public let reading: Reading

  public init(
    id: String, title: String, producer: String, edition: String? = nil, published: String? = nil,
    address: String? = nil, licence: String? = nil, reading: Reading
  ) {
    self.id = id
    self.title = title
    self.producer = producer
    self.edition = edition
    self.published = published
    self.address = address
    self.licence = licence
    self.reading = reading
  }

  /// The source as one line of a bibliography.
  public var reference: String {
    let head = [producer, published.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    return [head, title, edition, address, licence].compactMap { $0 }.joined(separator: ". ")
  }
}
