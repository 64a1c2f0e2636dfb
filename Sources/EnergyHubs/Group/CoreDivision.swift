/// The division nearest to a given one at which no member, or no combination of members, would rather be on its own.
///
/// Rule: least sum of squared changes in EUR.
public enum CoreDivision {
  /// Nobody pays more than alone. Exact: those at their own cost stay there, the others share what that leaves equally.
  ///
  /// - Returns: nil when together they pay more than all of them alone.
  public static func nobodyWorseOff(_ division: CostDivision, costsAlone: [Double]) -> CostDivision? {
    let total = division.total
    guard costsAlone.reduce(0, +) >= total else { return nil }
    var shares = division.shares
    var held = Set<Int>()
    while let next = shares.indices.first(where: { !held.contains($0) && shares[$0] > costsAlone[$0] }) {
      held.formUnion(shares.indices.filter { shares[$0] >= costsAlone[$0] }.filter { !held.contains($0) })
      held.insert(next)
      let free = shares.indices.filter { !held.contains($0) }
      guard !free.isEmpty else { return CostDivision(shares: costsAlone) }
      let rest = total - held.reduce(0) { $0 + costsAlone[$1] }
      let lift = (rest - free.reduce(0) { $0 + division.shares[$1] }) / Double(free.count)
      for member in held { shares[member] = costsAlone[member] }
      for member in free { shares[member] = division.shares[member] + lift }
    }
    return CostDivision(shares: shares)
  }

  /// No combination pays more than it would by itself: the projection on the core (Dykstra 1983), for small groups.
  ///
  /// - Returns: nil when there is no such division.
  public static func core(_ division: CostDivision, _ game: CostGame) throws -> CostDivision? {
    let table = try game.table()
    var projection = CoreProjection(shares: division.shares, table: table)
    return projection.run() ? CostDivision(shares: projection.shares) : nil
  }

  /// The combination that gains most by leaving, and how much, EUR; nil inside the core.
  public static func objection(_ division: CostDivision, _ game: CostGame) throws -> (members: [Int], gain: Double)? {
    let table = try game.table()
    let paid = CoreProjection.sums(division.shares)
    guard let mask = table.indices.dropLast().max(by: { paid[$0] - table[$0] < paid[$1] - table[$1] }),
      paid[mask] - table[mask] > GroupSettings.coreTolerance * abs(division.total)
    else { return nil }
    return ((0..<game.members).filter { mask & (1 << $0) != 0 }, paid[mask] - table[mask])
  }
}

/// Cyclic projection on the limits of the core, each with what it took away before.
struct CoreProjection {
  private(set) var shares: [Double]
  private let table: [Double]
  private var taken: [Double]

  init(shares: [Double], table: [Double]) {
    self.shares = shares
    self.table = table
    taken = [Double](repeating: 0, count: table.count)
  }

  mutating func run() -> Bool {
    let scale = max(abs(table.last ?? 0), Double.leastNormalMagnitude)
    for _ in 0..<GroupSettings.mostPasses {
      let before = shares
      for mask in 1..<table.count { project(mask) }
      let change = zip(before, shares).reduce(0) { max($0, abs($1.0 - $1.1)) }
      if change <= GroupSettings.projectionTolerance * scale { break }
    }
    project(table.count - 1)
    let paid = Self.sums(shares)
    return table.indices.allSatisfy { paid[$0] - table[$0] <= GroupSettings.coreTolerance * scale }
  }

  /// All together pay exactly the cost of all; each other combination at most its own.
  private mutating func project(_ mask: Int) {
    let members = shares.indices.filter { mask & (1 << $0) != 0 }
    let paid = members.reduce(0) { $0 + shares[$1] } + taken[mask] * Double(members.count)
    var cut = (paid - table[mask]) / Double(members.count)
    if mask != table.count - 1 { cut = max(0, cut) }
    for member in members { shares[member] += taken[mask] - cut }
    taken[mask] = cut
  }

  /// What every combination pays together.
  static func sums(_ shares: [Double]) -> [Double] {
    var sums = [0.0]
    for share in shares { sums += sums.map { $0 + share } }
    return sums
  }
}
