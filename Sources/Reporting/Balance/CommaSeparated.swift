/// Rows of comma-separated values for data files: comma, decimal point, no grouping (RFC 4180) — *CSV*.
enum CommaSeparated {
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\n" }.joined()
  }

  static func text(_ columns: [String], _ rows: [[String]]) -> String { text([columns] + rows) }

  /// A number in full, so that what is computed from the file is what was computed here; empty for none.
  static func number(_ value: Double?) -> String { value.map { "\($0 + 0)" } ?? "" }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
