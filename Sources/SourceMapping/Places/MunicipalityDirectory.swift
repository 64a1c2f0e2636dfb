import WorkLocations

/// Finds the municipality of the register behind a code or name of a source file.
struct MunicipalityDirectory {
  enum Answer: Equatable {
    case known
    /// Merged since: its successors with the share each takes over, the largest first.
    case succeeded([Successor])
    case unknown
  }

  struct Successor: Equatable {
    let code: RegionCode
    let share: Double
  }

  private let regions: RegionTable
  private let mergers: MergerTable
  private let codesByName: [String: [RegionCode]]
  private let mergerYears: [Int]

  init(regions: RegionTable, mergers: MergerTable) {
    self.regions = regions
    self.mergers = mergers
    codesByName = Dictionary(grouping: regions.regions(at: .municipality)) { PlainName.of($0.name) }
      .mapValues { $0.map(\.code) }
    mergerYears = Set(mergers.mergers.map(\.year)).sorted()
  }

  /// Without regions there is nothing to check a code against.
  var isEmpty: Bool { regions.regions.isEmpty }

  /// - Parameter year: the year whose division the code is of. A code that no merger after that year explains is tried
  ///   from the beginning, because files keep old codes.
  func look(up code: RegionCode, in year: Int) -> Answer {
    if isEmpty || regions[code] != nil { return .known }
    let successors =
      successors(of: code, from: year) ?? successors(of: code, from: mergerYears.first.map { $0 - 1 } ?? year)
    return successors.map(Answer.succeeded) ?? .unknown
  }

  /// The earliest later division in which every successor is a region of the register.
  private func successors(of code: RegionCode, from year: Int) -> [Successor]? {
    for target in mergerYears where target > year {
      let found = mergers.successors(of: code, from: year, to: target)
      guard found.allSatisfy({ regions[$0.code] != nil }) else { continue }
      return found.map { Successor(code: $0.code, share: $0.share) }.sorted {
        ($1.share, $0.code) < ($0.share, $1.code)
      }
    }
    return nil
  }

  /// The only municipality of this name, compared without case, accents and punctuation.
  func code(named name: String) -> RegionCode? {
    guard let codes = codesByName[PlainName.of(name)], codes.count == 1 else { return nil }
    return codes[0]
  }
}

extension RegionCode {
  /// Digits in the number of a municipality.
  private static let municipalityDigits = 4

  /// A municipality code as files write it: `GM0014`, `gm0014`, `0014`, `14`.
  static func municipality(_ text: String) -> RegionCode {
    prefixed("GM", text, digits: municipalityDigits)
  }

  /// Digits in the number of a province or COROP area.
  private static let areaDigits = 2

  /// A province code: `PV20`, `20`; nil for a name.
  static func province(_ text: String) -> RegionCode? { area("PV", text) }

  /// A COROP code: `CR03`, `03`; nil for a name.
  static func corop(_ text: String) -> RegionCode? { area("CR", text) }

  private static func area(_ prefix: String, _ text: String) -> RegionCode? {
    let code = prefixed(prefix, text, digits: areaDigits)
    return code.text.hasPrefix(prefix) && code.text.dropFirst(2).allSatisfy(\.isNumber) ? code : nil
  }

  private static func prefixed(_ prefix: String, _ text: String, digits: Int) -> RegionCode {
    let code = RegionCode(text.uppercased()).text
    let isNumber = code.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    guard isNumber, code.utf8.count <= digits else { return RegionCode(code) }
    return RegionCode(prefix + String(repeating: "0", count: digits - code.utf8.count) + code)
  }
}
