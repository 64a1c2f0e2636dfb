import Quantities

/// A change of municipality code — *gemeentelijke herindeling*: from one code to another on 1 January of a year.
/// A split municipality has one row for each receiver, with shares that sum to 1.
public struct MunicipalMerger: Sendable, Codable, Hashable {
  public let year: Int
  public let from: RegionCode
  public let to: RegionCode
  public let share: Double

  public init(year: Int, from: RegionCode, to: RegionCode, share: Double = 1) throws(InvalidRecord) {
    try InvalidRecord.check([
      InvalidRecord.empty("van", from.text), InvalidRecord.empty("naar", to.text),
      share > 0 && share <= 1
        ? nil
        : InvalidRecord.Problem(
          field: "aandeel", value: String(share),
          message: LocalizedText(nl: "moet groter dan 0 en hoogstens 1 zijn", en: "must be above 0 and at most 1")),
    ])
    self.year = year
    self.from = from
    self.to = to
    self.share = share
  }
}

/// Brings municipality codes of one year to those of a later year — *herindelingstabel*.
public struct MergerTable: Sendable, Hashable {
  public let mergers: [MunicipalMerger]
  private let byCode: [RegionCode: [MunicipalMerger]]

  public init(_ mergers: [MunicipalMerger]) {
    self.mergers = mergers.sorted { ($0.year, $0.from, $0.to) < ($1.year, $1.from, $1.to) }
    byCode = Dictionary(grouping: self.mergers, by: \.from)
  }

  /// Successors of a code in a later year with the share each takes over. A code without a change succeeds itself.
  /// - Parameters:
  ///   - code: a municipality as it existed in `year`.
  ///   - year: the year the code is of.
  ///   - target: the year whose division is wanted; mergers with year ≤ target apply.
  public func successors(of code: RegionCode, from year: Int, to target: Int) -> [(code: RegionCode, share: Double)] {
    let steps = (byCode[code] ?? []).filter { $0.year > year && $0.year <= target }
    guard let first = steps.first?.year else { return [(code, 1)] }
    var totals: [RegionCode: Double] = [:]
    for step in steps where step.year == first {
      for next in successors(of: step.to, from: first, to: target) {
        totals[next.code, default: 0] += step.share * next.share
      }
    }
    return totals.sorted { $0.key < $1.key }.map { (code: $0.key, share: $0.value) }
  }
}
