/// Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations.
///
/// Each rotation makes one pair of entries zero; after a sweep over all pairs the rest has shrunk quadratically.
/// Source: G. Golub, C. Van Loan, "Matrix Computations", 4th ed. (2013), section 8.5.
struct EigenDecomposition {
  /// In no order.
  private(set) var values: [Double]
  /// Column j belongs to value j; row by row.
  private(set) var vectors: SymmetricMatrix

  private var matrix: SymmetricMatrix

  /// Far more than the six to ten that convergence takes.
  private static let mostSweeps = 60
  /// Entries this small beside the whole are rounding.
  private static let negligible = 1e-15

  init(_ matrix: SymmetricMatrix) {
    self.matrix = matrix
    vectors = .identity(matrix.size)
    values = []
    let enough = matrix.norm * Self.negligible
    for _ in 0..<Self.mostSweeps where largestOffDiagonal > enough { sweep() }
    values = (0..<matrix.size).map { self.matrix[$0, $0] }
  }

  private var largestOffDiagonal: Double {
    (0..<matrix.size).reduce(0) { largest, row in
      (0..<row).reduce(largest) { max($0, abs(matrix[row, $1])) }
    }
  }

  private mutating func sweep() {
    for row in 0..<matrix.size {
      for column in 0..<row where matrix[row, column] != 0 { rotate(column, row) }
    }
  }

  private mutating func rotate(_ p: Int, _ q: Int) {
    let theta = (matrix[q, q] - matrix[p, p]) / (2 * matrix[p, q])
    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
    let cosine = 1 / (t * t + 1).squareRoot()
    let sine = t * cosine
    for k in 0..<matrix.size {
      let (a, b) = (matrix[k, p], matrix[k, q])
      (matrix[k, p], matrix[k, q]) = (cosine * a - sine * b, sine * a + cosine * b)
    }
    for k in 0..<matrix.size {
      let (a, b) = (matrix[p, k], matrix[q, k])
      (matrix[p, k], matrix[q, k]) = (cosine * a - sine * b, sine * a + cosine * b)
      let (v, w) = (vectors[k, p], vectors[k, q])
      (vectors[k, p], vectors[k, q]) = (cosine * v - sine * w, sine * v + cosine * w)
    }
  }

  /// Σ f(λ) v vᵀ: the matrix with its eigenvalues changed.
  func matrix(changing change: (Double) -> Double) -> SymmetricMatrix {
    let size = vectors.size
    var result = SymmetricMatrix(size: size, entries: vectors.entries.map { _ in 0 })
    for (index, value) in values.map(change).enumerated() where value != 0 {
      for row in 0..<size {
        let scaled = value * vectors[row, index]
        for column in 0..<size { result[row, column] += scaled * vectors[column, index] }
      }
    }
    return result
  }
}
