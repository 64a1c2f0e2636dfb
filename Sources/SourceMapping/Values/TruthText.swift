import WorkLocations

/// Ja, Nee and Onbekend in the spellings of source files.
enum TruthText {
  private static let spellings: [String: Indicator] = [
    "ja": .yes, "j": .yes, "yes": .yes, "true": .yes, "waar": .yes, "1": .yes,
    "nee": .no, "n": .no, "no": .no, "false": .no, "onwaar": .no, "0": .no,
    "onbekend": .unknown, "o": .unknown, "niet bekend": .unknown, "unknown": .unknown,
  ]

  static func indicator(_ text: String) -> Indicator? { spellings[text.lowercased()] }
}
