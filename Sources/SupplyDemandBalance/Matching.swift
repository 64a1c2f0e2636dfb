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

  private let count = SpaceClass.all.count

  /// - Parameters:
  ///   - demand: ha per class, not negative, in the order of `SpaceClass.all`.
  ///   - supply: ha per class, not negative.
  package init(demand: [Double], supply: [Double]) {
    self.demand = demand
    self.supply = supply
    flow = [Double](repeating: 0, count: demand.count * supply.count)
    unserved = demand
    unused = supply
    serveOwnClass()
    for strict in demand.indices.reversed() {
      while unserved[strict] > Self.negligible, let path = augmentingPath(from: strict) { augment(strict, along: path) }
    }
    unserved = unserved.map { $0 > Self.negligible ? $0 : 0 }
  }

  private static let negligible = NetHectares.negligible.value

  package subscript(land land: Int, demand demand: Int) -> Double { flow[land * count + demand] }

  /// Demand classes that fall short together and all the land that fits any of them; empty without a shortage.
  package var proof: (demand: [Int], land: [Int]) {
    var classes = Set<Int>()
    var land = Set<Int>()
    for start in demand.indices where unserved[start] > 0 {
      let reached = search(from: start)
      classes.formUnion(reached.demand)
      land.formUnion(reached.land)
    }
    return (classes.sorted(), land.sorted())
  }

  private mutating func serveOwnClass() {
    for own in demand.indices {
      let amount = min(demand[own], supply[own])
      flow[own * count + own] = amount
      unserved[own] -= amount
      unused[own] -= amount
    }
  }

  /// Land and the demand it is taken from, step by step: `land` serves `demand`, whose former land is the next step.
  private struct Step {
    let demand: Int
    let land: Int
  }

  /// The shortest chain of moves that ends at unused land, lightest land first; nil when there is none.
  private func augmentingPath(from start: Int) -> [Step]? {
    let reached = search(from: start)
    guard var land = reached.free else { return nil }
    var path: [Step] = []
    while true {
      let demand = reached.demandBefore[land]
      path.append(Step(demand: demand, land: land))
      if demand == start { return path.reversed() }
      land = reached.landBefore[demand]
    }
  }

  private struct Search {
    var demand: [Int] = []
    var land: [Int] = []
    /// For land: the demand that reached it. For demand: the land it would be moved off.
    var demandBefore: [Int]
    var landBefore: [Int]
    var free: Int?
  }

  /// Breadth first over demand, through the land that serves it, to demand on that land. Stops at unused land.
  private func search(from start: Int) -> Search {
    let unseen = -1
    var search = Search(
      demandBefore: .init(repeating: unseen, count: count), landBefore: .init(repeating: unseen, count: count))
    search.demand = [start]
    var next = 0
    while next < search.demand.count {
      let current = search.demand[next]
      next += 1
      for land in Self.landServing[current] where search.demandBefore[land] == unseen {
        search.demandBefore[land] = current
        search.land.append(land)
        if unused[land] > Self.negligible {
          search.free = land
          return search
        }
        for other in demand.indices where other != start && flow[land * count + other] > 0 {
          guard search.landBefore[other] == unseen else { continue }
          search.landBefore[other] = land
          search.demand.append(other)
        }
      }
    }
    return search
  }

  private mutating func augment(_ start: Int, along path: [Step]) {
    var amount = min(unserved[start], unused[path[path.count - 1].land])
    for (step, next) in zip(path, path.dropFirst()) { amount = min(amount, flow[step.land * count + next.demand]) }
    for (index, step) in path.enumerated() {
      flow[step.land * count + step.demand] += amount
      if index + 1 < path.count { flow[step.land * count + path[index + 1].demand] -= amount }
    }
    unserved[start] -= amount
    unused[path[path.count - 1].land] -= amount
  }

  /// For each demand class the land classes that fit it, lightest first.
  private static let landServing: [[Int]] = SpaceClass.all.map { demand in
    SpaceClass.all.indices.filter { SpaceClass.all[$0].serves(demand) }
  }
}
