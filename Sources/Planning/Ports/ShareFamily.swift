/// A parameter whose members over the last dimension are parts of one whole — *aandelen van een geheel*.
package struct ShareFamily: Sendable {
  package let key: String
  /// Whether the parts are the whole, or may leave a rest.
  package let isWhole: Bool

  package static let all = [
    ShareFamily(key: "segments/size-share", isWhole: true),
    ShareFamily(key: "segments/category-share", isWhole: true),
    ShareFamily(key: "demand/location-preference", isWhole: false),
  ]

  /// Whether parts may add up to this.
  package func allows(_ sum: Double) -> Bool {
    isWhole ? (sum - 1).magnitude <= Self.tolerance : sum <= 1 + Self.tolerance
  }

  /// Largest distance from 1 that is put down to the binary form of decimal fractions.
  package static let tolerance = 1e-9
}
