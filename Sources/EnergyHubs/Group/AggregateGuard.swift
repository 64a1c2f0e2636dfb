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
    let sizes = release.members.sorted().map { (name: $0, amount: abs(amounts[$0] ?? 0)) }
    let total = sizes.reduce(0) { $0 + $1.amount }
    if let most = sizes.max(by: { $0.amount < $1.amount }), total > 0, most.amount > largestShare * total {
      refusals.append(.dominance(share: most.amount / total, allowed: largestShare))
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
