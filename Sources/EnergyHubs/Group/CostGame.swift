/// What each combination of members would pay together — *kostenspel*.
public struct CostGame {
  public let members: Int
  /// EUR for the members with these places, in ascending order; nothing for nobody.
  public let cost: ([Int]) throws -> Double

  public init(members: Int, cost: @escaping ([Int]) throws -> Double) {
    self.members = members
    self.cost = cost
  }

  /// The game in which all pay for the highest joint load: EUR per kW times the peak of the sum.
  ///
  /// - Parameter loads: kW per member and step.
  public static func jointPeak(loads: [[Double]], price: Double) -> CostGame {
    CostGame(members: loads.count) { coalition in
      guard let first = coalition.first else { return 0 }
      var sum = loads[first]
      for member in coalition.dropFirst() {
        for step in sum.indices { sum[step] += loads[member][step] }
      }
      return price * max(0, sum.max() ?? 0)
    }
  }

  /// Costs of all combinations: place `mask` holds that of the members whose bit is set.
  public func table() throws -> [Double] {
    try (0..<(1 << members)).map { mask in
      mask == 0 ? 0 : try cost((0..<members).filter { mask & (1 << $0) != 0 })
    }
  }
}
