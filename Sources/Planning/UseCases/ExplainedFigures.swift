import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// The figures of one region, scenario and horizon with the way to them; a larger region is the sum of its markets.
struct ExplainedFigures {
  private let inputs: BalanceInputs
  private let path: FigurePath
  private let markets: [RegionCode]
  private let rounding: Rounding
  private let topicsBeside: [String]

  /// - Parameter topics: first steps of what others explain of the same region, scenario and horizon.
  init(_ inputs: BalanceInputs, path: FigurePath, rounding: Rounding, beside topics: [String]) {
    self.inputs = inputs
    self.path = path
    self.rounding = rounding
    topicsBeside = topics
    markets = inputs.scope.markets(in: path.region)
  }

  /// - Parameter steps: the path after the horizon.
  func explanation(of steps: [String]) throws(PlanningError) -> Explanation {
    let found = ExplainedFigure(steps).map { figure in
      markets.compactMap { market in explanation(of: figure, in: market).map { (market, $0) } }
    }
    guard let found, let (_, first) = found.first else { throw refusal(of: steps) }
    guard markets.count > 1 else { return first.leadingToUptake() }
    return Explanation(
      first.label + .name(of: path.region), .sum, notation: "Σ marktregio's", unit: first.unit,
      parts: found.map { market, part in
        let named = part.named(after: market)
        return writesMarketsOut ? named.leadingToUptake() : named.reference(to: place(of: market, steps))
      })
  }

  /// A province tells what its markets do; of more than a province each market stands under its own path, for a tree of the
  /// country would have a million lines.
  private var writesMarketsOut: Bool { ![.country, .grouping].contains(path.region.level) }

  private func place(of market: RegionCode, _ steps: [String]) -> String {
    ([market.text, path.scenario, String(path.horizon)] + steps).joined(separator: "/")
  }

  /// What may follow on the path after the horizon.
  func next(after steps: [String]) throws(PlanningError) -> [String] {
    if let possible = possible(after: steps) { return possible }
    throw refusal(of: steps)
  }

  private func explanation(of figure: ExplainedFigure, in market: RegionCode) -> Explanation? {
    switch figure {
    case .demand(let figure): demand(figure, market)
    case .balance(let figure):
      inputs.markets[market]?.explanation(
        of: figure, demand: explainedDemand(market), horizon: path.horizon, rounding: rounding)
    }
  }

  private func demand(_ figure: DemandFigure, _ market: RegionCode) -> Explanation? {
    inputs.model.explanation(of: figure, in: market, scenario: path.scenario, horizon: path.horizon)
  }

  /// The demand of a class is told under its own path: a shortage rests on that of many classes, each a tree of thousands of lines.
  private func explainedDemand(_ market: RegionCode) -> ExplainedDemand {
    ExplainedDemand(
      total: demand(.total, market)!,
      byClass: inputs.model.demand(of: market, scenario: path.scenario, horizon: path.horizon).byClass,
      ofClass: {
        demand(.spaceClass($0), market)!.reference(to: place(of: market, [DemandFigure.spaceClass($0).path]))
      },
      path: { place(of: market, [$0.path]) })
  }

  /// Names the first step that does not exist and what is possible there.
  private func refusal(of steps: [String]) -> PlanningError {
    let known = steps.indices.first { !(possible(after: Array(steps[..<$0]))?.contains(steps[$0]) ?? false) }
    let place = known ?? steps.endIndex
    let before = Array(steps[..<place])
    return .noStep(
      place < steps.endIndex ? steps[place] : "", after: path.told(before),
      possible: possible(after: before) ?? [])
  }
}

extension ExplainedFigures {
  /// The steps that exist after others; nil when those do not exist.
  private func possible(after steps: [String]) -> [String]? {
    guard let first = steps.first else { return topics }
    let rest = Array(steps.dropFirst())
    switch FigureTopic(rawValue: first) {
    case .demand: return demandSteps(after: rest)
    case .jobs, .jobsAtStart: return rest.isEmpty ? sectors : sectors.contains(rest[0]) && rest.count == 1 ? [] : nil
    case .supply: return supplySteps(after: rest)
    case .spaceClass, .spaceClassWithSoft: return classSteps(after: rest)
    case .mismatch, .mismatchWithSoft: return spillSteps(after: rest)
    case .step: return stepSteps(after: rest, withSoft: false)
    case .stepWithSoft: return stepSteps(after: rest, withSoft: true)
    case .some: return rest.isEmpty ? [] : nil
    case nil:
      return EstimatorFigure.steps(after: steps) ?? ForecastFigure.steps(after: steps)
        ?? SpreadFigure.steps(after: steps)
    }
  }

  /// Steps of an assignment are those of one market.
  private var topics: [String] {
    FigureTopic.allCases.filter { markets.count == 1 || ![.step, .stepWithSoft].contains($0) }.map(\.rawValue)
      + EstimatorFigure.topics + ForecastTopic.allCases.map(\.rawValue) + topicsBeside
  }

  private func classSteps(after steps: [String]) -> [String]? {
    let codes = SpaceClass.all.map(\.code)
    guard let code = steps.first else { return codes }
    let figures = ClassFigure.allCases.map(\.rawValue)
    guard codes.contains(code) else { return nil }
    return steps.count == 1 ? figures : figures.contains(steps[1]) && steps.count == 2 ? [] : nil
  }

  /// A class that asks for land, then stricter land that fits it.
  private func spillSteps(after steps: [String]) -> [String]? {
    func stricter(_ demand: SpaceClass) -> [String] {
      SpaceClass.all.filter { $0 != demand && $0.serves(demand) }.map(\.code)
    }
    guard let code = steps.first else { return SpaceClass.all.filter { !stricter($0).isEmpty }.map(\.code) }
    guard let lands = SpaceClass(code: code).map(stricter), !lands.isEmpty else { return nil }
    return steps.count == 1 ? lands : lands.contains(steps[1]) && steps.count == 2 ? [] : nil
  }

  private func stepSteps(after steps: [String], withSoft: Bool) -> [String]? {
    guard markets.count == 1, let market = markets.first, let balance = inputs.markets[market] else { return nil }
    let count = balance.stepCount(demand: explainedDemand(market), horizon: path.horizon, withSoft: withSoft)
    let numbers = count > 0 ? (1...count).map(String.init) : []
    return steps.isEmpty ? numbers : steps.count == 1 && numbers.contains(steps[0]) ? [] : nil
  }

  private func demandSteps(after steps: [String]) -> [String]? {
    guard let first = steps.first else { return DemandTopic.allCases.map(\.rawValue) }
    let last = steps.dropFirst().joined(separator: "/")
    guard let listed = demandSteps(of: DemandTopic(rawValue: first)) else { return nil }
    if last.isEmpty { return listed }
    switch DemandTopic(rawValue: first) {
    case .expansion: return sectorSteps(after: Array(steps.dropFirst()))
    case .effect: return listed.contains(steps[1]) ? sectorSteps(after: Array(steps.dropFirst(2))) : nil
    default: return listed.contains(last) ? [] : nil
    }
  }

  /// A sector, then a location type.
  private func sectorSteps(after steps: [String]) -> [String]? {
    guard let sector = steps.first else { return sectors }
    guard steps.count <= 2, sectors.contains(sector) else { return nil }
    let types = LocationType.workLocations.map(\.rawValue)
    return steps.count == 1 ? types : types.contains(steps[1]) ? [] : nil
  }

  private func demandSteps(of topic: DemandTopic?) -> [String]? {
    switch topic {
    case .gross: []
    case .expansion: sectors
    case .replacement: identifiers { if case .replacementOf(let id) = $0 { id } else { nil } }
    case .additional: identifiers { if case .addOn(let id) = $0 { id } else { nil } }
    case .effect: DemandEffect.allCases.map(\.rawValue)
    case .level: [DemandFigure.startStep] + DemandEffect.allCases.map(\.rawValue)
    case .sectorGroup: inputs.model.sectorGroups
    case .spaceClass: SpaceClass.all.map(\.code)
    case nil: nil
    }
  }

  private func supplySteps(after steps: [String]) -> [String]? {
    guard let first = steps.first else { return SupplyKind.allCases.map(\.rawValue) }
    guard SupplyKind(rawValue: first) != nil else { return nil }
    let record = steps.dropFirst().joined(separator: "/")
    let known = records(first)
    return record.isEmpty ? known : known.contains(record) ? [] : nil
  }

  private func records(_ kind: String) -> [String] {
    guard let kind = SupplyKind(rawValue: kind) else { return [] }
    return markets.flatMap { inputs.markets[$0]?.records(of: kind, through: path.horizon) ?? [] }
  }

  private var sectors: [String] {
    identifiers { if case .expansionOf(let sector, _) = $0 { sector } else { nil } }
  }

  /// What the demand lines of the markets are called, each once.
  private func identifiers(_ identifier: (DemandFigure) -> String?) -> [String] {
    markets.flatMap { inputs.model.figures(in: $0, scenario: path.scenario, horizon: path.horizon) }
      .compactMap(identifier).unique()
  }
}

extension Explanation {
  /// The same figure with the code of its region behind its label.
  func named(after region: RegionCode) -> Explanation {
    Explanation(label + .name(of: region), value: value, unit: unit, basis: basis)
  }
}

extension LocalizedText {
  static func name(of region: RegionCode) -> LocalizedText { LocalizedText(both: ", " + region.text) }
}
