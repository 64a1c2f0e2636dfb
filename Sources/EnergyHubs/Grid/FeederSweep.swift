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
    voltages = [Double](repeating: 0, count: count * loads.steps)
    currents = [Double](repeating: 0, count: network.cables.count * loads.steps)
    losses = [Double](repeating: 0, count: loads.steps)
  }

  /// Real and imaginary parts of voltage and current per node: scratch of one block.
  private struct State {
    let real: UnsafeMutablePointer<Lanes>
    let imaginary: UnsafeMutablePointer<Lanes>
    let currentReal: UnsafeMutablePointer<Lanes>
    let currentImaginary: UnsafeMutablePointer<Lanes>
  }

  func run() {
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: (2 + 2) * count) { memory in
      guard let base = memory.baseAddress else { return }
      let state = State(
        real: base, imaginary: base + count, currentReal: base + 2 * count,
        currentImaginary: base + (2 + 1) * count)
      for block in 0..<loads.blocks { solve(block, state) }
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
      inject(block, state)
      change = sweep(state)
      sweeps += 1
    }
    inject(block, state)
    _ = sweep(state)
    store(block, state, change .<= limit)
  }

  /// Currents that the nodes take at their voltages.
  @inline(__always)
  private func inject(_ block: Int, _ state: State) {
    let first = block * count
    loads.active.withUnsafeBufferPointer { active in
      loads.reactive.withUnsafeBufferPointer { reactive in
        shunt.withUnsafeBufferPointer { shunt in
          for node in 0..<count {
            let (real, imaginary) = (state.real[node], state.imaginary[node])
            let (p, q) = (active[first + node], reactive[first + node])
            let inverse: Lanes = 1 / (real * real + imaginary * imaginary)
            let along: Lanes = (p * real + q * imaginary) * inverse
            let across: Lanes = (p * imaginary - q * real) * inverse
            state.currentReal[node] = along - imaginary * shunt[node]
            state.currentImaginary[node] = across + real * shunt[node]
          }
        }
      }
    }
  }

  /// Adds up the currents, then follows the voltages; the largest change squared.
  @inline(__always)
  private func sweep(_ state: State) -> Lanes {
    var largest = Lanes.zero
    network.feeding.withUnsafeBufferPointer { feeding in
      for node in stride(from: count - 1, to: 0, by: -1) {
        state.currentReal[feeding[node]] += state.currentReal[node]
        state.currentImaginary[feeding[node]] += state.currentImaginary[node]
      }
      resistance.withUnsafeBufferPointer { resistance in
        reactance.withUnsafeBufferPointer { reactance in
          for node in 1..<max(1, count) {
            let (r, x) = (resistance[node], reactance[node])
            let (along, across) = (state.currentReal[node], state.currentImaginary[node])
            let real: Lanes = state.real[feeding[node]] - (along * r - across * x)
            let imaginary: Lanes = state.imaginary[feeding[node]] - (along * x + across * r)
            let (dr, di) = (real - state.real[node], imaginary - state.imaginary[node])
            largest = pointwiseMax(largest, dr * dr + di * di)
            state.real[node] = real
            state.imaginary[node] = imaginary
          }
        }
      }
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
      put((real * real + imaginary * imaginary).squareRoot(), &voltages, node * loads.steps + first, lanes)
      guard node > 0 else { continue }
      let (along, across) = (state.currentReal[node], state.currentImaginary[node])
      lost += (along * along + across * across) * resistance[node]
      let place = network.feedingCable[node] * loads.steps + first
      put(endCurrent(node, state) * unit, &currents, place, lanes)
    }
    put(lost * GridSettings.kilowattsPerUnit, &losses, first, lanes)
  }

  @inline(__always)
  private func put(_ values: Lanes, _ series: inout [Double], _ first: Int, _ lanes: Int) {
    for lane in 0..<lanes { series[first + lane] = values[lane] }
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
    return pointwiseMax(here, squared(network.feeding[node], cableShunt[node])).squareRoot()
  }
}
