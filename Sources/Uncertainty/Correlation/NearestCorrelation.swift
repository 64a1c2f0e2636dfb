/// The correlation matrix closest to one that contradicts itself — *dichtstbijzijnde correlatiematrix*.
public struct NearestCorrelation: Sendable {
  public let matrix: CorrelationMatrix
  /// Frobenius distance to what was given: root of the sum of squared changes. Report it; it is what was assumed.
  public let distance: Double
  /// Largest change of one entry.
  public let largestChange: Double
  public let iterations: Int
}

extension CorrelationMatrix {
  /// Smallest eigenvalue that a repaired matrix keeps, so that its Cholesky factor is well conditioned.
  public static let eigenvalueFloor = 1e-6
  private static let mostIterations = 10_000
  private static let settled = 1e-10

  /// The nearest matrix, in the Frobenius norm, whose eigenvalues are at least about `floor`; this one when they are.
  ///
  /// Method: alternating projections on the matrices without negative eigenvalues and on those with a unit diagonal, with
  /// Dykstra's correction. At the end the eigenvalues are raised to the floor and the diagonal is scaled to 1.
  /// Source: N. Higham, "Computing the nearest correlation matrix: a problem from finance", IMA J. Numerical Analysis 22 (2002).
  public func nearest(floor: Double = eigenvalueFloor) -> NearestCorrelation {
    let given = SymmetricMatrix(size: size, entries: entries)
    guard (eigenvalues.first ?? floor) < floor else {
      return NearestCorrelation(matrix: self, distance: 0, largestChange: 0, iterations: 0)
    }
    let (limit, iterations) = Self.alternated(given, floor)
    let raised = EigenDecomposition(limit).matrix { max(floor, $0) }.scaledToUnitDiagonal
    let change = raised - given
    return NearestCorrelation(
      matrix: CorrelationMatrix(raised), distance: change.norm,
      largestChange: change.entries.reduce(0) { max($0, abs($1)) }, iterations: iterations)
  }

  private static func alternated(_ given: SymmetricMatrix, _ floor: Double) -> (SymmetricMatrix, Int) {
    var unit = given
    var correction = SymmetricMatrix(size: given.size, entries: given.entries.map { _ in 0 })
    for iteration in 1...mostIterations {
      let shifted = unit - correction
      let positive = EigenDecomposition(shifted).matrix { max(floor, $0) }
      correction = positive - shifted
      let next = positive.withUnitDiagonal
      let change = (next - unit).norm
      unit = next
      if change <= settled * max(1, next.norm) { return (unit, iteration) }
    }
    return (unit, mostIterations)
  }
}
