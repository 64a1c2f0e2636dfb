import SourceMapping

/// Reads the cells of one sheet of a workbook, row by row.
struct SheetCells {
  private var tags: XMLTags
  private let texts: [String]
  /// Rows that hold anything, with their number in the sheet.
  private(set) var rows: [(number: Int, cells: [SourceCell])] = []
  /// Whether the sheet was read to its end.
  private(set) var isComplete = false

  private var number = 0
  private var cells: [SourceCell] = []
  private var column = -1
  private var kind = ""
  private var value = ""
  private var formula: String?

  init(_ file: ZipMember, texts: [String]) {
    tags = XMLTags(file)
    self.texts = texts
    while !isComplete, tags.next() { take() }
  }

  private mutating func take() {
    switch tags.name {
    case "row": row()
    case "c": cell()
    case "v" where !tags.isStart: value = tags.text
    case "t" where !tags.isStart: value += tags.text
    case "f" where tags.isEnd: formula = tags.isStart ? "" : tags.text
    case "sheetData" where tags.isEnd: isComplete = true
    default: break
    }
  }

  private mutating func row() {
    if tags.isStart {
      number = tags.attribute("r").flatMap { Int($0) } ?? number + 1
      column = -1
    }
    guard tags.isEnd else { return }
    if cells.contains(where: { $0 != .empty }) { rows.append((number, cells)) }
    cells.removeAll(keepingCapacity: true)
  }

  private mutating func cell() {
    if tags.isStart {
      column = tags.attribute("r").flatMap(Self.column) ?? column + 1
      kind = tags.attribute("t") ?? "n"
      value = ""
      formula = nil
    }
    guard tags.isEnd, column >= 0, column < Self.mostColumns else { return }
    while cells.count <= column { cells.append(.empty) }
    cells[column] = content
  }

  private var content: SourceCell {
    if value.isEmpty { return formula.map { .text("=" + $0) } ?? .empty }
    switch kind {
    case "s": return Int(value).flatMap { texts.indices.contains($0) ? Self.text(texts[$0]) : nil } ?? .empty
    case "b": return .text(value == "1" ? "TRUE" : "FALSE")
    case "n": return Double(value).map { .number($0) } ?? .text(value)
    default: return Self.text(value)
    }
  }

  private static func text(_ text: String) -> SourceCell { text.isEmpty ? .empty : .text(text) }

  /// Column of a reference such as `AB12`, from 0.
  private static func column(_ reference: String) -> Int? {
    let letters = reference.utf8.prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    guard (1...mostLetters).contains(letters.count) else { return nil }
    return letters.reduce(0) { $0 * alphabet + Int($1 - UInt8(ascii: "A")) + 1 } - 1
  }

  private static let alphabet = 26
  private static let mostLetters = 3
  /// As many as a sheet may have.
  private static let mostColumns = 16_384
}
