import WorkLocations

/// Sections and divisions of the standard industrial classification — *SBI 2008*, CBS: a section is a letter, a division
/// the first two digits.
enum SBI2008 {
  /// Divisions of each section. Source: CBS, Standaard Bedrijfsindeling 2008, structure.
  private static let divisions: [String: ClosedRange<String>] = [
    "A": "01"..."03", "B": "06"..."09", "C": "10"..."33", "D": "35"..."35", "E": "36"..."39", "F": "41"..."43",
    "G": "45"..."47", "H": "49"..."53", "I": "55"..."56", "J": "58"..."63", "K": "64"..."66", "L": "68"..."68",
    "M": "69"..."75", "N": "77"..."82", "O": "84"..."84", "P": "85"..."85", "Q": "86"..."88", "R": "90"..."93",
    "S": "94"..."96", "T": "97"..."98", "U": "99"..."99",
  ]

  static func isSection(_ text: String) -> Bool { divisions[text] != nil }

  static func section(ofDivision division: String) -> String? {
    divisions.first { $0.value.contains(division) }?.key
  }

  /// The section or division that a text begins with: `C`, `C Industrie`, `46`, `4611`, `46.11`, `10-12 Voeding`; nil
  /// without one. A range of divisions counts as its first.
  static func code(in text: String) -> String? {
    let word = text.prefix { $0.isLetter || $0.isNumber }.uppercased()
    if isSection(word) { return word }
    let digits = word.drop(while: \.isLetter)
    // A section letter may stand before the digits, as in `C10`.
    guard word.count - digits.count <= 1, digits.count >= divisionLength, digits.allSatisfy(\.isNumber) else {
      return nil
    }
    let division = String(digits.prefix(divisionLength))
    return section(ofDivision: division) == nil ? nil : division
  }

  private static let divisionLength = 2
}

extension SectorClassification {
  /// The sector that a section or division belongs to: the one that names it, or that names the division's section. A
  /// section that several sectors share belongs to none.
  func sector(ofSBI code: String) -> Sector? {
    if let named = sectors.first(where: { $0.sbi2008.contains(code) }) { return named }
    guard !SBI2008.isSection(code), let section = SBI2008.section(ofDivision: code) else { return nil }
    return sectors.first { $0.sbi2008.contains(section) }
  }
}
