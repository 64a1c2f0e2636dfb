/// Power taken at one node, one value per step — *belasting van een knoop*.
public struct FeederLoad: Sendable {
  /// kW; negative where the node delivers.
  public var active: [Double]
  /// kvar; empty for none.
  public var reactive: [Double]

  public init(active: [Double], reactive: [Double] = []) {
    self.active = active
    self.reactive = reactive
  }
}

/// The loads of a feeder in units of 1 MVA: eight steps of every node, then the next eight.
struct FeederLoads {
  let steps: Int
  let blocks: Int
  let active: [Lanes]
  let reactive: [Lanes]

  init(_ loads: [String: FeederLoad], _ network: FeederNetwork) throws(FeederFaults) {
    let count = loads.values.map(\.active.count).max() ?? 0
    let faults = Self.faults(loads, network, count)
    guard faults.isEmpty else { throw FeederFaults(faults) }
    steps = count
    blocks = (count + Lanes.scalarCount - 1) / Lanes.scalarCount
    var active = [Lanes](repeating: .zero, count: network.nodes.count * blocks)
    var reactive = active
    let nodes = network.nodes.count
    for (node, name) in network.nodes.enumerated() {
      guard let load = loads[name] else { continue }
      Self.fill(&active, node, nodes, load.active)
      Self.fill(&reactive, node, nodes, load.reactive)
    }
    self.active = active
    self.reactive = reactive
  }

  private static func fill(_ lanes: inout [Lanes], _ node: Int, _ nodes: Int, _ values: [Double]) {
    let megawatt = 1 / GridSettings.kilowattsPerUnit
    lanes.withUnsafeMutableBytes { bytes in
      let numbers = bytes.bindMemory(to: Double.self)
      for first in stride(from: 0, to: values.count, by: Lanes.scalarCount) {
        let place = first * nodes + node * Lanes.scalarCount
        for lane in 0..<min(Lanes.scalarCount, values.count - first) {
          numbers[place + lane] = values[first + lane] * megawatt
        }
      }
    }
  }

  private static func faults(_ loads: [String: FeederLoad], _ network: FeederNetwork, _ count: Int) -> [FeederFault] {
    let known = Set(network.nodes)
    var faults: [FeederFault] = []
    for (name, load) in loads.sorted(by: { $0.key < $1.key }) {
      if !known.contains(name) { faults.append(.unknownNode(name)) }
      if load.active.count != count {
        faults.append(.length(node: name, found: load.active.count, needed: count))
      }
      if load.reactive.count != count, !load.reactive.isEmpty {
        faults.append(.length(node: name, found: load.reactive.count, needed: count))
      }
      if !(load.active.allSatisfy(\.isFinite) && load.reactive.allSatisfy(\.isFinite)) {
        faults.append(.notFinite(node: name))
      }
    }
    return faults
  }
}
