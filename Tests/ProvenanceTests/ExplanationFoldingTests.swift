import Provenance
import Quantities
import Testing

@Suite struct ExplanationFoldingTests {
  private func leaf(_ value: Double) -> Explanation {
    Explanation(LocalizedText(both: "x\(value)"), value: value, unit: .netHectare, basis: .definition)
  }

  private func sum(_ values: [Double]) -> Explanation {
    Explanation(
      LocalizedText(both: "som"), .sum, notation: "Σ", unit: .netHectare, parts: values.map(leaf))
  }

  private func parts(_ tree: Explanation) -> [Explanation] {
    guard case .formula(_, _, let parts) = tree.basis else { return [] }
    return parts
  }

  @Test func theLargestStayAndTheRestIsOneLine() {
    let folded = sum([1, 8, 2, -4]).folded(to: 2)
    #expect(parts(folded).map(\.value) == [8, -4, 3])
    #expect(parts(folded).last?.basis == .folded(count: 2))
    #expect(parts(folded).last?.label.nl == "2 andere")
    #expect(folded.value == 7 && folded.evaluated() == 7)
  }

  /// What was folded before goes into the one line for the rest.
  @Test(arguments: [1, 2, 3]) func foldingTwiceIsFoldingOnce(_ limit: Int) {
    let whole = sum([1, 8, 2, -4, 16, 32, 3])
    #expect(whole.folded(to: 4).folded(to: limit) == whole.folded(to: limit))
  }

  @Test(arguments: [[], [3.0], [1, 2, 3]]) func aShortSumStays(_ values: [Double]) {
    #expect(sum(values).folded(to: 2) == sum(values))
  }

  /// The largest of many: the rest is the largest of the others. A maximum is folded only when that is asked for.
  @Test func aMaximumIsFoldedOnRequest() {
    let tree = Explanation(
      LocalizedText(both: "hoogste"), .maximum, notation: "max", unit: .netHectare, parts: [3, 9, 7, 5].map(leaf))
    #expect(tree.folded(to: 1) == tree)
    let folded = tree.folded(to: 1, [.maximum])
    #expect(parts(folded).map(\.value) == [9, 7] && folded.evaluated() == 9)
    #expect(tree.folded(to: 1, longerThan: 4, [.maximum]) == tree)
  }

  /// Folding works at every depth and never changes the figure.
  @Test func sumsInsideAreFoldedAndOtherFormulasKeepTheirParts() {
    let tree = Explanation(
      LocalizedText(both: "verschil"), .difference, notation: "a − b − c − d − e", unit: .netHectare,
      parts: [sum([1, 2, 4, 8]), leaf(1), leaf(1), leaf(1), sum([16, 32, 64])])
    let folded = tree.folded(to: 1)
    #expect(parts(folded).count == 5)
    #expect(parts(parts(folded)[0]).map(\.value) == [8, 7])
    #expect(folded.evaluated() == tree.evaluated())
  }

  @Test func aKnownFigureStandsAsAReference() {
    let known = sum([1, 2])
    let tree = Explanation(
      LocalizedText(both: "product"), .product, notation: "a × b", unit: .netHectare, parts: [known, leaf(2)])
    let referring = tree.referring(to: [("CR91/laag/2030/vraag", known)])
    #expect(parts(referring)[0].basis == .figure(path: "CR91/laag/2030/vraag"))
    #expect(parts(referring)[0].value == 3 && parts(referring)[1] == leaf(2))
    #expect(known.referring(to: [("x", known)]) == known)
  }
}
