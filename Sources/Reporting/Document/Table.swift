/// A table with typed cells: the same value becomes HTML, Typst and a sheet — *tabel*.
public struct Table: Sendable, Hashable {
  public struct Column: Sendable, Hashable {
    public enum Kind: Sendable, Hashable { case text, number }

    public let title: String
    /// Unit below the title, empty for none.
    public let unit: String
    public let kind: Kind
    /// Whether every figure in the column rests on an assumption.
    public let isAssumed: Bool

    public init(_ title: String, unit: String = "", kind: Kind = .text, isAssumed: Bool = false) {
      self.title = title
      self.unit = unit
      self.kind = kind
      self.isAssumed = isAssumed
    }

    public static func number(_ title: String, unit: String = "", isAssumed: Bool = false) -> Column {
      Column(title, unit: unit, kind: .number, isAssumed: isAssumed)
    }
  }

  public struct Cell: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
      case text(String)
      /// A long key such as a checksum: may break anywhere.
      case code(String)
      case number(Double, decimals: Int)
      /// A whole number that is a name, such as a year: no thousands mark.
      case ordinal(Int)
      case empty
    }

    /// How good the content is, shown as a tint beside the words or numbers that say the same.
    public enum Tone: String, Sendable, Hashable { case none, shortage, severe, surplus }

    public let content: Content
    public let isAssumed: Bool
    public let tone: Tone
    /// Anchor of the tree in the document that explains the number; nil for none.
    public let explanation: String?

    public init(_ content: Content, isAssumed: Bool = false, tone: Tone = .none, explanation: String? = nil) {
      self.content = content
      self.isAssumed = isAssumed
      self.tone = tone
      self.explanation = explanation
    }

    /// The cell with the way to its tree.
    public func explained(by anchor: String?) -> Cell {
      Cell(content, isAssumed: isAssumed, tone: tone, explanation: anchor)
    }

    public static func text(_ text: String) -> Cell { Cell(text.isEmpty ? .empty : .text(text)) }
    public static func year(_ year: Int) -> Cell { Cell(.ordinal(year)) }
    public static let empty = Cell(.empty)
  }

  public struct Row: Sendable, Hashable {
    public let cells: [Cell]
    public let isTotal: Bool

    public init(_ cells: [Cell], isTotal: Bool = false) {
      self.cells = cells
      self.isTotal = isTotal
    }
  }

  public let caption: String
  public let columns: [Column]
  public let rows: [Row]
  /// Below the table: definitions and what a mark means.
  public let notes: [RichText]

  public init(caption: String, columns: [Column], rows: [Row], notes: [RichText] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// Whether any figure carries the mark, so that its legend must stand below.
  public var hasAssumptions: Bool {
    columns.contains(where: \.isAssumed) || rows.contains { $0.cells.contains(where: \.isAssumed) }
  }
}
