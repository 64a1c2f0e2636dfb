/// What source files write where nothing is known.
enum MissingValue {
  private static let texts: Set<String> = [
    "", ".", "-", "--", "–", "onbekend", "niet bekend", "n.b.", "nb", "n.v.t.", "nvt", "null", "nan", "none",
  ]

  static func matches(_ text: String) -> Bool {
    // The longest of the texts; longer ones need no lower-casing.
    text.utf8.count <= longest && texts.contains(text.lowercased())
  }

  private static let longest = texts.map(\.utf8.count).max() ?? 0
}
