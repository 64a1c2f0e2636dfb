import Quantities

extension PeakFrontier {
  /// What one step of the deciding window adds to the storage.
  public struct Term: Sendable, Hashable {
    /// Place in the year.
    public let step: Int
    /// kW that the battery gives (positive) or may take (negative, at most its power).
    public let exchange: Double
    /// Whether less would be taken if the limit were lower: false where the battery takes all it can.
    public let moves: Bool
    /// Hours per step over the efficiency of giving, or times that of taking.
    public let factor: Double
    /// Number of the step in the window, from 1, and the growth of what is lost from the start of the window to its end.
    public let number: Int
    public let growth: Double

    /// kWh.
    public var energy: Double { exchange * factor * growth }
    /// kWh that each kW less of limit adds.
    public var marginal: Double { moves ? factor * growth : 0 }
  }

  /// The recursion of the requirement written out over its window: Σ φ(x_t) / ρᵏ is the capacity, and the sum of the marginals
  /// the slope with its sign turned.
  public func terms(of requirement: Requirement) -> [Term] {
    var weight = 1.0
    return requirement.window.enumerated().map { number, step in
      weight *= rates.growth
      let place = step % net.count
      let excess = net[place] - requirement.limit.value
      let exchange = max(excess, -battery.chargePower.value)
      return Term(
        step: place, exchange: exchange, moves: excess > -battery.chargePower.value,
        factor: excess > 0 ? hours / battery.dischargeEfficiency : hours * battery.chargeEfficiency,
        number: number + 1, growth: weight)
    }
  }
}
