import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// A run of the balance as the parts of its figure: demand minus usable land, market by market — *opbouw van een berekening*.
struct RunOutline {
  private let side: CompareRuns.Side
  private let inputs: BalanceInputs
  private let run: BalanceRun

  init(_ side: CompareRuns.Side, in world: PlanningWorld) throws(PlanningError) {
    self.side = side
    let situation = StartingSituation(world.register, region: side.region)
    let world = try side.request.worlds(situation, world.library)[side.scenario] ?? world
    let part = side.request.part([side.scenario])
    inputs = try BalanceInputs(part, from: situation.updated(to: world.register), library: world.library)
    run = BalanceRun(part, inputs)
  }

  func outline<Figure: Derivation>(_ source: OutlineSource<Figure>) -> ForecastOutline<Figure> {
    let markets = inputs.scope.markets
    let lines = markets.flatMap { market in
      inputs.model.outline(of: market, scenario: side.scenario, horizon: side.horizon)
        + amounts(run.demands.first { $0.region == market }, source)
    }
    let supply = markets.compactMap { market in
      run.balances.first { $0.region == market }.map { (market.text, self.supply($0, source)) }
    }
    return ForecastOutline(
      lines: lines, supply: Dictionary(uniqueKeysWithValues: supply), named: source.named)
  }

  /// Replacement by withdrawal and add-ons, one line each.
  private func amounts<Figure: Derivation>(_ demand: RegionDemand?, _ source: OutlineSource<Figure>)
    -> [ForecastOutline<Figure>.Line]
  {
    guard let demand else { return [] }
    let byFigure = Dictionary(grouping: demand.lines.filter { $0.amount != nil }) { $0.amount!.figure }
    return demand.lines.compactMap(\.amount).unique(by: \.figure).map { part in
      let net = byFigure[part.figure]!.map(\.net).total()
      let amount = source.figure(net.value, demand.region, part.figure.path, part.item.label)
      return .init(area: demand.region.text, name: part.name, items: [part.item: amount])
    }
  }

  private func supply<Figure: Derivation>(_ balance: RegionBalance, _ source: OutlineSource<Figure>)
    -> ForecastOutline<Figure>.Supply
  {
    func figure(_ figure: BalanceFigure, _ amount: NetHectares, nl: String, en: String) -> Figure {
      source.figure(amount.value, balance.region, figure.path, LocalizedText(nl: nl, en: en))
    }
    let reserve = Figure.sum(
      .netHectare, nl: "reserve", en: "reserve",
      [
        figure(.frictionalReserve, balance.frictionalReserve, nl: "frictie", en: "frictional reserve"),
        figure(.ironStock, balance.ironStock, nl: "ijzeren voorraad", en: "iron stock"),
      ])
    var supply: ForecastOutline<Figure>.Supply = [
      .hard: figure(.hardSupply, balance.hardSupply, nl: "hard aanbod", en: "hard supply"), .hardCounted: .one,
      .reserve: reserve,
    ]
    guard balance.softSupply > .zero else { return supply }
    let soft = figure(.supply(.softPlan), balance.softSupply, nl: "zachte plannen", en: "soft plans")
    let realised = Figure.formula(
      .difference, .netHectare,
      FormulaName(nl: "zacht dat doorgaat", en: "soft that goes on", notation: "met zacht − zonder"),
      figure(.usable(withSoft: true), balance.withSoft.usable, nl: "bruikbaar met zacht", en: "usable with soft"),
      figure(.usable(withSoft: false), balance.hard.usable, nl: "bruikbaar", en: "usable"))
    supply[.soft] = soft
    supply[.softCounted] =
      side.countsSoftPlans
      ? .share(realised, of: soft, nl: "deel dat doorgaat", en: "share that goes on")
      : .definition(0, .share, LocalizedText(nl: "zacht telt niet", en: "soft does not count"))
    return supply
  }
}

extension DemandLine {
  /// What the line is a part of where it is no expansion; a withdrawal has a line for every sector group.
  fileprivate var amount: (item: OutlineLineItem, name: String, figure: DemandFigure)? {
    switch component {
    case .expansion: nil
    case .replacement(let id): (.replacement, id, .replacementOf(withdrawal: id))
    case .addOn(let id): (.additional, id, .addOn(id: id))
    }
  }
}

/// What the outline of a run takes its figures from: numbers when only the answer counts, figures with a name when the way to it
/// counts too.
struct OutlineSource<Figure: Derivation> {
  /// A figure of a market by its path after the horizon.
  let figure: (Double, RegionCode, _ path: String, LocalizedText) -> Figure
  let named: @Sendable (OutlineFigure, Figure) -> Figure
}

extension OutlineSource<Double> {
  static var numbers: OutlineSource { OutlineSource(figure: { number, _, _, _ in number }, named: { $1 }) }
}

extension CompareRuns.Side {
  /// The balance that the side is a run of.
  var request: RunBalance.Request {
    RunBalance.Request(
      region: region, horizons: [horizon], scenarios: [scenario], referenceDate: referenceDate,
      ownScenarios: ownScenarios)
  }

  var label: LocalizedText { LocalizedText(both: "\(region) \(scenario) \(horizon)") }
}
