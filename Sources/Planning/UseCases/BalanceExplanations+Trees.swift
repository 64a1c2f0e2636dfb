import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

extension BalanceExplanations {
  /// - Parameters:
  ///   - response: the balance that is explained.
  ///   - inputs: what it was worked out from.
  init(of response: RunBalance.Response, _ inputs: BalanceInputs) {
    let flows = response.largestFlows.prefix(Self.flowsShown).map {
      BalanceFigure.spill(demand: $0.demand, land: $0.land, withSoft: false)
    }
    self.init(of: response, inputs) {
      $0.trees
    } elsewhere: { trees, known in
      trees.balanceTrees(of: flows.filter { !known.contains($0.path) })
    }
  }

  /// Of each market, scenario and horizon the trees that are chosen; larger regions get the sums of those.
  /// - Parameter elsewhere: trees of figures that no market has here, by the paths that there are: those of other years and
  ///   scenarios, beside which a table prints a zero.
  init(
    of response: RunBalance.Response, _ inputs: BalanceInputs,
    choosing trees: (MarketTrees) -> [NamedTree],
    elsewhere: (MarketTrees, _ known: Set<String>) -> [NamedTree] = { _, _ in [] }
  ) {
    let markets = Set(inputs.scope.markets)
    var byPath: [String: Explanation] = [:]
    for item in response.request.cases {
      let all = inputs.scope.markets.compactMap { MarketTrees($0, item, response, inputs) }
      var paths: [String] = []
      func keep(_ found: [NamedTree], _ market: MarketTrees) {
        byPath.merge(found.map { (market.place + $0.path, $0.tree) }) { first, _ in first }
        paths = (paths + found.map(\.path)).unique()
      }
      for market in all { keep(trees(market), market) }
      let known = Set(paths)
      for market in all { keep(elsewhere(market, known), market) }
      for region in inputs.scope.regions where !markets.contains(region) {
        let sums = Self.sums(of: region, inputs.scope.markets(in: region), item, paths, byPath)
        byPath.merge(sums) { first, _ in first }
      }
    }
    self.byPath = byPath
  }

  /// The figures of a larger region: the sums of its markets' figures.
  private static func sums(
    of region: RegionCode, _ markets: [RegionCode], _ item: BalanceCase, _ paths: [String],
    _ known: [String: Explanation]
  ) -> [(String, Explanation)] {
    paths.compactMap { figure in
      let found = markets.compactMap { market in
        let path = MarketTrees.place(market, item) + figure
        return known[path].map { (market: market, path: path, tree: $0) }
      }
      guard let first = found.first?.tree else { return nil }
      let sum = Explanation(
        first.label + .name(of: region), .sum, notation: "Σ marktregio's", unit: first.unit,
        parts: found.map { $0.tree.named(after: $0.market).reference(to: $0.path) })
      return (MarketTrees.place(region, item) + figure, sum)
    }
  }
}

/// A figure by its path after the horizon.
typealias NamedTree = (path: String, tree: Explanation)

/// The trees of the figures of one market in one scenario and horizon.
struct MarketTrees {
  let market: Balance
  let demand: RegionDemand
  let outcome: RegionBalance
  let model: DemandModel
  let rounding: Rounding
  let place: String
  /// Classes that are asked for or fall short in any scenario and horizon: a table has a row for each.
  private let classesShown: [SpaceClass]
  /// Whether a report tells the steps of expansion here: at the one horizon of the waterfall.
  private let tellsEffects: Bool
  /// Whether a report tells what each withdrawal brings back here: in the first scenario and the last year.
  private let tellsWithdrawals: Bool

  /// Nil for a market that has no such balance.
  init?(_ region: RegionCode, _ item: BalanceCase, _ response: RunBalance.Response, _ inputs: BalanceInputs) {
    guard let market = inputs.markets[region],
      let demand = response.demand(of: region, scenario: item.scenario, horizon: item.horizon),
      let outcome = response.balance(of: region, scenario: item.scenario, horizon: item.horizon)
    else { return nil }
    self.market = market
    self.demand = demand
    self.outcome = outcome
    model = inputs.model
    rounding = response.request.rounding
    place = Self.place(region, item)
    tellsEffects =
      item.horizon == response.request.ladderHorizon(from: response.register.referenceDate.year)
    tellsWithdrawals =
      item.scenario == response.request.scenarios.first && item.horizon == response.request.horizons.last
    let all = response.request.cases.compactMap {
      response.balance(of: region, scenario: $0.scenario, horizon: $0.horizon)?.hard.classes
    }
    classesShown = SpaceClass.all.filter { space in
      all.contains { $0.contains { $0.spaceClass == space && ($0.shortage > .zero || $0.demand > .zero) } }
    }
  }

  static func place(_ region: RegionCode, _ item: BalanceCase) -> String {
    "\(region)/\(item.scenario)/\(item.horizon)/"
  }

  /// By their paths after the horizon.
  var trees: [NamedTree] {
    let total = self.total
    return [(DemandFigure.total.path, total)] + balanceTrees(total, Self.figures + figuresOfClasses) + demandTrees
  }

  /// The balance with what it follows from: all that a page has room for of a world beside its own.
  var outline: [NamedTree] {
    let total = model.explanation(of: demand, foldedTo: BalanceExplanations.partsShownOfMany)
    return [(DemandFigure.total.path, total)]
      + balanceTrees(total, [.balance(withSoft: false), .usable(withSoft: false)])
  }

  /// Of figures of classes of land.
  func balanceTrees(of figures: [BalanceFigure]) -> [NamedTree] {
    figures.isEmpty ? [] : balanceTrees(total, figures)
  }

  private var total: Explanation { model.explanation(of: demand, foldedTo: BalanceExplanations.partsShown) }

  private func balanceTrees(_ total: Explanation, _ figures: [BalanceFigure]) -> [NamedTree] {
    let explained = ExplainedDemand(
      total: total.reference(to: place + DemandFigure.total.path), byClass: demand.byClass,
      ofClass: { space in
        Explanation(
          LocalizedText(nl: "vraag naar \(space.label.nl)", en: "demand for \(space.label.en)"),
          value: demand.byClass[space.index], unit: .netHectare,
          basis: .figure(path: place + DemandFigure.spaceClass(space).path))
      }, path: { place + $0.path })
    let found = zip(
      figures, market.explanations(of: figures, demand: explained, horizon: demand.horizon, rounding: rounding)
    ).compactMap { figure, tree in tree.map { (path: place + figure.path, explanation: $0) } }
    let ofClasses = Set(figuresOfClasses.map { place + $0.path })
    return found.map { figure in
      let shown =
        ofClasses.contains(figure.path) ? BalanceExplanations.partsShownOfMany : BalanceExplanations.partsShown
      return (
        String(figure.path.dropFirst(place.count)),
        figure.explanation.referring(to: found).leadingToUptake().folded(to: shown)
      )
    }
  }

  private static let figures: [BalanceFigure] =
    FigureTopic.allCases.compactMap(\.balanceFigure).filter { $0 != .mismatch(withSoft: true) }
    + SupplyKind.allCases.map(BalanceFigure.supply)

  /// Shortages of the classes that are asked for, also where they are nothing, and flows to stricter land that there are.
  private var figuresOfClasses: [BalanceFigure] {
    classesShown.map { .ofClass($0, .shortage, withSoft: false) }
      + outcome.hard.spills.map { .spill(demand: $0.demand, land: $0.land, withSoft: false) }
  }

  /// Parts of the demand as the sums of their lines.
  private var demandTrees: [NamedTree] {
    let sums: [DemandFigure] =
      [.expansion, .replacement, .additional, .grossTotal] + model.sectorGroups.map(DemandFigure.sectorGroup)
    let parts = sums.compactMap { figure in
      model.summary(of: figure, in: demand, foldedTo: BalanceExplanations.partsShown, path: path).map {
        (path: figure.path, tree: $0)
      }
    }
    let jobs = [true, false].map { atStart in
      (
        path: DemandFigure.jobs(sector: nil, atStart: atStart).path,
        tree: model.jobsSummary(
          in: demand, atStart: atStart, foldedTo: BalanceExplanations.partsShown, path: path)
      )
    }
    return parts + addOnTrees + (tellsWithdrawals ? replacementTrees : []) + jobs + (tellsEffects ? effectTrees : [])
  }

  private var effectTrees: [NamedTree] {
    let effects = DemandEffect.allCases.map { effect in
      let tree = model.summary(
        of: effect, in: demand, foldedTo: BalanceExplanations.partsShownOfMany, path: path)
      return (path: DemandFigure.effect(effect).path, tree: tree)
    }
    let levels = ([nil] + DemandEffect.allCases).map { effect in
      (path: DemandFigure.level(after: effect).path, tree: model.levelSummary(after: effect, in: demand, path: path))
    }
    return effects + levels
  }

  private var addOnTrees: [NamedTree] {
    trees { if case .addOn(let id) = $0 { .addOn(id: id) } else { nil } }
  }

  private var replacementTrees: [NamedTree] {
    trees { if case .replacement(let id) = $0 { .replacementOf(withdrawal: id) } else { nil } }
  }

  /// Of lines of the demand that are a figure by themselves.
  private func trees(_ figure: (DemandLine.Component) -> DemandFigure?) -> [NamedTree] {
    demand.lines.compactMap { line in
      guard let figure = figure(line.component) else { return nil }
      return model.explanation(of: figure, in: demand.region, scenario: demand.scenario, horizon: demand.horizon).map {
        (figure.path, $0.folded(to: BalanceExplanations.partsShown))
      }
    }
  }

  private func path(_ figure: DemandFigure) -> String { place + figure.path }
}
