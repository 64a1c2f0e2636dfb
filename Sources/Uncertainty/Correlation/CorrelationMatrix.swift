/// How uncertain numbers move together — *correlatiematrix*: symmetric, ones on the diagonal, entries in −1...1.
///
/// Being positive definite is a question of its own, which `cholesky()` answers.
public struct CorrelationMatrix: Sendable, Hashable {
  public let size: Int
  /// Row by row.
  public let entries: [Double]

  /// What a table that is no correlation matrix does wrong.
  public enum Problem: Error, Sendable, Hashable {
    case notSquare(entries: Int, size: Int)
    case outsideRange(row: Int, column: Int, value: Double)
    case notSymmetric(row: Int, column: Int, difference: Double)
    case diagonal(row: Int, value: Double)
  }

  /// All problems at once.
  public struct Invalid: Error, Sendable, Hashable {
    public let problems: [Problem]

    public init(problems: [Problem]) { self.problems = problems }
  }

  /// Published tables are rounded by halves: entries mirror each other and the diagonal is 1 within this.
  public static let tolerance = 1e-9

  public init(size: Int, entries: [Double]) throws(Invalid) {
    let problems = Self.problems(size, entries)
    guard problems.isEmpty else { throw Invalid(problems: problems) }
    self.size = size
    self.entries = SymmetricMatrix(size: size, entries: entries).withUnitDiagonal.entries
  }

  /// Numbers that have nothing to do with each other.
  public static func identity(_ size: Int) -> CorrelationMatrix {
    CorrelationMatrix(SymmetricMatrix.identity(size))
  }

  init(_ matrix: SymmetricMatrix) {
    size = matrix.size
    entries = matrix.entries
  }

  public subscript(row: Int, column: Int) -> Double { entries[row * size + column] }

  private static func problems(_ size: Int, _ entries: [Double]) -> [Problem] {
    guard entries.count == size * size else { return [.notSquare(entries: entries.count, size: size)] }
    return (0..<size).flatMap { row in
      let diagonal = entries[row * size + row]
      let own = abs(diagonal - 1) <= tolerance ? [] : [Problem.diagonal(row: row, value: diagonal)]
      return own + (0..<row).flatMap { pair(row, $0, entries[row * size + $0], entries[$0 * size + row]) }
    }
  }

  private static func pair(_ row: Int, _ column: Int, _ below: Double, _ above: Double) -> [Problem] {
    let found = below.isFinite && abs(below) <= 1 ? [] : [Problem.outsideRange(row: row, column: column, value: below)]
    guard !(abs(below - above) <= tolerance) else { return found }
    return found + [.notSymmetric(row: row, column: column, difference: below - above)]
  }
}
