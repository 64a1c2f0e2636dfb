/// The backward and forward sweep (Shirmohammadi 1988), eight steps of the year at once.
///
/// Backward: currents of the nodes at the present voltages, added up towards the source. Forward: voltages from the source
/// outwards. Units: nominal voltage, 1 MVA.
final class FeederSweep {
  private let network: FeederNetwork
  private let loads: FeederLoads
  private let count: Int
  private let sourceVoltage: Double
  /// Per node: impedance of the cable that feeds it, its susceptance, and half of that of all cables at the node.
  private var resistance: [Double]
  private var reactance: [Double]
  private var cableShunt: [Double]
  private var shunt: [Double]

  private(set) var voltages: [Double]
  private(set) var currents: [Double]
  private(set) var losses: [Double]
  private(set) var collapsed: [Int] = []

  init(_ network: FeederNetwork, _ loads: FeederLoads, _ sourceVoltage: Double) {
    self.network = network
    self.loads = loads
    self.sourceVoltage = sourceVoltage
    count = network.nodes.count
    let unit = network.nominalVoltage * network.nominalVoltage
    func feeding(_ value: (FeederCable) -> Double) -> [Double] {
      network.feedingCable.map { $0 < 0 ? 0 : value(network.cables[$0]) }
    }
    resistance = feeding { $0.resistance / unit }
    reactance = feeding { $0.reactance / unit }
    cableShunt = feeding { $0.susceptance * unit / 2 }
    shunt = cableShunt
    for node in 1..<max(1, count) { shunt[network.feeding[node]] += cableShunt[node] }
    voltages = Self.unwritten(count * loads.steps)
    currents = Self.unwritten(network.cables.count * loads.steps)
    losses = [Double](repeating: 0, count: loads.steps)
  }

  /// Room for numbers of which every one is written: filling it with zeros first would take as long as a sweep.
  private static func unwritten(_ count: Int) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { $1 = count }
  }

  /// What one block works on: scratch per node, and where its loads and outcomes lie.
  private struct State {
    let real: UnsafeMutablePointer<Lanes>
    let imaginary: UnsafeMutablePointer<Lanes>
    let currentReal: UnsafeMutablePointer<Lanes>
    let currentImaginary: UnsafeMutablePointer<Lanes>
    let active: UnsafeMutablePointer<Lanes>
    let reactive: UnsafeMutablePointer<Lanes>
    let branches: UnsafePointer<Branch>
    let voltages: UnsafeMutablePointer<Double>
    let currents: UnsafeMutablePointer<Double>
  }

  /// A node with the cable that feeds it.
  private struct Branch {
    let parent: Int
    let resistance: Double
    let reactance: Double
    let shunt: Double
  }

  func run() {
    let branches = (0..<count).map { node in
      Branch(
        parent: max(0, network.feeding[node]), resistance: resistance[node], reactance: reactance[node],
        shunt: shunt[node])
    }
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: (2 + 2 + 2) * count) { memory in
      branches.withUnsafeBufferPointer { branches in
        voltages.withUnsafeMutableBufferPointer { voltages in
          currents.withUnsafeMutableBufferPointer { currents in
            guard let base = memory.baseAddress, let branches = branches.baseAddress,
              let voltages = voltages.baseAddress, let currents = currents.baseAddress
            else { return }
            let state = State(
              real: base, imaginary: base + count, currentReal: base + 2 * count,
              currentImaginary: base + (2 + 1) * count, active: base + (2 + 2) * count,
              reactive: base + (2 + 2 + 1) * count, branches: branches, voltages: voltages, currents: currents)
            for block in 0..<loads.blocks {
              loads.fill(block, state.active, state.reactive)
              solve(block, state)
            }
          }
        }
      }
    }
  }

  private func solve(_ block: Int, _ state: State) {
    for node in 0..<count {
      state.real[node] = Lanes(repeating: sourceVoltage)
      state.imaginary[node] = .zero
    }
    let limit = GridSettings.tolerance * GridSettings.tolerance
    var change = Lanes(repeating: .infinity)
    var sweeps = 0
    while !all(change .<= limit), sweeps < GridSettings.mostSweeps {
      backward(state)
      change = forward(state)
      sweeps += 1
    }
    store(block, state, change .<= limit)
  }

  /// Currents that the nodes take at their voltages, added up towards the source.
  @inline(__always)
  private func backward(_ state: State) {
    for node in 0..<count {
      state.currentReal[node] = .zero
      state.currentImaginary[node] = .zero
    }
    var node = count - 1
    while node > 0 {
      let branch = state.branches[node]
      let (real, imaginary) = (state.real[node], state.imaginary[node])
      let (p, q) = (state.active[node], state.reactive[node])
      let inverse: Lanes = 1 / (real * real + imaginary * imaginary)
      let along: Lanes = state.currentReal[node] + (p * real + q * imaginary) * inverse - imaginary * branch.shunt
      let across: Lanes = state.currentImaginary[node] + (p * imaginary - q * real) * inverse + real * branch.shunt
      state.currentReal[node] = along
      state.currentImaginary[node] = across
      state.currentReal[branch.parent] += along
      state.currentImaginary[branch.parent] += across
      node -= 1
    }
  }

  /// Voltages from the source outwards; the largest change squared.
  @inline(__always)
  private func forward(_ state: State) -> Lanes {
    var largest = Lanes.zero
    var node = 1
    while node < count {
      let branch = state.branches[node]
      let (along, across) = (state.currentReal[node], state.currentImaginary[node])
      let drop: Lanes = along * branch.resistance - across * branch.reactance
      let turn: Lanes = along * branch.reactance + across * branch.resistance
      let real: Lanes = state.real[branch.parent] - drop
      let imaginary: Lanes = state.imaginary[branch.parent] - turn
      let (dr, di) = (real - state.real[node], imaginary - state.imaginary[node])
      largest = .larger(largest, dr * dr + di * di)
      state.real[node] = real
      state.imaginary[node] = imaginary
      node += 1
    }
    return largest
  }

  private func store(_ block: Int, _ state: State, _ solved: SIMDMask<SIMD8<Int64>>) {
    let first = block * Lanes.scalarCount
    let lanes = min(Lanes.scalarCount, loads.steps - first)
    for lane in 0..<lanes where !solved[lane] { collapsed.append(first + lane) }
    let unit = GridSettings.amperesPerUnit / (network.nominalVoltage * GridSettings.phases.squareRoot())
    var lost = Lanes.zero
    for node in 0..<count {
      let (real, imaginary) = (state.real[node], state.imaginary[node])
      let size = (real * real + imaginary * imaginary).squareRoot()
      Self.put(size, state.voltages + (node * loads.steps + first), lanes)
      guard node > 0 else { continue }
      let (along, across) = (state.currentReal[node], state.currentImaginary[node])
      lost += (along * along + across * across) * resistance[node]
      let place = network.feedingCable[node] * loads.steps + first
      Self.put(endCurrent(node, state) * unit, state.currents + place, lanes)
    }
    for lane in 0..<lanes { losses[first + lane] = lost[lane] * GridSettings.kilowattsPerUnit }
  }

  @inline(__always)
  private static func put(_ values: Lanes, _ place: UnsafeMutablePointer<Double>, _ lanes: Int) {
    if lanes == Lanes.scalarCount {
      UnsafeMutableRawPointer(place).storeBytes(of: values, as: Lanes.self)
    } else {
      for lane in 0..<lanes { place[lane] = values[lane] }
    }
  }

  /// The larger current of both ends of the cable that feeds a node: half its charging current flows at each.
  @inline(__always)
  private func endCurrent(_ node: Int, _ state: State) -> Lanes {
    func squared(_ end: Int, _ half: Double) -> Lanes {
      let along: Lanes = state.currentReal[node] - state.imaginary[end] * half
      let across: Lanes = state.currentImaginary[node] + state.real[end] * half
      return along * along + across * across
    }
    let here = squared(node, -cableShunt[node])
    return Lanes.larger(here, squared(network.feeding[node], cableShunt[node])).squareRoot()
  }
}
