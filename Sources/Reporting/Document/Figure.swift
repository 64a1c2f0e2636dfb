/// A picture with its caption and the table that says the same in numbers — *figuur*.
public struct Figure: Sendable, Hashable {
  /// Where the table stands.
  public enum Layout: Sendable, Hashable { case tableBelow, tableBeside }

  public let picture: Picture
  public let caption: String
  /// Where the figures come from.
  public let source: String
  /// Whether what is drawn rests on an assumption.
  public let isAssumed: Bool
  public let twin: Table
  public let layout: Layout

  public init(
    picture: Picture, caption: String, source: String, isAssumed: Bool = false, twin: Table,
    layout: Layout = .tableBelow
  ) {
    self.picture = picture
    self.caption = caption
    self.source = source
    self.isAssumed = isAssumed
    self.twin = twin
    self.layout = layout
  }
}

/// A drawing with the words that replace it for who cannot see it — *beeld*.
public struct Picture: Sendable, Hashable {
  /// Stable name, unique in the document: `kaart-terreinen`.
  public let name: String
  public let alternative: String
  /// The complete SVG.
  public let svg: String

  public init(name: String, alternative: String, svg: String) {
    self.name = name
    self.alternative = alternative
    self.svg = svg
  }

  public var fileName: String { name + ".svg" }
}
