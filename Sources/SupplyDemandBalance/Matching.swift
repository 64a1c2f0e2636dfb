import Quantities
import WorkLocations

/// Assigns demand to land by strictness: heavy land takes light demand, never the reverse — *toedeling naar strengheid*.
///
/// Model. Classes i (demand, d_i ≥ 0) and j (land, s_j ≥ 0); x_ji ≥ 0 is demand of class i on land of class j, allowed only
/// where j is at least as strict as i in category, size and water.
///
///     (1) Σ_j x_ji ≤ d_i   for every i
///     (2) Σ_i x_ji ≤ s_j   for every j
///     maximise Σ x_ji; among those, serve stricter demand first and use own land before stricter land
///
/// Why this order is exact. Land of class i is open only to demand of class i and lighter, so giving own land to own demand
/// first takes nothing from stricter demand. The sets of demand that can be served together form a transversal matroid;
/// adding demand from strict to light along augmenting paths therefore ends at the largest total, with the strictest
/// demand that any largest total can serve. Fixed rounds ("first category, then size") would not: the three respects make
/// a partial order.
///
/// Proof. When demand stays unserved, the classes that an augmenting search reaches form a set whose fitting land is used
/// up by it alone: its demand exceeds all land that fits it by exactly the shortage (`proof`). Anyone can add that up.
package struct Matching {
  package let demand: [Double]
  package let supply: [Double]
  /// x_ji at `land * count + demand`.
  package private(set) var flow: [Double]
  package private(set) var unserved: [Double]
  package private(set) var unused: [Double]
  /// Land classes of which some is unused, and for each land class the demand that is on it.
  private(set) var free = ClassSet()
  private(set) var users: [ClassSet]

  /// How the assignment came about; kept only when asked for.
  private(set) var steps: [Step] = []
  private let isTraced: Bool

  private let count = SpaceClass.all.count

  /// Demand that finds land at once — *stap van de toedeling*: the first of the chain is the demand that is served, on the land it
  /// takes; each of the others moves off the land before it; the last land was free.
  struct Step: Sendable {
    let chain: [ChainSearch.Move]
    let amount: Double
  }

  /// - Parameters:
  ///   - demand: ha per class, not negative, in the order of `SpaceClass.all`.
  ///   - supply: ha per class, not negative.
  ///   - isTraced: whether `steps` are kept.
  package init(demand: [Double], supply: [Double], isTraced: Bool = false) {
    self.demand = demand
    self.supply = supply
    self.isTraced = isTraced
    flow = [Double](repeating: 0, count: demand.count * supply.count)
    unserved = demand
    unused = supply
    users = [ClassSet](repeating: ClassSet(), count: supply.count)
    serveOwnClass()
    var search = ChainSearch()
    for strict in demand.indices.reversed() {
      while unserved[strict] > Self.negligible, search.reachFreeLand(from: strict, in: self) {
        augment(strict, along: search.chain)
      }
    }
    for index in unserved.indices where unserved[index] <= Self.negligible { unserved[index] = 0 }
  }

  private static let negligible = NetHectares.negligible.value

  package subscript(land land: Int, demand demand: Int) -> Double { flow[land * count + demand] }

  /// Demand classes that fall short together and all the land that fits any of them; empty without a shortage. They are what
  /// all chains from the demand that is left lead to; no such land is free.
  package var proof: (demand: [Int], land: [Int]) {
    var waiting = ClassSet(demand.indices.lazy.filter { unserved[$0] > 0 })
    var classes = waiting
    var land = ClassSet()
    while let one = waiting.first {
      waiting.set(one, to: false)
      for fitting in Self.landServing[one].subtracting(land) {
        land.insert(fitting)
        waiting.formUnion(users[fitting].subtracting(classes))
        classes.formUnion(users[fitting])
      }
    }
    return (Array(classes), Array(land))
  }

  private mutating func serveOwnClass() {
    for own in demand.indices {
      let amount = min(demand[own], supply[own])
      flow[own * count + own] = amount
      unserved[own] -= amount
      unused[own] -= amount
      users[own].set(own, to: amount > 0)
      free.set(own, to: unused[own] > Self.negligible)
      if isTraced, amount > 0 { steps.append(Step(chain: [ChainSearch.Move(demand: own, land: own)], amount: amount)) }
    }
  }

  /// - Parameter chain: from the land that takes the new demand to the land that is free.
  private mutating func augment(_ start: Int, along chain: [ChainSearch.Move]) {
    let last = chain[chain.count - 1].land
    var amount = min(unserved[start], unused[last])
    for (move, next) in zip(chain, chain.dropFirst()) {
      amount = min(amount, self[land: move.land, demand: next.demand])
    }
    for (index, move) in chain.enumerated() {
      add(amount, of: move.demand, to: move.land)
      if index + 1 < chain.count { add(-amount, of: chain[index + 1].demand, to: move.land) }
    }
    unserved[start] -= amount
    unused[last] -= amount
    free.set(last, to: unused[last] > Self.negligible)
    if isTraced { steps.append(Step(chain: chain, amount: amount)) }
  }

  private mutating func add(_ amount: Double, of demand: Int, to land: Int) {
    flow[land * count + demand] += amount
    users[land].set(demand, to: flow[land * count + demand] > 0)
  }

  /// For each demand class the land classes that fit it, lightest first.
  static let landServing: [ClassSet] = SpaceClass.all.map { demand in
    ClassSet(SpaceClass.all.indices.filter { SpaceClass.all[$0].serves(demand) })
  }
}
