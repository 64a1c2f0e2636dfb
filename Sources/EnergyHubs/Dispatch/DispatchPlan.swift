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
  /// Cost, summed anew from the flows above.
  public let cost: Euros
  /// No operation can cost less; worked out from `prices` alone, whatever way the plan was found.
  public let bound: Euros
  public let prices: DispatchPrices
}

/// What one more unit would save — *schaduwprijzen*: a subgradient of the least cost in every bound.
public struct DispatchPrices: Sendable, Hashable {
  /// Value of a kWh in the cells at the end of each step, EUR/kWh.
  public let stored: [Double]
  /// Saving of one more kW of import limit in each step, EUR/kW; add up over a month for the monthly level.
  public let importLimit: [Double]
  /// Saving of one more kW of export limit in each step, EUR/kW.
  public let exportLimit: [Double]
  /// Saving of one more kW of available sun in each step, EUR/kW.
  public let sun: [Double]
  /// Saving of one more kW to charge with, and to discharge with, over the year, EUR/kW.
  public let chargePower: Double
  public let dischargePower: Double
  /// Saving of one more kWh of capacity over the year, EUR/kWh.
  public let capacity: Double
}
