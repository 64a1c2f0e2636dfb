import Uncertainty

/// How many draws are enough — *aantal trekkingen*: as many as the stated precision asks for, in blocks.
///
/// The next range follows from the draws so far alone, so that two runs take the same number of draws.
public struct DrawSchedule: Sendable, Hashable, Codable {
  /// A figure whose uncertainty by sampling must be small.
  public enum Figure: Sendable, Hashable, Codable {
    /// Half-width of the interval around the mean or the median of demand and both balances, ha net.
    case mean(halfWidth: Double)
    case median(halfWidth: Double)
    /// Half-width around the chances of a shortage.
    case probability(halfWidth: Double)
  }

  public var goals: [Figure]
  /// Probability that an interval holds the true figure, such as 0.95.
  public var confidence: Double
  /// Draws are taken in multiples of this.
  public var block: Int
  public var most: Int

  public init(goals: [Figure], confidence: Double, block: Int, most: Int) {
    self.goals = goals
    self.confidence = confidence
    self.block = max(1, block)
    self.most = max(1, most)
  }

  /// The first draws to take.
  public var first: Range<Int> { 0..<min(block, most) }

  /// The draws to take after `draws` of them gave these figures; nil when the goals are met or no more are allowed.
  public func next(after draws: Int, _ figures: [YearBands]) -> Range<Int>? {
    let wanted = goals.map { needed(for: $0, after: draws, figures) }.max() ?? 0
    guard wanted > Double(draws), draws < most else { return nil }
    let blocks = (min(wanted, Double(most)) / Double(block)).rounded(.up)
    return draws..<min(most, max(draws + block, Int(blocks) * block))
  }

  /// Whether the goals are met after `draws` draws.
  public func isMet(after draws: Int, _ figures: [YearBands]) -> Bool {
    goals.allSatisfy { needed(for: $0, after: draws, figures) <= Double(draws) }
  }

  private func needed(for goal: Figure, after draws: Int, _ figures: [YearBands]) -> Double {
    let (halfWidth, errors) =
      switch goal {
      case .mean(let halfWidth): (halfWidth, figures.flatMap(\.amounts).map(\.standardErrorOfMean))
      case .median(let halfWidth): (halfWidth, figures.flatMap(\.amounts).map(\.standardErrorOfMedian))
      case .probability(let halfWidth): (halfWidth, figures.flatMap(\.chances).map(\.standardError))
      }
    return SamplingError.drawsNeeded(
      halfWidth: halfWidth, error: errors.max() ?? 0, draws: draws, confidence: confidence)
  }
}

extension YearBands {
  fileprivate var amounts: [BandFigure] { [demand, balance, balanceWithSoft] }
  fileprivate var chances: [ShortageChance] {
    [shortage, shortageWithSoft].flatMap { [$0.any, $0.large, $0.upToNow] }
  }
}
