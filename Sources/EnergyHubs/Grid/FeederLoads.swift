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

/// The loads of a feeder, handed out in units of 1 MVA: eight steps of every node at a time, so that they stay near.
struct FeederLoads {
  let steps: Int
  let blocks: Int
  /// Per node; empty where it takes nothing.
  private let active: [[Double]]
  private let reactive: [[Double]]

  init(_ loads: [String: FeederLoad], _ network: FeederNetwork) throws(FeederFaults) {
    let count = loads.values.map(\.active.count).max() ?? 0
    let faults = Self.faults(loads, network, count)
    guard faults.isEmpty else { throw FeederFaults(faults) }
    steps = count
    blocks = (count + Lanes.scalarCount - 1) / Lanes.scalarCount
    active = network.nodes.map { loads[$0]?.active ?? [] }
    reactive = network.nodes.map { loads[$0]?.reactive ?? [] }
  }

  /// The loads of one block, node after node.
  func fill(_ block: Int, _ active: UnsafeMutablePointer<Lanes>, _ reactive: UnsafeMutablePointer<Lanes>) {
    let first = block * Lanes.scalarCount
    for node in self.active.indices {
      active[node] = Self.lanes(self.active[node], first)
      reactive[node] = Self.lanes(self.reactive[node], first)
    }
  }

  /// Eight values; zero past the end.
  @inline(__always)
  private static func lanes(_ values: [Double], _ first: Int) -> Lanes {
    let megawatt = 1 / GridSettings.kilowattsPerUnit
    guard first + Lanes.scalarCount > values.count else {
      return values.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: first * MemoryLayout<Double>.stride, as: Lanes.self)
      } * megawatt
    }
    var lanes = Lanes.zero
    for step in first..<max(first, values.count) { lanes[step - first] = values[step] * megawatt }
    return lanes
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
