import Quantities

/// Operation of a hub over a year with the proof that nothing is cheaper — *inzetplan*.
public struct DispatchPlan: Sendable, Hashable {
  /// s, kWh at the start of each step; the content after the last step is the first number again.
  public let content: [Double]
  /// c, d, g, x, v in kW for each step.
  public let charge: [Double]
  public let discharge: [Double]
  public let gridImport: [Double]
  public let gridExport: [Double]
  public let sunUsed: [Double]
  /// y per flexible power, in the order of the problem.
  public let flexible: [[Double]]
  /// Cost, summed anew from the flows above.
  public let cost: Euros
  /// No operation can cost less; worked out from `prices` alone, whatever way the plan was found.
  public internal(set) var bound: Euros
  public let prices: DispatchPrices
}
