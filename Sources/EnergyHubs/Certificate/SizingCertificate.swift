/// What an answer is worth, recomputed from the question and the answer alone — *bewijs bij het antwoord*.
///
/// The lower bound needs no trust in the method that found the prices: with the constraints that tie quantities together
/// paid for at those prices, the cheapest choice of each quantity between its own bounds is a sum of simple minima, and no
/// permitted choice can cost less (Lagrange). A wrong price only makes the bound lower.
public struct SizingCertificate: Sendable, Equatable {
  /// EUR, from sizes and dispatch.
  public let cost: Double
  /// EUR: no permitted choice costs less.
  public let lowerBound: Double
  /// EUR: everything paid and earned, without signs.
  public let turnover: Double
  /// Largest excess per kind of limit, kW or kWh; a kind that holds exactly is absent.
  public let violations: [SizingLimit: Double]
  /// Share of the difference between cost and bound per kind of quantity, EUR: what its price and its distance to the
  /// bound come to (complementarity).
  public let slackness: [SizingQuantity: Double]
  /// kWh charged and discharged in the same step by the hub that the lower bound allows: energy burned on purpose, for a negative
  /// price or because feed-in has no other way. The answer does not burn it, and costs that much more than the bound.
  public internal(set) var burned: Double
  /// EUR as another method finds them with the sizes given; nil until it has been asked.
  public var dispatchCost: Double?
  /// The largest load, kW: what violations are measured against.
  public let scale: Double

  /// Difference between cost and bound, as a share of the cost.
  public var gap: Double { (cost - lowerBound) / max(abs(cost), abs(lowerBound), Double.leastNormalMagnitude) }
  public var largestViolation: Double { violations.values.max() ?? 0 }

  /// Difference with the other method, as a share of the cost.
  public var dispatchDifference: Double? {
    dispatchCost.map { abs($0 - cost) / max(abs(cost), Double.leastNormalMagnitude) }
  }
}

/// Kinds of limit that an answer may exceed.
public enum SizingLimit: Int, Sendable, CaseIterable {
  case balance, store, generation, exported, flexible, charge, discharge, content
  case peak, importRight, contract, roof, batteryEnergy, batteryPower
}

/// Kinds of quantity that an answer chooses.
public enum SizingQuantity: Int, Sendable, CaseIterable {
  case imported, exported, flexible, generated, charged, discharged, stored, roofs, battery, contract, peaks
}

/// Why an answer is refused.
public enum CertificateFault: Error, Sendable, Equatable {
  /// A series or a list of sizes has another length than the question.
  case shape(String)
  /// A number is no number.
  case notFinite(String)
  /// kW or kWh above a limit.
  case violation(SizingLimit, Double)
  /// Relative gap between cost and bound.
  case gap(Double)
  /// The stated cost is not that of sizes and dispatch.
  case cost(stated: Double, recomputed: Double)
  /// Another method finds another cost for the same sizes.
  case dispatch(Double)
}
