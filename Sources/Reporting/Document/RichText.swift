/// Running text with emphasis and marks, free of any markup language — *tekst*.
public struct RichText: Sendable, Hashable, ExpressibleByStringInterpolation {
  public enum Span: Sendable, Hashable {
    case plain(String)
    case strong(String)
    case code(String)
    /// A figure that rests on an assumption; shown with the mark.
    case assumed(String)
    case link(String, address: String)
    /// A figure whose tree stands in the document under a name.
    indirect case explained(Span, by: String)

    /// The words alone; a mark stays as its sign.
    var plain: String {
      switch self {
      case .plain(let text), .strong(let text), .code(let text), .link(let text, _): text
      case .assumed(let text): text + AssumptionMark.sign
      case .explained(let span, _): span.plain
      }
    }
  }

  public let spans: [Span]

  public init(_ spans: [Span]) { self.spans = spans }
  public init(_ text: String) { spans = [.plain(text)] }
  public init(stringLiteral text: String) { self.init(text) }
  public init(stringInterpolation: Interpolation) { spans = stringInterpolation.spans }

  public static func + (left: RichText, right: RichText) -> RichText { RichText(left.spans + right.spans) }

  /// The words alone, for places that know no emphasis.
  public var plain: String { spans.map(\.plain).joined() }

  /// With the way to the tree of its figure; as it is where there is none.
  func explained(by anchor: String?) -> RichText {
    anchor.map { name in RichText(spans.map { .explained($0, by: name) }) } ?? self
  }
}

extension RichText {
  public struct Interpolation: StringInterpolationProtocol {
    var spans: [Span] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      spans.reserveCapacity(literalCapacity == 0 ? interpolationCount : 2 * interpolationCount + 1)
    }

    public mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { spans.append(.plain(text)) }
    }

    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    public mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }
    public mutating func appendInterpolation(_ text: RichText) { spans += text.spans }
    public mutating func appendInterpolation(strong text: String) { spans.append(.strong(text)) }
    public mutating func appendInterpolation(code text: String) { spans.append(.code(text)) }
  }
}
