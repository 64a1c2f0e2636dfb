import Quantities

/// A report as a value, before it is a page or a PDF — *document*.
public struct Document: Sendable, Hashable {
  public struct Fact: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// How a document is dressed on paper.
  public enum Style: Sendable, Hashable {
    /// A cover, a list of contents and roomy pages.
    case book
    /// A banner above the text and dense pages; the meaning of the mark stands at the foot of each.
    case brief
  }

  public let language: Language
  public let style: Style
  public let title: String
  public let subtitle: String
  /// One sentence for search engines and document properties.
  public let summary: String
  /// What stands at the foot of every page.
  public let footer: String
  /// Said on the cover, at the foot of every page and in the callouts when data were generated; nil when all is real.
  public let syntheticNotice: String?
  public let facts: [Fact]
  public let chapters: [Chapter]

  public init(
    language: Language, style: Style = .book, title: String, subtitle: String, summary: String, footer: String,
    syntheticNotice: String?,
    facts: [Fact], chapters: [Chapter]
  ) {
    self.language = language
    self.style = style
    self.title = title
    self.subtitle = subtitle
    self.summary = summary
    self.footer = footer
    self.syntheticNotice = syntheticNotice
    self.facts = facts
    self.chapters = chapters
  }

  /// Every picture with the name of its file, in the order of the document.
  public var pictures: [(name: String, picture: Picture)] {
    chapters.flatMap(\.blocks).compactMap { block in
      guard case .figure(let figure) = block else { return nil }
      return (figure.picture.fileName, figure.picture)
    }
  }
}

/// A numbered chapter — *hoofdstuk*.
public struct Chapter: Sendable, Hashable {
  /// Stable name for links within the document: `vraag`.
  public let id: String
  public let title: String
  /// Whether the chapter begins on a new page in print.
  public let startsPage: Bool
  public let blocks: [Block]

  public init(id: String, title: String, startsPage: Bool = false, blocks: [Block]) {
    self.id = id
    self.title = title
    self.startsPage = startsPage
    self.blocks = blocks
  }
}
