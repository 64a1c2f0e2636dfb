import Provenance
import Quantities
import Uncertainty

/// What was changed to make contradicting correlations possible — *herstelde correlaties*.
public struct CorrelationRepair: Codable, Sendable, Equatable {
  /// Root of the sum of squared changes.
  public let distance: Double
  public let largestChange: Double
}

extension CorrelationRepair {
  /// The Cholesky factor of the correlations of growth; of the nearest possible ones when they contradict each other and the
  /// request allows a repair.
  static func resolve(_ coefficients: UncertaintyCoefficients, repairs: Bool) throws(PlanningError)
    -> (factor: CholeskyFactor, repair: CorrelationRepair?)
  {
    let matrix: CorrelationMatrix
    do {
      matrix = try CorrelationMatrix(
        size: coefficients.growthShock.count, entries: coefficients.correlationEntries)
    } catch {
      throw .invalidInput(problems(error, coefficients))
    }
    if let factor = try? matrix.cholesky() { return (factor, nil) }
    let nearest = matrix.nearest()
    guard repairs, let factor = try? nearest.matrix.cholesky() else { throw .invalidInput([contradiction(nearest)]) }
    return (factor, CorrelationRepair(distance: nearest.distance, largestChange: nearest.largestChange))
  }

  /// In hundredths: finer than anyone knows a correlation.
  static func spelled(_ change: Double) -> String { String((change * 100).rounded() / 100) }

  private static func problems(_ error: CorrelationMatrix.Invalid, _ coefficients: UncertaintyCoefficients)
    -> [Diagnostic]
  {
    let outside = coefficients.correlation.compactMap { $0 }.filter { !(-1...1).contains($0.value) }
    return Set(outside.map(\.path)).sorted().map { path in
      Diagnostic(
        .error, "forecast.correlation-range", at: .init(record: path),
        message: LocalizedText(
          nl: "een correlatie ligt tussen −1 en 1", en: "a correlation lies between −1 and 1"),
        remedy: LocalizedText(nl: "Herstel de waarde.", en: "Mend the value."))
    }
  }

  private static func contradiction(_ nearest: NearestCorrelation) -> Diagnostic {
    let change = spelled(nearest.largestChange)
    return Diagnostic(
      .error, "forecast.correlation-contradiction", at: .init(record: "uncertainty/sector-correlation"),
      message: LocalizedText(
        nl: "de correlaties spreken elkaar tegen (de matrix is niet positief definiet)",
        en: "the correlations contradict each other (the matrix is not positive definite)"),
      remedy: LocalizedText(
        nl:
          "Herstel ze, of reken met de dichtstbijzijnde mogelijke (--repair-correlations); de grootste wijziging is dan \(change).",
        en:
          "Mend them, or take the nearest possible ones (--repair-correlations); the largest change is then \(change).")
    )
  }
}
