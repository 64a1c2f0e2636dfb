import Planning
import Provenance
import Quantities

extension LibraryAssembly {
  static func isOne(_ sum: Double) -> Bool { (sum - 1).magnitude <= ShareFamily.tolerance }

  /// Parts of a whole add up to 1, in the country and in every region with values of its own, on every date.
  mutating func checkShares() {
    for family in ShareFamily.all {
      guard let parameter = parameters[family.key] else { continue }
      for sum in parameter.sums() where !family.allows(sum.value) {
        reader.report(
          family.isWhole ? .sharesNotOne(sum.value) : .sharesAboveOne(sum.value),
          at: Diagnostic.Place(file: files[family.key], field: "members.\(sum.place)"), value: sum.date.description)
      }
    }
  }
}
