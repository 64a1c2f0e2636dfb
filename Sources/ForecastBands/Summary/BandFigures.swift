import Uncertainty

/// A quantity over all draws — *bandbreedte*, ha net.
public struct BandFigure: Sendable, Hashable, Codable {
  /// One per level of the question.
  public let quantiles: [Double]
  public let median: Double
  /// Half the distance between the order statistics one standard error on either side of the median.
  public let standardErrorOfMedian: Double
  public let mean: Double
  public let standardErrorOfMean: Double
}

/// How likely a shortage is — *kans op tekort*.
public struct ShortageChance: Sendable, Hashable, Codable {
  public let probability: Double
  public let standardError: Double

  init(_ times: Int, draws: Int) {
    probability = Double(times) / Double(draws)
    standardError = SamplingError.ofProbability(probability, draws: draws)
  }
}

/// The chances of a shortage in one reading of supply.
public struct ShortageChances: Sendable, Hashable, Codable {
  /// Demand is more than supply.
  public let any: ShortageChance
  /// By more than the large shortage of the question.
  public let large: ShortageChance
  /// In this year or an earlier one.
  public let upToNow: ShortageChance
}

/// One region or group in one year — *jaarcijfer met bandbreedte*.
public struct YearBands: Sendable, Hashable, Codable {
  public let demand: BandFigure
  /// Against hard supply alone.
  public let balance: BandFigure
  public let balanceWithSoft: BandFigure
  public let shortage: ShortageChances
  public let shortageWithSoft: ShortageChances
}
