/// Which limit makes a question impossible, and what would make it possible — *tekort*.
public struct SizingShortage: Sendable, Equatable {
  /// kW that the contract must allow at least, with everything else at its most; nil when a larger contract is no help.
  public var contractNeeded: Double?

  public init(contractNeeded: Double? = nil) { self.contractNeeded = contractNeeded }
}

extension Sizing {
  static func shortage(_ problem: SizingProblem) throws(SizingError) -> SizingError? { nil }
}
