import Quantities

/// A figure that a search found, with what proves it — *gevonden door zoeken*.
///
/// Example: the contract of a hub, found by the sizing; evidence: the cost of the whole choice, a lower bound that no choice
/// undercuts, and the gap between both.
public struct Optimum: Sendable, Codable, Hashable {
  /// One number of the proof.
  public struct Evidence: Sendable, Codable, Hashable {
    public let label: LocalizedText
    public let value: Double
    public let unit: Unit

    public init(_ label: LocalizedText, _ value: Double, _ unit: Unit) {
      self.label = label
      self.value = value
      self.unit = unit
    }
  }

  /// What was searched, and how.
  public let method: LocalizedText
  public let evidence: [Evidence]
  /// What the proof rests on, where that is explained too.
  public let parts: [Explanation]

  public init(_ method: LocalizedText, evidence: [Evidence] = [], parts: [Explanation] = []) {
    self.method = method
    self.evidence = evidence
    self.parts = parts
  }
}
