/// A small square matrix whose upper half mirrors its lower half.
struct SymmetricMatrix {
  let size: Int
  var entries: [Double]

  init(size: Int, entries: [Double]) {
    self.size = size
    self.entries = entries
  }

  static func identity(_ size: Int) -> SymmetricMatrix {
    SymmetricMatrix(size: size, entries: (0..<size * size).map { $0 % (size + 1) == 0 ? 1 : 0 })
  }

  subscript(row: Int, column: Int) -> Double {
    get { entries[row * size + column] }
    set { entries[row * size + column] = newValue }
  }

  var withUnitDiagonal: SymmetricMatrix {
    var matrix = self
    for index in 0..<size { matrix[index, index] = 1 }
    return matrix
  }

  /// Divided by the roots of the diagonal on both sides, which makes the diagonal 1 and keeps the signs of the eigenvalues.
  var scaledToUnitDiagonal: SymmetricMatrix {
    let roots = (0..<size).map { self[$0, $0].squareRoot() }
    var matrix = self
    for row in 0..<size {
      for column in 0..<size { matrix[row, column] = self[row, column] / (roots[row] * roots[column]) }
    }
    return matrix.withUnitDiagonal
  }

  static func - (left: SymmetricMatrix, right: SymmetricMatrix) -> SymmetricMatrix {
    SymmetricMatrix(size: left.size, entries: zip(left.entries, right.entries).map { $0 - $1 })
  }

  /// Frobenius norm: root of the sum of squares.
  var norm: Double { entries.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
