import EnergyHubs
import Testing

@Suite struct ShapleyTests {
  private static func loads(_ seed: Int, _ members: Int, steps: Int = 24) -> [[Double]] {
    var numbers = SeededDraws(seed: seed)
    return (0..<members).map { _ in (0..<steps).map { _ in Double.random(in: 0...100, using: &numbers) } }
  }

  /// Alone 100 each at different hours, together 100: every order saves the second to come 100.
  @Test func twoThatNeverMeetShareEqually() throws {
    let game = CostGame.jointPeak(loads: [[100, 0], [0, 100]], price: 2)
    #expect(try Shapley.exact(game).shares == [100, 100])
  }

  /// Every order of joining, one by one.
  private static func allOrders(_ game: CostGame) throws -> [Double] {
    var sums = [Double](repeating: 0, count: game.members)
    var count = 0.0
    func visit(_ present: [Int], _ before: Double) throws {
      if present.count == game.members { count += 1 }
      for next in 0..<game.members where !present.contains(next) {
        let now = try game.cost((present + [next]).sorted())
        sums[next] += (now - before) * orders(game.members - present.count - 1)
        try visit(present + [next], now)
      }
    }
    try visit([], 0)
    return sums.map { $0 / count }
  }

  private static func orders(_ left: Int) -> Double { left < 2 ? 1 : Double(left) * orders(left - 1) }

  @Test func agreesWithEveryOrder() throws {
    for seed in 0..<10 {
      let game = CostGame.jointPeak(loads: Self.loads(seed, 5), price: 3)
      let (exact, all) = (try Shapley.exact(game).shares, try Self.allOrders(game))
      for (one, other) in zip(exact, all) { #expect(abs(one - other) < 1e-9, "seed \(seed)") }
      #expect(abs(exact.reduce(0, +) - (try game.cost([0, 1, 2, 3, 4]))) < 1e-9)
    }
  }

  @Test func equalMembersPayEqually() throws {
    var loads = Self.loads(3, 6)
    loads[4] = loads[1]
    let shares = try Shapley.exact(.jointPeak(loads: loads, price: 1)).shares
    #expect(abs(shares[4] - shares[1]) < 1e-9 && abs(shares[0] - shares[1]) > 1e-3)
  }

  @Test func theLargestNeedHasAClosedForm() throws {
    #expect(Shapley.largestNeed([1, 2, 4], price: 6).shares == [2, 5, 17])
    let needs = [30.0, 10, 20, 20, 70]
    let game = CostGame(members: 5) { coalition in 3 * (coalition.map { needs[$0] }.max() ?? 0) }
    for (one, other) in zip(Shapley.largestNeed(needs, price: 3).shares, try Shapley.exact(game).shares) {
      #expect(abs(one - other) < 1e-9)
    }
  }

  @Test func drawnOrdersComeNearAndRepeat() throws {
    let game = CostGame.jointPeak(loads: Self.loads(8, 9), price: 1)
    let exact = try Shapley.exact(game).shares
    let drawn = try Shapley.sampled(game, pairs: 400, seed: 1, confidence: 0.95)
    #expect(drawn.orders == 800)
    #expect(drawn == (try Shapley.sampled(game, pairs: 400, seed: 1, confidence: 0.95)))
    #expect(drawn.shares != (try Shapley.sampled(game, pairs: 400, seed: 2, confidence: 0.95)).shares)
    for member in exact.indices {
      #expect(abs(exact[member] - drawn.shares[member]) <= drawn.errors[member])
      #expect(abs(exact[member] - drawn.shares[member]) < 3)
    }
    #expect(abs(drawn.shares.reduce(0, +) - exact.reduce(0, +)) < 1e-9)
  }
}
