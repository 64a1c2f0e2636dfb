import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct MatchingTests {
  private static let count = SpaceClass.all.count

  /// A random instance: few classes with a little land and demand, so that all kinds of shortage occur.
  private static func instance(_ seed: Int, classes: Int = 8, most: Int = 6) -> (demand: [Int], supply: [Int]) {
    var numbers = SeededNumbers(seed: seed)
    var demand = [Int](repeating: 0, count: count)
    var supply = [Int](repeating: 0, count: count)
    for _ in 0..<classes {
      demand[Int.random(in: 0..<count, using: &numbers)] = Int.random(in: 0...most, using: &numbers)
      supply[Int.random(in: 0..<count, using: &numbers)] = Int.random(in: 0...most, using: &numbers)
    }
    return (demand, supply)
  }

  private static func matching(_ instance: (demand: [Int], supply: [Int])) -> Matching {
    Matching(demand: instance.demand.map(Double.init), supply: instance.supply.map(Double.init))
  }

  private static func served(_ matching: Matching) -> [Double] { zip(matching.demand, matching.unserved).map(-) }

  private static func at(_ category: CategoryClass, _ size: PlotSizeClass, _ water: WaterAccess) -> Int {
    SpaceClass(category: category, size: size, water: water).index
  }

  @Test func servesTheLargestTotal() {
    for seed in 0..<3000 {
      let instance = Self.instance(seed)
      let total = Self.served(Self.matching(instance)).reduce(0, +)
      #expect(total == Double(LargestFlow.value(demand: instance.demand, supply: instance.supply)), "seed \(seed)")
    }
  }

  @Test func servesStrictDemandFirst() {
    for seed in 0..<400 {
      let instance = Self.instance(seed, classes: 10, most: 3)
      let best = LargestFlow.strictestFirst(demand: instance.demand, supply: instance.supply)
      #expect(Self.served(Self.matching(instance)) == best.map(Double.init), "seed \(seed)")
    }
  }

  /// Every division of tiny amounts of land is tried: none serves more, and none that serves as much serves stricter demand.
  @Test func noDivisionOfTinyAmountsIsBetter() {
    for seed in 0..<300 {
      let instance = Self.instance(seed, classes: 4, most: 2)
      let best = AllDivisions.best(demand: instance.demand, supply: instance.supply)
      let found = Self.served(Self.matching(instance)).map { Int($0) }
      #expect(found == best, "seed \(seed)")
    }
  }

  @Test func conservesDemandAndLand() {
    for seed in 0..<2000 {
      let matching = Self.matching(Self.instance(seed, classes: 12))
      for one in 0..<Self.count {
        let onLand = (0..<Self.count).map { matching[land: $0, demand: one] }
        let ofDemand = (0..<Self.count).map { matching[land: one, demand: $0] }
        #expect(onLand.reduce(0, +) + matching.unserved[one] == matching.demand[one])
        #expect(ofDemand.reduce(0, +) + matching.unused[one] == matching.supply[one])
        #expect(onLand.allSatisfy { $0 >= 0 } && matching.unserved[one] >= 0 && matching.unused[one] >= 0)
        for land in 0..<Self.count where onLand[land] > 0 {
          #expect(SpaceClass.all[land].serves(SpaceClass.all[one]))
        }
      }
    }
  }

  @Test func ownLandComesFirst() {
    for seed in 0..<2000 {
      let matching = Self.matching(Self.instance(seed, classes: 12))
      for one in 0..<Self.count {
        #expect(matching[land: one, demand: one] == min(matching.demand[one], matching.supply[one]), "seed \(seed)")
      }
    }
  }

  /// The proof stands by itself: the classes' demand minus every land that fits any of them is the whole shortage.
  @Test func everyShortageIsProved() {
    var proved = 0
    for seed in 0..<2000 {
      let matching = Self.matching(Self.instance(seed, classes: 12))
      let shortage = matching.unserved.reduce(0, +)
      let (classes, land) = matching.proof
      #expect(classes.isEmpty == (shortage == 0))
      let demand = classes.reduce(0) { $0 + matching.demand[$1] }
      let supply = land.reduce(0) { $0 + matching.supply[$1] }
      let fitting = (0..<Self.count).filter { land in
        classes.contains { SpaceClass.all[land].serves(SpaceClass.all[$0]) }
      }
      #expect(demand - supply == shortage && land == fitting, "seed \(seed)")
      proved += classes.isEmpty ? 0 : 1
    }
    #expect(proved > 500)
  }

  /// Category first and then size would leave one of the two without land: the respects make a partial order, and demand must
  /// move aside for demand.
  @Test func demandMovesAsideForDemand() {
    var demand = [Double](repeating: 0, count: Self.count)
    var supply = demand
    let heavy = Self.at(.upTo4, .small, .dry)
    let large = Self.at(.upTo2, .large, .dry)
    demand[heavy] = 1
    demand[large] = 1
    supply[Self.at(.upTo4, .large, .dry)] = 1
    supply[Self.at(.upTo4, .medium, .dry)] = 1
    let matching = Matching(demand: demand, supply: supply)
    #expect(matching.unserved.allSatisfy { $0 == 0 })
    #expect(matching[land: Self.at(.upTo4, .large, .dry), demand: large] == 1)
  }

  /// A tenth and two tenths are not three tenths in binary; that is no shortage.
  @Test func binaryFractionsAreNoShortage() {
    var demand = [Double](repeating: 0, count: Self.count)
    var supply = demand
    demand[0] = 0.1 + 0.2
    supply[1] = 0.3
    let matching = Matching(demand: demand, supply: supply)
    #expect(matching.unserved[0] == 0 && matching.proof.demand.isEmpty)
  }

  @Test func twiceAllIsTwiceTheAnswer() {
    for seed in 0..<500 {
      let one = Self.matching(Self.instance(seed))
      let two = Matching(demand: one.demand.map { $0 * 2 }, supply: one.supply.map { $0 * 2 })
      #expect(two.flow == one.flow.map { $0 * 2 } && two.unserved == one.unserved.map { $0 * 2 })
    }
  }

  @Test func moreLandNeverWorsensAShortage() {
    for seed in 0..<1000 {
      var numbers = SeededNumbers(seed: seed)
      let instance = Self.instance(seed)
      var more = instance
      more.supply[Int.random(in: 0..<Self.count, using: &numbers)] += Int.random(in: 1...4, using: &numbers)
      let before = Self.matching(instance)
      let after = Self.matching(more)
      #expect(after.unserved.reduce(0, +) <= before.unserved.reduce(0, +))
      for strict in 0..<Self.count {
        let tail = strict..<Self.count
        #expect(tail.reduce(0) { $0 + after.unserved[$1] } <= tail.reduce(0) { $0 + before.unserved[$1] })
      }
    }
  }

  @Test func stricterLandIsNeverWorseThanLighter() {
    for seed in 0..<1000 {
      var numbers = SeededNumbers(seed: seed)
      let instance = Self.instance(seed)
      let light = Int.random(in: 0..<Self.count, using: &numbers)
      for strict in 0..<Self.count where SpaceClass.all[strict].serves(SpaceClass.all[light]) {
        var lighter = instance
        var stricter = instance
        lighter.supply[light] += 2
        stricter.supply[strict] += 2
        let shortage = { Self.matching($0).unserved.reduce(0, +) }
        #expect(shortage(stricter) <= shortage(lighter), "seed \(seed)")
      }
    }
  }
}

/// Tries every division of whole units of demand over land.
private struct AllDivisions {
  private let demand: [Int]
  private var left: [Int]
  private var served: [Int]
  private var best: [Int]

  static func best(demand: [Int], supply: [Int]) -> [Int] {
    let nothing = [Int](repeating: 0, count: demand.count)
    var search = AllDivisions(demand: demand, left: supply, served: nothing, best: nothing)
    search.units(demand.indices.flatMap { Array(repeating: $0, count: demand[$0]) }[...])
    return search.best
  }

  private mutating func units(_ rest: ArraySlice<Int>) {
    guard let unit = rest.first else {
      if isBetter { best = served }
      return
    }
    for land in left.indices where left[land] > 0 && SpaceClass.all[land].serves(SpaceClass.all[unit]) {
      left[land] -= 1
      served[unit] += 1
      units(rest.dropFirst())
      left[land] += 1
      served[unit] -= 1
    }
    units(rest.dropFirst())
  }

  /// More in all, or as much with more for the strictest class in which the two differ.
  private var isBetter: Bool {
    let (total, most) = (served.reduce(0, +), best.reduce(0, +))
    if total != most { return total > most }
    guard let differing = served.indices.last(where: { served[$0] != best[$0] }) else { return false }
    return served[differing] > best[differing]
  }
}
