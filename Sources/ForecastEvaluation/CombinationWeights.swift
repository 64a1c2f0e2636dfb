import Provenance
import Quantities

/// Weights of forecasters by how well each did — *combinatiegewichten*.
///
/// Formula: w(i) = 1 / Σ over j of (MSE(i) / MSE(j)), per length, over the outcomes that all of them forecast; that is the
/// inverse of the error over the sum of the inverses.
/// - MSE: mean squared error (ha²). Weights sum to 1.
/// - Source: Bates and Granger's rule without covariances, as general knowledge of the field; not read for this project.
/// - Valid for: forecasters scored on the same regions and cuts. Not covered: correlation between their errors, so the
///   combination's own error is not known from this.
///
/// Example: MSE 100 and 300 give 3/4 and 1/4.
public struct CombinationWeights: Sendable, Hashable, Codable {
  public let length: Int
  public let weights: [String: Double]
  /// Outcomes of each forecaster that the weights rest on.
  public let count: Int

  /// - Parameter forecasters: those to combine.
  /// - Returns: nil when there are fewer than two, when too few outcomes are common to all, or when one was without error.
  public init?(of forecasters: [String], length: Int, from outcomes: [ForecastOutcome], leastCount: Int) {
    let common = Self.common(to: forecasters, length: length, from: outcomes)
    let errors = common.compactMapValues { ScoreFormulas($0, nominal: 1).value(of: .meanSquaredError) }
    guard forecasters.count > 1, errors.count == forecasters.count, errors.values.allSatisfy({ $0 > 0 }) else {
      return nil
    }
    self.length = length
    weights = Dictionary(uniqueKeysWithValues: errors.keys.map { ($0, Self.weight(of: $0, errors: errors)) })
    count = common.values.first?.count ?? 0
    guard count >= leastCount else { return nil }
  }

  /// w(i) from the mean squared errors of all.
  package static func weight<Figure: Derivation>(of forecaster: String, errors: [String: Figure]) -> Figure {
    let own = errors[forecaster] ?? .one
    let ratios = errors.keys.sorted().map { other in
      Figure.formula(
        .quotient, .factor,
        FormulaName(nl: "fout ten opzichte van \(other)", en: "error beside \(other)", notation: "MSE(i) / MSE(j)"),
        own,
        errors[other] ?? .one)
    }
    return .formula(
      .quotient, .share, FormulaName(nl: "gewicht", en: "weight", notation: "1 / Σ (MSE(i) / MSE(j))"), .one,
      .sum(.factor, nl: "som over de ramers", en: "sum over the estimators", ratios))
  }

  private struct Place: Hashable {
    let region: String
    let cut: Int
  }

  /// Outcomes per forecaster at the places that every forecaster has.
  package static func common(to forecasters: [String], length: Int, from outcomes: [ForecastOutcome])
    -> [String: [ForecastOutcome]]
  {
    let byForecaster = Dictionary(grouping: outcomes.filter { $0.length == length }, by: \.forecaster)
      .filter { forecasters.contains($0.key) }
    let places = byForecaster.values.map { Set($0.map { Place(region: $0.region, cut: $0.cut) }) }
    guard let first = places.first else { return [:] }
    let shared = places.dropFirst().reduce(first) { $0.intersection($1) }
    guard !shared.isEmpty else { return [:] }
    return byForecaster.mapValues { $0.filter { shared.contains(Place(region: $0.region, cut: $0.cut)) } }
  }
}
