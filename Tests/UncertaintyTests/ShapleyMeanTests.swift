import Testing
import Uncertainty

@Suite struct ShapleyMeanTests {
  /// The running example of the doc comment.
  @Test func jobsAndLandPerJob() throws {
    let parts = try #require(ShapleyMean.parts(of: [(10, 12), (200, 250)]) { $0[0] * $0[1] })
    #expect(abs(parts[0] - 450) < 1e-9 && abs(parts[1] - 550) < 1e-9)
  }

  /// Against the mean over all orders, written out.
  @Test(arguments: 1...4) func itIsTheMeanOverAllOrders(_ count: Int) throws {
    let inputs = (0..<count).map { (before: 1.3 + Double($0), after: 2.7 - 0.9 * Double($0)) }
    let value: ([Double]) -> Double = { $0.reduce(1, *) + $0[0] * $0[0] }
    let parts = try #require(ShapleyMean.parts(of: inputs, value: value))
    var sums = [Double](repeating: 0, count: count)
    let orders = permutations(Array(0..<count))
    for order in orders {
      var state = inputs.map(\.before)
      for input in order {
        let before = value(state)
        state[input] = inputs[input].after
        sums[input] += value(state) - before
      }
    }
    for (part, sum) in zip(parts, sums) { #expect(abs(part - sum / Double(orders.count)) < 1e-12) }
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    items.isEmpty ? [[]] : items.flatMap { item in permutations(items.filter { $0 != item }).map { [item] + $0 } }
  }

  @Test func partsAddUpForThousandsOfProducts() throws {
    let stream = RandomStream(seed: 2, draw: 0, stream: 0)
    for round in 0..<2000 {
      let inputs = (0..<4).map {
        (before: stream.uniform(8 * round + $0) * 1e3, after: stream.uniform(8 * round + 4 + $0) * 1e3)
      }
      let product: ([Double]) -> Double = { $0.reduce(1, *) }
      let parts = try #require(ShapleyMean.parts(of: inputs, value: product))
      let total = product(inputs.map(\.after)) - product(inputs.map(\.before))
      #expect(abs(parts.reduce(0, +) - total) <= 1e-12 * abs(total))
    }
  }

  @Test func anInputThatStaysHasNoPart() throws {
    let parts = try #require(ShapleyMean.parts(of: [(3, 3), (2, 5)]) { $0[0] * $0[1] })
    #expect(parts == [0, 9])
    #expect(ShapleyMean.parts(of: []) { _ in 4 } == [])
    #expect(ShapleyMean.parts(of: (0..<17).map { _ in (0, 1) }) { _ in 4 } == nil)
  }
}
