import Provenance
import Quantities

/// Demand, supply and balance of a study in one scenario and horizon; every figure carries the way to it.
public struct StudyOutcome: Sendable, Codable, Equatable {
  public let scenario: String
  public let horizon: Int
  public let expansion: Explanation
  public let replacement: Explanation
  public let additional: Explanation
  /// Net demand: the three components together.
  public let demand: Explanation
  /// Nil when the study gives no public share for one of its lines.
  public let gross: Explanation?
  public let hard: Explanation
  public let soft: Explanation
  /// Frozen plans stand apart: they count in neither balance.
  public let frozen: Explanation
  /// Hard supply minus demand; negative is a shortage.
  public let balance: Explanation
  /// Hard and soft supply minus demand.
  public let balanceAfterSoft: Explanation

  init(
    scenario: String, horizon: Int, expansion: Explanation, replacement: Explanation, additional: Explanation,
    demand: Explanation, gross: Explanation?, hard: Explanation, soft: Explanation, frozen: Explanation
  ) {
    self.scenario = scenario
    self.horizon = horizon
    self.expansion = expansion
    self.replacement = replacement
    self.additional = additional
    self.demand = demand
    self.gross = gross
    self.hard = hard
    self.soft = soft
    self.frozen = frozen
    balance = Explanation(
      StudyCalculation.Labels.balance, .difference, notation: "hard − demand", unit: .netHectare, parts: [hard, demand])
    balanceAfterSoft = Explanation(
      StudyCalculation.Labels.balanceAfterSoft, .difference, notation: "hard + soft − demand", unit: .netHectare,
      parts: [
        Explanation(
          LocalizedText(nl: "aanbod", en: "supply"), .sum, notation: "hard + soft", unit: .netHectare,
          parts: [hard, soft]), demand,
      ])
  }

  /// All figures in the order of a table.
  public var figures: [Explanation] {
    [expansion, replacement, additional, demand] + (gross.map { [$0] } ?? [])
      + [hard, soft, frozen, balance, balanceAfterSoft]
  }
}
