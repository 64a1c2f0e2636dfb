import Foundation
import Testing
import Uncertainty

@Suite struct BreakEvenTests {
  @Test(arguments: [0.1, 1, 2.5, 7.9]) func risingAndFallingRoots(_ root: Double) throws {
    for figure in [{ (x: Double) in x * x * x }, { (x: Double) in -exp(x) }, { (x: Double) in atan(20 * (x - root)) }] {
      let found = BreakEven.find(in: 0...8, target: figure(root), precision: 1e-10, figure: figure)
      #expect(abs(try #require(found.input) - root) < 2e-10)
    }
  }

  @Test func noRootSaysWhere() {
    #expect(BreakEven.find(in: 0...1, target: 5, precision: 1e-6) { $0 } == .alwaysBelow(lower: 0, upper: 1))
    #expect(BreakEven.find(in: 0...1, target: -5, precision: 1e-6) { $0 } == .alwaysAbove(lower: 0, upper: 1))
    #expect(BreakEven.find(in: 0...1, target: 0, precision: 1e-6) { $0 } == .at(0))
    #expect(
      BreakEven.find(in: 0...2, target: 1, precision: 1e-6) { abs($0 - 1) < 0.4 ? .nan : $0 } == .undefined(at: 1))
    #expect(BreakEven.find(in: 0...1, target: 0, precision: 1e-6) { _ in .nan } == .undefined(at: 0))
  }

  /// A step has no input where it is the target; the answer is the step, to the precision.
  @Test func aStepIsFoundAtItsPlace() throws {
    let found = BreakEven.find(in: 0...10, target: 0.5, precision: 1e-8) { $0 < .pi ? 0 : 1 }
    #expect(abs(try #require(found.input) - .pi) < 1e-8)
  }

  @Test func fewStepsAreNeeded() {
    var calls = 0
    _ = BreakEven.find(in: 0...1000, target: 1, precision: 1e-9) {
      calls += 1
      return exp($0 / 100) - 1
    }
    #expect(calls < 60)
  }
}
