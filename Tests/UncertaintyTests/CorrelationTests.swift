import Testing
import Uncertainty

@Suite struct CorrelationTests {
  private func matrix(_ size: Int, _ entry: (Int, Int) -> Double) throws -> CorrelationMatrix {
    try CorrelationMatrix(size: size, entries: (0..<size * size).map { entry($0 / size, $0 % size) })
  }

  @Test func everyProblemIsNamed() {
    #expect(throws: CorrelationMatrix.Invalid(problems: [.notSquare(entries: 3, size: 2)])) {
      try CorrelationMatrix(size: 2, entries: [1, 0, 0])
    }
    #expect(
      throws: CorrelationMatrix.Invalid(problems: [
        .diagonal(row: 0, value: 2), .outsideRange(row: 1, column: 0, value: 1.5),
        .notSymmetric(row: 1, column: 0, difference: 1),
      ])
    ) { try CorrelationMatrix(size: 2, entries: [2, 0.5, 1.5, 1]) }
    #expect(throws: CorrelationMatrix.Invalid.self) { try CorrelationMatrix(size: 2, entries: [1, .nan, .nan, 1]) }
  }

  @Test(arguments: [1, 2, 7, 20, 60]) func theFactorGivesTheMatrixBack(_ size: Int) throws {
    let given = try matrix(size) { $0 == $1 ? 1 : 0.9 / Double(1 + abs($0 - $1)) }
    let factor = try given.cholesky()
    for row in 0..<size {
      for column in 0..<size {
        let product = (0..<size).reduce(0) { $0 + factor[row, $1] * factor[column, $1] }
        #expect(abs(product - given[row, column]) < 1e-12)
      }
    }
    #expect((factor.correlated([Double](repeating: 1, count: size)).first ?? 0) == 1)
  }

  /// a and b move together, b and c too, yet a and c against one another: impossible.
  private var contradiction: CorrelationMatrix {
    get throws { try CorrelationMatrix(size: 3, entries: [1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1]) }
  }

  @Test func aContradictionIsFound() throws {
    let contradiction = try contradiction
    let error = #expect(throws: CorrelationMatrix.NotPositiveDefinite.self) { try contradiction.cholesky() }
    #expect(error?.row == 2)
    // Eigenvalues by hand: 1 + 0.9 twice, and 1 − 1.8.
    #expect(abs((error?.smallestEigenvalue ?? 0) + 0.8) < 1e-12)
    #expect(zip(contradiction.eigenvalues, [-0.8, 1.9, 1.9]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  /// By symmetry the nearest matrix has entries ± r with 1 − 2 r = 0, so r = ½.
  @Test func theNearestMatrixByHand() throws {
    let nearest = try contradiction.nearest()
    #expect(abs(nearest.matrix[0, 1] - 0.5) < 1e-5 && abs(nearest.matrix[0, 2] + 0.5) < 1e-5)
    #expect(abs(nearest.distance - (6 * 0.4 * 0.4).squareRoot()) < 1e-4)
    #expect(abs(nearest.largestChange - 0.4) < 1e-5 && nearest.iterations > 0)
    _ = try nearest.matrix.cholesky()
  }

  /// The tridiagonal example of Higham's paper, whose answer he prints in four decimals.
  @Test func thePublishedNearestMatrix() throws {
    let given = try matrix(3) { abs($0 - $1) == 2 ? 0 : 1 }
    let nearest = given.nearest(floor: 1e-8).matrix
    #expect(abs(nearest[0, 1] - 0.7607) < 5e-5 && abs(nearest[0, 2] - 0.1573) < 5e-5)
    #expect(abs(nearest[1, 2] - 0.7607) < 5e-5)
  }

  /// No other correlation matrix of a random search is nearer, and the factor exists.
  @Test func nothingFoundIsNearer() throws {
    let stream = RandomStream(seed: 3, draw: 0, stream: 0)
    var next = 0
    func uniform() -> Double {
      next += 1
      return 2 * stream.uniform(next) - 1
    }
    let table = (0..<25).map { _ in uniform() }
    let given = try matrix(5) { $0 == $1 ? 1 : table[min($0, $1) * 5 + max($0, $1)] }
    let nearest = given.nearest()
    _ = try nearest.matrix.cholesky()
    for _ in 0..<2000 {
      let other = nearest.matrix
      let shift = 0.02 * uniform()
      let (row, column) = (next % 5, (next + 1 + next / 5 % 4) % 5)
      guard row != column else { continue }
      let moved = try? matrix(5) { a, b in
        (a == row && b == column) || (a == column && b == row) ? other[a, b] + shift : other[a, b]
      }
      guard let moved, (moved.eigenvalues.first ?? -1) > 1e-6 else { continue }
      let distance = zip(moved.entries, given.entries).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
      #expect(distance > nearest.distance - 1e-4)
    }
  }

  @Test func whatIsPositiveDefiniteStays() throws {
    let given = try matrix(4) { $0 == $1 ? 1 : 0.3 }
    #expect(given.nearest().matrix == given && given.nearest().distance == 0)
  }
}
