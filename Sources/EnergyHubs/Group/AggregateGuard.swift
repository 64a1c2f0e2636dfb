import Provenance
import Quantities

/// What others may see of a group: sums of enough members, none of whom stands out, and none of whom follows by
/// subtracting one sum from another — *onthullingscontrole*.
public struct AggregateGuard: Sendable, Hashable {
  /// Fewest members in a sum, and in the difference of two sums.
  public var fewestMembers: Int
  /// Largest share of one member in the sum of amounts.
  public var largestShare: Double

  public init(fewestMembers: Int, largestShare: Double) {
    self.fewestMembers = fewestMembers
    self.largestShare = largestShare
  }

  /// Everything that stands in the way of a release.
  ///
  /// - Parameters:
  ///   - amounts: per member in the release, such as kWh a year; signs do not count.
  ///   - earlier: what the same receivers may already know.
  public func refusals(_ release: DataRelease, amounts: [String: Double], earlier: [DataRelease]) -> [ReleaseRefusal] {
    var refusals: [ReleaseRefusal] = []
    if release.members.count < fewestMembers {
      refusals.append(.tooFew(members: release.members.count, needed: fewestMembers))
    }
    if let share = dominance(release.members.sorted().map { amounts[$0] ?? 0 }) {
      refusals.append(.dominance(share: share, allowed: largestShare))
    }
    let comparable = earlier.filter { $0.isComparable(to: release) && $0.members != release.members }
    for other in comparable {
      let difference = other.members.symmetricDifference(release.members)
      if difference.count < fewestMembers {
        refusals.append(.difference(with: other.id, members: difference.count, needed: fewestMembers))
      }
    }
    let exposed = ReleaseSpan(comparable + [release]).exposedMembers
    if !exposed.isEmpty { refusals.append(.combination(members: exposed.count)) }
    return refusals
  }

  /// Share of the member that is too large a part of one figure; nil where nobody is. Signs do not count.
  public func dominance(_ amounts: some Sequence<Double>) -> Double? {
    var (total, most) = (0.0, 0.0)
    for amount in amounts {
      total += abs(amount)
      most = max(most, abs(amount))
    }
    return total > 0 && most > largestShare * total ? most / total : nil
  }
}

/// A sum over members that others see — *publicatie*.
public struct DataRelease: Sendable, Hashable {
  public var id: String
  public var members: Set<String>
  /// What is summed, such as "import"; sums of different quantities cannot be subtracted.
  public var quantity: String
  public var data: ClosedRange<CalendarDate>

  public init(id: String, members: Set<String>, quantity: String, data: ClosedRange<CalendarDate>) {
    self.id = id
    self.members = members
    self.quantity = quantity
    self.data = data
  }

  func isComparable(to other: DataRelease) -> Bool { quantity == other.quantity && data.overlaps(other.data) }
}

/// Why a release is refused.
public enum ReleaseRefusal: Sendable, Hashable {
  case tooFew(members: Int, needed: Int)
  case dominance(share: Double, allowed: Double)
  /// Subtracting an earlier release leaves too few members.
  case difference(with: String, members: Int, needed: Int)
  /// Several releases together give single members away.
  case combination(members: Int)
  /// In so many of all figures that would be shown one member stands out.
  case cells(count: Int, of: Int)
  /// What an earlier release leaves when this one is taken off it, or the other way round, is nearly that of one member.
  case remainder(with: String, cells: Int)

  public var diagnostic: Diagnostic {
    switch self {
    case .tooFew(let members, let needed):
      Self.refusal(
        "too-few", "\(members) < \(needed)",
        LocalizedText(nl: "de som telt te weinig leden", en: "the sum has too few members"),
        LocalizedText(
          nl: "Toon haar pas vanaf \(needed) leden: vraag meer toestemmingen.",
          en: "Show it from \(needed) members on: ask for more consents."))
    case .dominance(let share, let allowed):
      Self.refusal(
        "dominance", "\(Self.percent(share)) % > \(Self.percent(allowed)) %",
        LocalizedText(
          nl: "één lid is een te groot deel van de som", en: "one member is too large a part of the sum"),
        LocalizedText(nl: "Voeg leden toe of toon de som niet.", en: "Add members or do not show the sum."))
    case .difference(let other, let members, let needed):
      Self.refusal(
        "difference", other,
        LocalizedText(
          nl: "het verschil met een eerdere publicatie betreft \(members) leden, minder dan \(needed)",
          en: "the difference with an earlier release concerns \(members) members, fewer than \(needed)"),
        LocalizedText(
          nl: "Gebruik dezelfde leden, of een periode die de eerdere niet raakt.",
          en: "Use the same members, or a period that does not touch the earlier one."))
    case .combination(let members):
      Self.refusal(
        "combination", "\(members)",
        LocalizedText(
          nl: "uit de publicaties samen volgen de cijfers van afzonderlijke leden",
          en: "the releases together give away the figures of single members"),
        LocalizedText(nl: "Toon deze som niet.", en: "Do not show this sum."))
    case .cells(let count, let all):
      Self.refusal(
        "dominance-cells", "\(count) / \(all)",
        LocalizedText(
          nl: "in \(count) van \(all) te tonen tijdvakken is één lid een te groot deel van de som",
          en: "in \(count) of \(all) periods to be shown one member is too large a part of the sum"),
        LocalizedText(
          nl: "Toon langere tijdvakken (energy share --per month), of voeg leden toe.",
          en: "Show longer periods (energy share --per month), or add members."))
    case .remainder(let other, let cells):
      Self.refusal(
        "dominance-remainder", other,
        LocalizedText(
          nl:
            "wat deze som en een eerdere publicatie van elkaar verschillen is in \(cells) tijdvakken bijna van één lid",
          en: "what this sum and an earlier release differ by is nearly one member's in \(cells) periods"),
        LocalizedText(
          nl: "Gebruik hetzelfde tijdvak als de eerdere publicatie, of een periode die haar niet raakt.",
          en: "Use the same period as the earlier release, or days that it does not touch."))
    }
  }

  private static func refusal(
    _ code: String, _ value: String, _ message: LocalizedText, _ remedy: LocalizedText
  ) -> Diagnostic {
    Diagnostic(.error, "release." + code, value: value, message: message, remedy: remedy)
  }

  private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
}

/// All sums that can be computed from a list of releases.
struct ReleaseSpan {
  /// Members whose own figure is one of them: those for whom a row of the reduced echelon form holds nobody else.
  let exposedMembers: [String]

  init(_ releases: [DataRelease]) {
    let names = releases.reduce(into: Set<String>()) { $0.formUnion($1.members) }.sorted()
    var rows = releases.map { release in names.map { release.members.contains($0) ? 1.0 : 0 } }
    var rank = 0
    for column in names.indices {
      guard let pivot = (rank..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > Self.nothing
      else { continue }
      rows.swapAt(rank, pivot)
      let head = rows[rank][column]
      rows[rank] = rows[rank].map { $0 / head }
      for row in rows.indices where row != rank && abs(rows[row][column]) > Self.nothing {
        let factor = rows[row][column]
        rows[row] = zip(rows[row], rows[rank]).map { $0 - factor * $1 }
      }
      rank += 1
    }
    exposedMembers = rows.compactMap { row in
      let present = names.indices.filter { abs(row[$0]) > Self.nothing }
      return present.count == 1 ? names[present[0]] : nil
    }.sorted()
  }

  /// Zeros and ones only go in, so that what is smaller is rounding.
  private static let nothing = GroupSettings.nothing
}
