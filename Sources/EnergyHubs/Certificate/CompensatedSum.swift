/// A sum that keeps what rounding would lose (Neumaier 1974), and how large it may still be wrong.
struct CompensatedSum {
  private var total = 0.0
  private var lost = 0.0
  /// Sum of the sizes of the terms.
  private(set) var size = 0.0
  private var count = 0.0

  mutating func add(_ term: Double) {
    let next = total + term
    lost += abs(total) >= abs(term) ? (total - next) + term : (term - next) + total
    total = next
    size += abs(term)
    count += 1
  }

  var value: Double { total + lost }

  /// Each term is itself the outcome of a few operations; their rounding is at most this together.
  var rounding: Double { SolverSettings.operationsPerTerm * Double.ulpOfOne * size }
}
