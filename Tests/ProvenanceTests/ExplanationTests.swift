import Foundation
import Provenance
import Quantities
import Testing

@Suite struct ExplanationTests {
  private func leaf(_ value: Double) -> Explanation {
    Explanation(LocalizedText(both: "x"), value: value, unit: .one, basis: .definition)
  }

  @Test(arguments: [
    (Explanation.Operation.sum, [1.0, 2, 4], 7.0), (.sum, [], 0), (.difference, [8, 2, 1], 5),
    (.product, [2, 4, 8], 64),
    (.product, [], 1), (.quotient, [8, 2, 2], 2), (.maximum, [1, 4, 2], 4), (.minimum, [4, 1, 2], 1),
    (.power, [2, 10], 1024),
    (.rounding, [2.25, 10], 2.3), (.rounding, [-2.5, 1], -3),
  ])
  func appliesAnOperationInOrder(_ operation: Explanation.Operation, _ numbers: [Double], _ result: Double) {
    #expect(operation.apply(numbers) == result)
    let tree = Explanation(LocalizedText(both: "f"), operation, notation: "f", unit: .one, parts: numbers.map(leaf))
    #expect(tree.value == result && tree.evaluated() == result && tree.leaves.map(\.value) == numbers)
  }

  @Test func evaluatesFromTheLeavesAndNotFromWhatIsWritten() {
    let wrong = Explanation(
      LocalizedText(both: "f"), value: 99, unit: .one,
      basis: .formula(.sum, notation: "a + b", parts: [leaf(1), leaf(2)]))
    #expect(wrong.evaluated() == 3)
  }

  private static let operations: [Explanation.Operation] = [
    .sum, .difference, .product, .quotient, .maximum, .minimum, .power, .rounding,
  ]

  /// Two or four parts by name are the same formula as a list of them, with and without the way to it.
  @Test(arguments: operations) func partsByNameAreTheListOfThem(_ operation: Explanation.Operation) {
    func name() -> FormulaName { FormulaName(nl: "f", en: "f", notation: "…") }
    func check<Figure: Derivation & Equatable>(_ one: (Double) -> Figure) {
      let (a, b, c, d) = (one(7.1), one(3.3), one(0.7), one(1.9))
      #expect(
        Figure.formula(operation, .factor, name(), a, b) == .formula(operation, .factor, name(), [a, b]))
      #expect(
        Figure.formula(operation, .factor, name(), a, b, c, d) == .formula(operation, .factor, name(), [a, b, c, d]))
    }
    check { Double.definition($0, .factor, LocalizedText(both: "x")) }
    check { Explanation.definition($0, .factor, LocalizedText(both: "x")) }
  }

  /// A formula written over `Derivation` gives one number, with and without the way to it.
  @Test func aDerivationAndItsNumberAgree() {
    func formula<Figure: Derivation>() -> Figure {
      .share(
        .onePlus(.years(3)), of: .sum(.one, nl: "som", en: "sum", [.years(5), .oneMinus(.years(-1))]), nl: "d", en: "s")
    }
    let number: Double = formula()
    let tree: Explanation = formula()
    #expect(number == 4.0 / 7 && tree.value == number && tree.evaluated() == number)
  }

  @Test func nothingOfNothingIsNothing() {
    #expect(Double.share(0, of: 0, nl: "", en: "") == 0)
  }

  @Test func survivesJSON() throws {
    let record = Explanation(
      LocalizedText(nl: "banen", en: "jobs"), value: 2, unit: .job,
      basis: .record(
        table: "banen", key: "GM1", field: "banen",
        origin: Origin(snapshot: "abc", referenceDate: CalendarDate(startOf: 2024), row: 3)))
    let tree = Explanation(LocalizedText(both: "f"), .sum, notation: "Σ", unit: .job, parts: [record, leaf(1)])
    #expect(try JSONDecoder().decode(Explanation.self, from: JSONEncoder().encode(tree)) == tree)
  }
}
