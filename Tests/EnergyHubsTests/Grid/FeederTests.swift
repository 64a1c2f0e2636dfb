import EnergyHubs
import Foundation
import Testing

@Suite struct FeederTests {
  private static func cable(
    _ from: String, _ to: String, r: Double = 0.2, x: Double = 0.1, b: Double = 0, rated: Double = 200
  ) -> FeederCable {
    FeederCable(from: from, to: to, resistance: r, reactance: x, susceptance: b, ratedCurrent: rated)
  }

  /// One cable of 1 Ω, 10 kV, load P: with u the voltage at its end, u² − u + p r = 0 in units of 10 kV and 1 MVA.
  @Test func oneCableHasAClosedForm() throws {
    let network = try FeederNetwork(
      source: "s", cables: [Self.cable("s", "a", r: 1, x: 0, rated: 50)], nominalVoltage: 10)
    let powers = [0.0, 500, 1000, 2000, -1000, 300, 0, 0, 100]
    let flow = try FeederFlow(network, loads: ["a": FeederLoad(active: powers)])
    for (step, power) in powers.enumerated() {
      let voltage = (1 + sqrt(1 - 4 * power / 1000 * 0.01)) / 2
      let current = power / 1000 / voltage
      #expect(abs(flow.voltage(node: 1, step: step) - voltage) < 1e-10)
      #expect(abs(flow.current(cable: 0, step: step) - abs(current) * 1000 / (10 * sqrt(3))) < 1e-6)
      #expect(abs(flow.losses[step] - current * current * 0.01 * 1000) < 1e-6)
      #expect(flow.voltage(node: 0, step: step) == 1)
    }
    #expect(flow.overloads.map(\.cable) == [0])
    #expect(flow.overloads[0].step == 3 && flow.overloads[0].steps == 3)
    let range = try #require(flow.voltageRange(node: 1))
    #expect(range.lowest.step == 3 && range.highest.step == 4)
  }

  @Test func agreesWithNewton() throws {
    for seed in 0..<20 {
      var numbers = SeededDraws(seed: seed)
      func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &numbers) }
      let cables = (1..<12).map { node in
        Self.cable(
          "\(Int.random(in: max(0, node - 3)..<node, using: &numbers))", "\(node)", r: draw(0.05...0.4),
          x: draw(0.02...0.2), b: draw(0...5e-5))
      }
      let network = try FeederNetwork(source: "0", cables: cables.shuffled(using: &numbers), nominalVoltage: 10.5)
      let loads = (1..<12).map { _ in (p: draw(-300...600), q: draw(-50...150)) }
      let named = Dictionary(
        uniqueKeysWithValues: loads.enumerated().map {
          ("\($0.offset + 1)", FeederLoad(active: [$0.element.p], reactive: [$0.element.q]))
        })
      let flow = try FeederFlow(network, loads: named, sourceVoltage: 1.02)
      let newton = NewtonFlow(cables: cables, loads: loads, nominalVoltage: 10.5, sourceVoltage: 1.02)
      for (place, name) in network.nodes.enumerated() {
        let expected = newton.voltages[Int(name) ?? 0]
        #expect(abs(flow.voltage(node: place, step: 0) - expected.length) < 1e-8, "seed \(seed) node \(name)")
      }
      #expect(abs(flow.losses[0] - newton.losses) < 1e-6 * max(1, newton.losses), "seed \(seed)")
    }
  }

  @Test func everyFaultOfANetworkIsNamedAtOnce() {
    let cables = [
      Self.cable("s", "a"), Self.cable("a", "b", r: 0, x: 0), Self.cable("b", "s"), Self.cable("p", "q"),
      Self.cable("b", "c", r: -1), Self.cable("c", "d", rated: 0),
    ]
    let error = #expect(throws: FeederFaults.self) {
      try FeederNetwork(source: "s", cables: cables, nominalVoltage: 0)
    }
    let faults = error?.faults ?? []
    #expect(
      faults == [
        .voltage(0), .noImpedance("a", "b"), .numbers("b", "c"), .noRating("c", "d"), .loop("a", "b"),
        .unreachable("p"), .unreachable("q"),
      ])
    #expect(throws: FeederFaults([.unknownSource("z")])) {
      try FeederNetwork(source: "z", cables: [Self.cable("s", "a")], nominalVoltage: 10)
    }
  }

  @Test func everyFaultOfLoadsIsNamedAtOnce() throws {
    let network = try FeederNetwork(source: "s", cables: [Self.cable("s", "a")], nominalVoltage: 10)
    let loads = ["a": FeederLoad(active: [1, .nan]), "z": FeederLoad(active: [1])]
    #expect(throws: FeederFaults([.notFinite(node: "a"), .unknownNode("z"), .length(node: "z", found: 1, needed: 2)])) {
      try FeederFlow(network, loads: loads)
    }
  }

  /// A quarter of u²/r is the most a line can carry: 25 MW here.
  @Test func moreThanTheFeederCarriesIsNoAnswer() throws {
    let network = try FeederNetwork(source: "s", cables: [Self.cable("s", "a", r: 1, x: 0)], nominalVoltage: 10)
    #expect(throws: FeederFaults([.collapse(step: 1)])) {
      try FeederFlow(network, loads: ["a": FeederLoad(active: [100, 26_000, 100])])
    }
  }
}
