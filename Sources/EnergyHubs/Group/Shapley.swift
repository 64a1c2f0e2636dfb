import Foundation
import Provenance
import Quantities

/// What each member adds to the cost on average over all orders in which they could join — *Shapley-verdeling*.
public struct ShapleyDivision: Sendable, Equatable {
  /// EUR per member; together the cost of all.
  public let shares: [Double]
  /// EUR: with the stated confidence no share is further from the exact one; zeros where the division is exact.
  public let errors: [Double]
  /// Orders that were tried; nil where all were.
  public let orders: Int?
}

public enum Shapley {
  /// Members up to which all combinations are tried.
  public static let mostExact = GroupSettings.mostExactMembers

  /// Exact: 2ⁿ costs.
  public static func exact(_ game: CostGame) throws -> ShapleyDivision {
    let count = game.members
    let table = try game.table()
    let weights = Self.weights(count)
    var shares = [Double](repeating: 0, count: count)
    for mask in table.indices {
      let size = mask.nonzeroBitCount
      for member in 0..<count where mask & (1 << member) == 0 {
        shares[member] += weights[size] * (table[mask | (1 << member)] - table[mask])
      }
    }
    return ShapleyDivision(shares: shares, errors: shares.map { _ in 0 }, orders: nil)
  }

  /// Share of the orders in which exactly these `size` members come before a given one: size! (n − 1 − size)! / n!.
  public static func weights(_ count: Int) -> [Double] {
    guard count > 0 else { return [] }
    var weights = [1 / Double(count)]
    for size in 1..<max(1, count) { weights.append(weights[size - 1] * Double(size) / Double(count - size)) }
    return weights
  }

  /// Exact in closed form where all pay for the largest single need (Littlechild and Owen 1973): each step from one need to
  /// the next larger one is paid by those who need it. Needs 1, 2, 4 give ⅓, ⅓ + ½, ⅓ + ½ + 2.
  public static func largestNeed(_ needs: [Double], price: Double) -> ShapleyDivision {
    let order = needs.indices.sorted { needs[$0] < needs[$1] }
    var shares = [Double](repeating: 0, count: needs.count)
    var (paid, before) = (0.0, 0.0)
    for (rank, member) in order.enumerated() {
      paid += (needs[member] - before) / Double(needs.count - rank)
      before = needs[member]
      shares[member] = paid * price
    }
    return ShapleyDivision(shares: shares, errors: shares.map { _ in 0 }, orders: nil)
  }

  /// By drawing orders, each with its reverse; the same seed gives the same orders whatever runs beside it.
  ///
  /// The error is Hoeffding's for all members together. It holds for a game in which joining never lowers the cost of a
  /// group and never raises it by more than the member would pay alone; then what a member adds lies between 0 and that.
  /// - Parameters:
  ///   - pairs: orders drawn, not counting their reverses.
  ///   - confidence: chance that all errors hold, such as 0.95.
  public static func sampled(
    _ game: CostGame, pairs: Int, seed: UInt64, confidence: Double
  ) throws -> ShapleyDivision {
    let count = game.members
    var sums = [Double](repeating: 0, count: count)
    for pair in 0..<pairs {
      let order = MemberOrder.drawn(count, seed: seed, number: pair)
      try add(order, game, &sums)
      try add(order.reversed(), game, &sums)
    }
    let alone = try (0..<count).map { try game.cost([$0]) }
    let reach: Double = .drawnReach(members: count, pairs: pairs, confidence: confidence)
    return ShapleyDivision(
      shares: sums.map { $0 / Double(max(1, 2 * pairs)) }, errors: alone.map { $0 * reach }, orders: 2 * pairs)
  }

  private static func add(_ order: [Int], _ game: CostGame, _ sums: inout [Double]) throws {
    var present: [Int] = []
    var before = 0.0
    for member in order {
      present.insert(member, at: present.firstIndex { $0 > member } ?? present.count)
      let now = try game.cost(present)
      sums[member] += now - before
      before = now
    }
  }
}

extension Derivation {
  /// How far the mean of drawn orders may be from the exact one, as a share of the range of what is drawn.
  ///
  /// Hoeffding (1963) for all n members together: √(ln(2 n / (1 − confidence)) / (2 pairs)).
  ///
  /// Example: 3 members, 200 pairs, confidence 0.95: √(ln 120 / 400) = 0.1094.
  package static func drawnReach(members: Int, pairs: Int, confidence: Double) -> Self {
    let doubt: Self = .formula(
      .difference, .share, FormulaName(nl: "kans op een fout", en: "chance of an error", notation: "1 − zekerheid"),
      .one, .definition(confidence, .share, LocalizedText(nl: "zekerheid", en: "confidence")))
    let cases: Self = .formula(
      .quotient, .factor,
      FormulaName(nl: "twee kanten van elk lid", en: "two sides of every member", notation: "2 n / (1 − zekerheid)"),
      .definition(2 * Double(members), .count, LocalizedText(nl: "2 × leden", en: "2 × members")), doubt)
    let logarithm: Self = .formula(
      .logarithm, .factor, FormulaName(nl: "natuurlijke logaritme", en: "natural logarithm", notation: "ln"), cases,
      .definition(exp(1), .factor, LocalizedText(nl: "grondtal e", en: "base e")))
    let square: Self = .formula(
      .quotient, .factor, FormulaName(nl: "kwadraat", en: "square", notation: "ln(…) / (2 × paren)"), logarithm,
      .definition(
        2 * Double(max(1, pairs)), .count, LocalizedText(nl: "2 × paren volgordes", en: "2 × pairs of orders")))
    return .formula(
      .power, .share,
      FormulaName(
        nl: "reikwijdte van de fout (Hoeffding)", en: "reach of the error (Hoeffding)",
        notation: "√(ln(2 n / (1 − zekerheid)) / (2 × paren))"), square,
      .definition(1 / 2, .one, LocalizedText(nl: "wortel", en: "square root")))
  }
}

/// An order of members that follows from a seed and a number alone.
enum MemberOrder {
  static func drawn(_ count: Int, seed: UInt64, number: Int) -> [Int] {
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      let draw = mixed(seed &+ mixed(UInt64(number) &* UInt64(count) &+ UInt64(place)))
      order.swapAt(place, Int(draw % UInt64(place + 1)))
    }
    return order
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value &+ GroupSettings.golden
    mixed = (mixed ^ (mixed >> GroupSettings.shifts.0)) &* GroupSettings.factors.0
    mixed = (mixed ^ (mixed >> GroupSettings.shifts.1)) &* GroupSettings.factors.1
    return mixed ^ (mixed >> GroupSettings.shifts.2)
  }
}
