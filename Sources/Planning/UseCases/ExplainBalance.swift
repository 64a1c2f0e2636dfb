import Provenance
import WorkLocations

/// Runs a balance and explains each of its figures — *balans met verklaringen*.
public struct ExplainBalance: Sendable {
  public init() {}

  /// The answer of the balance with its trees; encoded as one value: the fields of the balance and `explanations`.
  public struct Response: Encodable, Sendable, Equatable {
    public let balance: RunBalance.Response
    public let explanations: BalanceExplanations

    public init(balance: RunBalance.Response, explanations: BalanceExplanations) {
      self.balance = balance
      self.explanations = explanations
    }

    private enum Key: String, CodingKey { case explanations }

    public func encode(to encoder: any Encoder) throws {
      try balance.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(explanations.byPath, forKey: .explanations)
    }
  }

  /// - Throws: `PlanningError.invalidInput` like the balance itself.
  public func callAsFunction(_ request: RunBalance.Request, register: Register, library: PlanningLibrary)
    throws(PlanningError) -> Response
  {
    let (response, inputs) = try RunBalance().answer(
      request, from: StartingSituation(register, region: request.region), library: library)
    return Response(balance: response, explanations: BalanceExplanations(of: response, inputs))
  }
}
