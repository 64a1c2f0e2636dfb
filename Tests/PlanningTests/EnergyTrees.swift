import EnergyHubs
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing

/// The trees of a study against what a command prints: each gives its figure again from its leaves, through the references.
struct EnergyTrees {
  var park: EnergyCase
  var request = Self.request
  var prices: PriceYear?

  static let request = ExplainEnergyFigure.Request(
    figure: "", frontier: .init(power: 20, capacity: 40, limit: 55, points: 6), size: .init(),
    dispatch: .init(batteryEnergy: 40, batteryPower: 15, roofs: ["zuid": 30], contract: 80), group: .init())

  /// Two firms, prices that differ by hour, panels and a battery that pay.
  static func park(
    flexibility: HubFlexibility = .none, thresholds: HubThresholds = .none, contractMost: Double = 150,
    third: Bool = false, heat: [Double] = [], carbon: CarbonFactors? = nil
  ) throws -> EnergyCase {
    let year = EnergyTests.year
    func hour(_ step: Int) -> Int { step % 24 }
    let day = (0..<year.count).map { Float(hour($0) >= 8 && hour($0) < 18 ? 40 + $0 % 7 : 6) }
    let night = (0..<year.count).map { Float(hour($0) < 6 ? 25 : 10 + $0 % 5) }
    let sun = (0..<year.count).map { hour($0) >= 10 && hour($0) < 16 ? 0.7 : 0 }
    let price = (0..<year.count).map { 0.05 + 0.01 * Double(hour($0) % 12) }
    let extra = [
      EnergyConnection(
        id: "c", name: "Drukker", offtake: .init(contracted: Kilowatts(30)), roof: "zuid", roofMost: Kilowatts(20),
        profile: try #require(
          Profile(year, kilowatts: day.map { $0 / 2 }, origin: .measured(filled: 0))))
    ]
    return EnergyCase(
      name: "polder", isSynthetic: true, year: year,
      connections: [
        EnergyConnection(
          id: "a", name: "Bakker", offtake: .init(contracted: Kilowatts(90)),
          profile: try #require(Profile(year, kilowatts: day, origin: .measured(filled: 0)))),
        EnergyConnection(
          id: "b", name: "Koelhuis", offtake: .init(contracted: Kilowatts(60)),
          profile: try #require(Profile(year, kilowatts: night, origin: .derived))),
      ] + (third ? extra : []), importPrice: price, exportPrice: price.map { $0 - 0.03 },
      roofs: [EnergyRoof(name: "zuid", factor: sun, most: Kilowatts(50), price: 45)], heat: heat,
      limits: EnergyLimits(contractMost: contractMost, export: 60, batteryEnergyMost: 60, batteryPowerMost: 30),
      coefficients: EnergyCoefficients(
        contractPrice: 40, peakPrice: 2, batteryEnergyPrice: 12, batteryPowerPrice: 3, chargeEfficiency: 0.95,
        dischargeEfficiency: 0.94, hourlyLoss: 0.001, wear: 0.01,
        underuse: UnderuseRule(usedShare: 0.5, unused: Kilowatts(30)), topHours: 20),
      flexibility: flexibility, thresholds: thresholds, carbon: carbon)
  }

  static var library: PlanningLibrary {
    let months = Dictionary(
      uniqueKeysWithValues: (1...12).map { ($0 < 10 ? "0\($0)" : "\($0)", $0 < 4 ? 0.3 : 0.1 / 9) })
    return Polder.library(
      ParameterSet([
        Polder.parameter("energy-scan/group-reserve", .share, ["": 0.1]),
        Polder.parameter("energy-group/duration-share", .share, ["": 0.85]),
        Polder.parameter("energy-grid/power-factor", .factor, ["": 0.95]),
        Polder.parameter("energy-grid/voltage-deviation", .share, ["": 0.1]),
        Polder.parameter("energy-group/heating-month", .share, months),
        Polder.parameter("energy-group/heating-share", .share, ["": 0.2]),
        Polder.parameter("energy-scan/degree-days", .factor, ["2010": 1.2, "2014": 0.8]),
      ]))
  }

  private var files: ExplainEnergyFigure.Files { .init(feeder: { .example(of: park) }, prices: { prices }) }

  func response(_ path: String) throws -> ExplainEnergyFigure.Response {
    var request = request
    request.figure = path
    return try ExplainEnergyFigure()(request, park, library: Self.library, files: files)
  }

  func callAsFunction(_ topic: String) throws -> [String: Explanation] {
    var request = request
    request.figure = topic
    let found = try ExplainEnergyFigure().trees(of: request, park, library: Self.library, files: files)
    let byPath = Dictionary(found.map { ($0.path, $0.explanation) }, uniquingKeysWith: { first, _ in first })
    #expect(byPath.count == found.count && found.count > 10)
    return byPath
  }

  /// Every tree gives its value again from its leaves; asked alone it is the same tree.
  /// - Parameter known: trees of other topics that these refer to.
  func check(_ topic: String, and known: [String: Explanation] = [:]) throws -> [String: Explanation] {
    let trees = try self(topic)
    let all = trees.merging(known) { first, _ in first }
    for (path, tree) in trees {
      let value = try evaluated(tree, all)
      #expect(isClose(value, tree.value), "\(path): \(tree.value) is not \(value)")
    }
    for path in trees.keys.sorted().prefix(3) {
      let response = try response(path)
      #expect(response.explanation == trees[path])
      var again = self
      again.request = response.request
      #expect(try again.response(path).explanation == response.explanation)
    }
    return trees
  }

  /// From the leaves, through the references to other figures.
  func evaluated(_ explanation: Explanation, _ trees: [String: Explanation]) throws -> Double {
    switch explanation.basis {
    case .formula(let operation, _, let parts):
      return operation.apply(try parts.map { try evaluated($0, trees) })
    case .figure(let path): return try evaluated(try #require(trees[path], "\(path)"), trees)
    default: return explanation.value
    }
  }

  func isClose(_ one: Double, _ other: Double, scale: Double = 1) -> Bool {
    abs(one - other) <= 1e-9 * max(scale, 1, abs(one), abs(other))
  }

  /// The largest term of the sums and differences that end in the figure: what its rounding is measured against.
  func scale(_ tree: Explanation) -> Double {
    guard case .formula(let operation, _, let parts) = tree.basis, ![.product, .quotient].contains(operation) else {
      return abs(tree.value)
    }
    return parts.map(scale).max() ?? 0
  }

  /// What a command prints, against the trees of its topic.
  func compare(_ printed: [String: Double?], topic: String) throws {
    try compare(printed, topic, self(topic))
  }

  func compare(_ printed: [String: Double?], _ topic: String, _ trees: [String: Explanation]) throws {
    for (path, value) in printed {
      let tree = try #require(trees["\(topic)/\(path)"], "\(path)")
      let value = try #require(value)
      #expect(isClose(tree.value, value, scale: scale(tree)), "\(path): \(tree.value) is not \(value)")
    }
  }
}
