/// A table aligned with spaces for the terminal.
enum AlignedText {
  /// One line per row: the first column to the left, the last as it is, the others to the right.
  /// - Parameter table: rows of equal length, the header first.
  static func lines(_ table: [[String]]) -> [String] {
    let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    return table.map { row in
      row.enumerated().map { index, cell in
        let space = String(repeating: " ", count: widths[index] - cell.count)
        return index == 0 ? cell + space : index == row.count - 1 ? cell : space + cell
      }.joined(separator: "  ")
    }
  }
}
