/// Voltages, currents and losses of a feeder over many steps — *belastingberekening*.
public struct FeederFlow: Sendable {
  public let network: FeederNetwork
  public let steps: Int
  /// Voltage in units of the nominal voltage: node after node in the order of the network, step after step.
  public let voltages: [Double]
  /// A, the larger of both ends: cable after cable in the order of the network, step after step.
  public let currents: [Double]
  /// kW lost in all cables, per step.
  public let losses: [Double]

  /// Solves every step.
  ///
  /// - Parameters:
  ///   - loads: per node; nodes without one take nothing.
  ///   - sourceVoltage: in units of the nominal voltage.
  /// - Throws: `FeederFaults`: wrong loads, or every step at which the load is more than the feeder can carry.
  public init(
    _ network: FeederNetwork, loads: [String: FeederLoad], sourceVoltage: Double = 1
  ) throws(FeederFaults) {
    let packed = try FeederLoads(loads, network)
    let sweep = FeederSweep(network, packed, sourceVoltage)
    sweep.run()
    guard sweep.collapsed.isEmpty else { throw FeederFaults(sweep.collapsed.map(FeederFault.collapse)) }
    self.network = network
    steps = packed.steps
    voltages = sweep.voltages
    currents = sweep.currents
    losses = sweep.losses
  }

  public func voltage(node: Int, step: Int) -> Double { voltages[node * steps + step] }
  public func current(cable: Int, step: Int) -> Double { currents[cable * steps + step] }

  /// Lowest and highest voltage of a node, in units of the nominal voltage, and when.
  public func voltageRange(node: Int) -> (lowest: (value: Double, step: Int), highest: (value: Double, step: Int))? {
    let values = voltages[node * steps..<(node + 1) * steps].enumerated()
    guard let low = values.min(by: { $0.element < $1.element }),
      let high = values.max(by: { $0.element < $1.element })
    else { return nil }
    return ((low.element, low.offset), (high.element, high.offset))
  }

  /// A cable that carries more than it may.
  public struct Overload: Sendable, Equatable {
    /// Place in the network.
    public let cable: Int
    /// Largest current over the rated one, when it occurs, and at how many steps the current is too large.
    public let loading: Double
    public let step: Int
    public let steps: Int
  }

  /// Overloaded cables, the worst first.
  public var overloads: [Overload] {
    network.cables.indices.compactMap { cable in
      let values = currents[cable * steps..<(cable + 1) * steps]
      let rated = network.cables[cable].ratedCurrent
      guard let most = values.enumerated().max(by: { $0.element < $1.element }), most.element > rated else {
        return nil
      }
      return Overload(
        cable: cable, loading: most.element / rated, step: most.offset, steps: values.count { $0 > rated })
    }.sorted { $0.loading > $1.loading }
  }
}
