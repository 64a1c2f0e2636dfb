import Provenance
import Quantities

extension ExplanationWording {
  /// How a figure was found, and the numbers that prove it.
  func optimum(_ found: Optimum) -> String {
    let proof = found.evidence.map { evidence in
      let symbol = evidence.unit.symbol[language]
      return "\(evidence.label[language]) \(small(evidence.value))" + (symbol.isEmpty ? "" : " " + symbol)
    }
    return ([found.method[language]] + proof).joined(separator: "; ")
  }

  /// A gap or an excess would be zero in four decimals.
  func small(_ value: Double) -> String {
    value != 0 && value.magnitude < Self.smallest ? SmallNumber.text(value, language) : number(value)
  }

  private static let smallest = 1e-4
}
