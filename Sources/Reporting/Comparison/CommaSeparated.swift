import Quantities

/// Rows of comma-separated values; comma, decimal point, no grouping (RFC 4180).
enum CommaSeparated {
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") + "\n" }.joined()
  }

  static func number(_ value: Double) -> String { NumberStyle.plain(decimals: 4)(value) }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
