/// A table of text with commas or semicolons, as a spreadsheet writes it — *CSV*.
struct DelimitedTable {
  enum Separator: Character {
    case comma = ","
    case semicolon = ";"
  }

  let separator: Separator
  /// Names of the columns, without spaces around them.
  let header: [String]
  /// Rows below the header that hold anything, with their position from 1.
  let rows: [(number: Int, cells: [String])]

  /// - Parameter text: the file; a semicolon in its first line makes it a table with semicolons.
  init(_ text: String) {
    let first = text.prefix { !$0.isNewline }
    separator = first.contains(Separator.semicolon.rawValue) ? .semicolon : .comma
    let records = Self.records(of: text, separator: separator.rawValue)
    header = (records.first ?? []).map { $0.trimmingByteOrderMark() }
    rows = records.dropFirst().enumerated().compactMap { index, cells in
      cells.allSatisfy(\.isEmpty) ? nil : (index + 1, cells)
    }
  }

  /// A table that was read from another form.
  init(header: [String], rows: [(number: Int, cells: [String])]) {
    separator = .comma
    self.header = header
    self.rows = rows.filter { !$0.cells.allSatisfy(\.isEmpty) }
  }

  /// Records with trimmed cells; a cell in double quotes may hold separators and line ends.
  private static func records(of text: String, separator: Character) -> [[String]] {
    var records: [[String]] = []
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted || (character != separator && !character.isNewline) {
        cell.append(character)
      } else {
        cells.append(cell.trimmingSpaces())
        cell = ""
        if character.isNewline {
          records.append(cells)
          cells = []
        }
      }
    }
    if !cell.isEmpty || !cells.isEmpty { records.append(cells + [cell.trimmingSpaces()]) }
    return records
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }

  fileprivate func trimmingByteOrderMark() -> String {
    String(unicodeScalars.drop { $0 == "\u{FEFF}" })
  }
}
