/// Lower triangle L with L Lᵀ = the correlation matrix — *choleskyfactor*: L z has those correlations for independent z.
public struct CholeskyFactor: Sendable, Hashable {
  public let size: Int
  /// Row by row, with zeros above the diagonal.
  public let entries: [Double]

  public subscript(row: Int, column: Int) -> Double { entries[row * size + column] }

  /// L z for one vector.
  public func correlated(_ z: [Double]) -> [Double] {
    (0..<size).map { row in (0...row).reduce(0) { $0 + self[row, $1] * z[$1] } }
  }

  /// Independent numbers.
  public static func identity(_ size: Int) -> CholeskyFactor {
    CholeskyFactor(size: size, entries: SymmetricMatrix.identity(size).entries)
  }
}

extension CorrelationMatrix {
  /// The correlations contradict each other: no numbers can have them all.
  public struct NotPositiveDefinite: Error, Sendable, Hashable {
    /// First row whose variance is used up by the rows before it.
    public let row: Int
    public let smallestEigenvalue: Double
  }

  /// Least variance that a row must have left; below it rounding decides.
  static let leastPivot = 1e-12

  /// The Cholesky factor, row by row.
  public func cholesky() throws(NotPositiveDefinite) -> CholeskyFactor {
    var factor = SymmetricMatrix(size: size, entries: entries.map { _ in 0 })
    for row in 0..<size {
      for column in 0...row {
        let rest = (0..<column).reduce(self[row, column]) { $0 - factor[row, $1] * factor[column, $1] }
        if row != column {
          factor[row, column] = rest / factor[column, column]
        } else if rest > Self.leastPivot {
          factor[row, row] = rest.squareRoot()
        } else {
          throw NotPositiveDefinite(row: row, smallestEigenvalue: eigenvalues.first ?? 0)
        }
      }
    }
    return CholeskyFactor(size: size, entries: factor.entries)
  }

  /// Ascending.
  public var eigenvalues: [Double] {
    EigenDecomposition(SymmetricMatrix(size: size, entries: entries)).values.sorted()
  }
}
