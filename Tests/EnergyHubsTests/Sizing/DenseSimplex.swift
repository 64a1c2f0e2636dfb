/// A plain two-phase tableau simplex for tiny linear programs: slow, independent and simple to follow.
struct DenseSimplex {
  /// `sum ≤ right` or `sum = right` over x ≥ 0.
  struct Row {
    var terms: [Int: Double]
    var right: Double
    var isEquality = false
  }

  /// The least value of Σ cost·x; nil when nothing satisfies the rows.
  static func minimum(_ costs: [Double], _ rows: [Row]) -> Double? {
    var simplex = DenseSimplex(costs.count, rows)
    let artificial = simplex.artificial
    var phase = [Double](repeating: 0, count: simplex.columns)
    for column in artificial { phase[column] = 1 }
    guard simplex.minimise(phase, allowed: simplex.columns) < 1e-7 else { return nil }
    simplex.dropArtificial()
    let real = costs + [Double](repeating: 0, count: simplex.columns - costs.count)
    return simplex.minimise(real, allowed: artificial.lowerBound)
  }

  private var table: [[Double]]
  private var basis: [Int]
  private let columns: Int
  private let artificial: Range<Int>

  private init(_ unknowns: Int, _ rows: [Row]) {
    let slacks = rows.filter { !$0.isEquality }.count
    let first = unknowns + slacks
    artificial = first..<(first + rows.count)
    columns = artificial.upperBound
    table = []
    basis = []
    var slack = unknowns
    for (index, row) in rows.enumerated() {
      var line = [Double](repeating: 0, count: columns + 1)
      let sign = row.right < 0 ? -1.0 : 1.0
      for (column, value) in row.terms { line[column] = sign * value }
      line[columns] = sign * row.right
      line[artificial.lowerBound + index] = 1
      basis.append(artificial.lowerBound + index)
      if !row.isEquality {
        line[slack] = sign
        if sign > 0 {
          basis[index] = slack
        }
        slack += 1
      }
      table.append(line)
    }
  }

  /// Takes what is left of the artificial unknowns, all zero, out of the basis; a row without another one is no news.
  private mutating func dropArtificial() {
    for row in table.indices where artificial.contains(basis[row]) {
      if let column = (0..<artificial.lowerBound).max(by: { abs(table[row][$0]) < abs(table[row][$1]) }),
        abs(table[row][column]) > 1e-9
      {
        pivot(row, column)
      }
    }
  }

  /// Largest improvement first; the smallest column after a while, which cannot go round in circles.
  private mutating func minimise(_ costs: [Double], allowed: Int) -> Double {
    for turn in 0..<100_000 {
      let prices = reduced(costs)
      let candidates = (0..<allowed).filter { prices[$0] < -1e-9 }
      let entering = turn < 2000 ? candidates.min { prices[$0] < prices[$1] } : candidates.first
      guard let entering, let leaving = leaving(entering, careful: turn < 2000) else { break }
      pivot(leaving, entering)
    }
    return basis.enumerated().reduce(0) { $0 + costs[$1.element] * table[$1.offset][columns] }
  }

  private func reduced(_ costs: [Double]) -> [Double] {
    var prices = costs
    for (row, column) in basis.enumerated() where costs[column] != 0 {
      for other in 0..<columns { prices[other] -= costs[column] * table[row][other] }
    }
    return prices
  }

  private func leaving(_ column: Int, careful: Bool) -> Int? {
    let possible = table.indices.filter { table[$0][column] > 1e-9 }
    let least = possible.map { table[$0][columns] / table[$0][column] }.min() ?? 0
    let tied = possible.filter { table[$0][columns] / table[$0][column] <= least + 1e-10 }
    return careful ? tied.max { table[$0][column] < table[$1][column] } : tied.min { basis[$0] < basis[$1] }
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let value = table[row][column]
    for other in 0...columns { table[row][other] /= value }
    for line in table.indices where line != row && table[line][column] != 0 {
      let factor = table[line][column]
      for other in 0...columns { table[line][other] -= factor * table[row][other] }
    }
    basis[row] = column
  }
}
