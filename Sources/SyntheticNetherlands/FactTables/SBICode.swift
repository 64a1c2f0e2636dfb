/// A section letter or division number of SBI 2008 — *Standaard Bedrijfsindeling*. Source: CBS, SBI 2008, structure.
struct SBICode {
  let section: Character

  /// - Parameter text: `C`, `46`, or a longer code whose first two digits are the division; nil when there is none.
  init?(_ text: String) {
    if let letter = text.first, letter.isLetter {
      section = Character(letter.uppercased())
      return
    }
    guard let division = Int(text.prefix(2)), let match = Self.lastDivisions.first(where: { division <= $0.last })
    else {
      return nil
    }
    section = match.section
  }

  /// The last division of each section, ascending.
  private static let lastDivisions: [(last: Int, section: Character)] = [
    (3, "A"), (9, "B"), (33, "C"), (35, "D"), (39, "E"), (43, "F"), (47, "G"), (53, "H"), (56, "I"), (63, "J"),
    (66, "K"), (68, "L"), (75, "M"), (82, "N"), (84, "O"), (85, "P"), (88, "Q"), (93, "R"), (96, "S"), (98, "T"),
    (99, "U"),
  ]
}
