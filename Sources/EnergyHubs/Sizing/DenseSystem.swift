/// A small symmetric positive definite system — *Cholesky*. Rounding that eats a pivot makes its unknown stand still.
struct DenseSystem {
  let count: Int
  private(set) var matrix: [Double]
  private var pivots: [Double]

  init(count: Int) {
    self.count = count
    matrix = [Double](repeating: 0, count: count * count)
    pivots = [Double](repeating: 0, count: count)
  }

  mutating func clear() {
    for index in matrix.indices { matrix[index] = 0 }
  }

  subscript(row: Int, column: Int) -> Double {
    get { matrix[row * count + column] }
    set { matrix[row * count + column] = newValue }
  }

  /// Adds to both halves; a pair of equal places counts twice, as in `2 · value · x · x`.
  mutating func add(_ value: Double, _ row: Int, _ column: Int) {
    matrix[row * count + column] += value
    matrix[column * count + row] += value
  }

  mutating func addDiagonal(_ value: Double, _ row: Int) { matrix[row * count + row] += value }

  /// Makes an unknown stand still.
  mutating func hold(_ unknown: Int) {
    for other in 0..<count {
      self[unknown, other] = 0
      self[other, unknown] = 0
    }
    self[unknown, unknown] = 1
  }

  /// L D Lᵀ in place: D in `pivots`, L below the diagonal.
  mutating func factor() {
    let diagonal = (0..<count).map { self[$0, $0] }
    for column in 0..<count {
      var pivot = self[column, column]
      for k in 0..<column { pivot -= self[column, k] * self[column, k] * pivots[k] }
      let tiny = !(pivot > SolverSettings.smallestPivot * diagonal[column])
      pivots[column] = tiny ? max(diagonal[column], 1) * SolverSettings.pin : pivot
      for row in (column + 1)..<max(count, column + 1) {
        var value = self[row, column]
        for k in 0..<column { value -= self[row, k] * self[column, k] * pivots[k] }
        self[row, column] = value / pivots[column]
      }
    }
  }

  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<count {
      for k in 0..<row { x[row] -= self[row, k] * x[k] }
    }
    for row in 0..<count { x[row] /= pivots[row] }
    for row in (0..<count).reversed() {
      for k in (row + 1)..<max(count, row + 1) { x[row] -= self[k, row] * x[k] }
    }
    return x
  }
}
