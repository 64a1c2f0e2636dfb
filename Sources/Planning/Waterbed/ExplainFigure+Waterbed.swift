import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// The figures of `AssessWaterbed` with the way to them, by the same formulas that give them.
extension ExplainFigure {
  /// - Returns: nil when the path is of no waterbed.
  func frozen(_ path: FigurePath, _ request: Request, _ register: Register, _ library: PlanningLibrary)
    throws(PlanningError) -> (Request, Explanation)?
  {
    guard path.steps.first == ExplainedWaterbedFigure.step else { return nil }
    guard let plans = request.freeze, !plans.isEmpty else { throw .invalidInput([Self.nothingFrozen]) }
    var balance = path.narrowed(request.balance)
    balance.region = .netherlands
    let run = try WaterbedRun(.init(plans: plans, balance: balance), register, library)
    let waterbed = ExplainedWaterbed(run: run, path: path)
    var again = Request(figure: request.figure, balance: balance)
    again.freeze = plans
    if case .after(let steps) = ExplainedWaterbedFigure(path.steps) {
      let (_, tree) = try explanationOrSpread(
        path.inside(ExplainedWaterbed.afterSteps, steps), request, run.world.register, run.world.library, beside: [])
      return (again, tree.relocated(inside: path.scenario, behind: ExplainedWaterbed.afterSteps))
    }
    return (again, try waterbed.explanation())
  }

  private static let nothingFrozen = Diagnostic(
    .error, "explain.nothing-frozen",
    message: LocalizedText(
      nl: "een cijfer van het waterbed hoort bij plannen die bevriezen",
      en: "a figure of the waterbed belongs to plans that are frozen"),
    remedy: LocalizedText(
      nl: "Geef dezelfde plannen als bij waterbed: --freeze PLAN-1,PLAN-2.",
      en: "Give the same plans as to waterbed: --freeze PLAN-1,PLAN-2."))
}

private struct ExplainedWaterbed {
  let run: WaterbedRun
  let path: FigurePath

  static let afterSteps = [ExplainedWaterbedFigure.step, ExplainedWaterbedFigure.afterStep]

  func explanation() throws(PlanningError) -> Explanation {
    let lost = run.plans(in: path.region)
    guard let figure = ExplainedWaterbedFigure(path.steps), !lost.isEmpty,
      let amounts = run.amounts(around: path.region, item, source)
    else { throw refusal }
    let found: Explanation? =
      switch figure {
      case .frozen: run.frozen(lost, through: path.horizon)
      case .leavingAt(let side): run.leaving(named(.unserved, amounts.unserved), side)
      case .amount(let figure): amounts.figure(figure)
      case .after: nil
      }
    guard let found else { throw refusal }
    return found
  }

  private var item: BalanceCase { BalanceCase(scenario: path.scenario, horizon: path.horizon) }

  private var source: WaterbedSource<Explanation> {
    WaterbedSource(
      balance: { number, region, figure, isAfter in
        let label =
          isAfter ? LocalizedText(nl: ", na bevriezing", en: ", with the plans frozen") : LocalizedText(both: "")
        let steps = (isAfter ? Self.afterSteps : []) + [figure.path]
        return Explanation(
          figure.label + label, value: number, unit: .netHectare, basis: .figure(path: place(region, steps)))
      }, nearness: { $0.nearness(of: $1, to: $2) }, named: named)
  }

  private func named(_ figure: WaterbedFigure, _ tree: Explanation) -> Explanation {
    Explanation(
      tree.label, value: tree.value, unit: tree.unit,
      basis: .figure(path: place(path.region, [ExplainedWaterbedFigure.amount(figure).path])))
  }

  private func place(_ region: RegionCode, _ steps: [String]) -> String {
    FigurePath(region: region, scenario: path.scenario, horizon: path.horizon, steps: steps).text
  }

  /// Names the first step that does not exist and what is possible there; in a market without a frozen plan nothing is.
  private var refusal: PlanningError {
    guard !run.plans(in: path.region).isEmpty else {
      let markets = run.scope.markets.filter { !run.plans(in: $0).isEmpty }
      return .noStep(path.region.text, after: "", possible: markets.map(\.text))
    }
    let neighbours = run.neighbours.around(path.region)
    func possible(_ steps: some Sequence<String>) -> [String]? {
      ExplainedWaterbedFigure.steps(after: Array(steps), neighbours: neighbours)
    }
    let known = path.steps.indices.dropFirst().first {
      !(possible(path.steps[..<$0])?.contains(path.steps[$0]) ?? false)
    }
    let end = known ?? path.steps.endIndex
    return .noStep(
      end < path.steps.endIndex ? path.steps[end] : "", after: path.told(path.steps[..<end]),
      possible: possible(path.steps[..<end]) ?? [])
  }
}

extension WaterbedAmounts<Explanation> {
  /// Nil for a region that is no neighbour.
  fileprivate func figure(_ figure: WaterbedFigure) -> Explanation? {
    func arrival(_ region: RegionCode) -> Arrival? { arrivals.first { $0.region == region } }
    return switch figure {
    case .unserved: unserved
    case .unservedOf(let space): unservedOf[space.index]
    case .inMunicipality: inMunicipality
    case .elsewhereInMarket: elsewhereInMarket
    case .leaving: leaving
    case .leavingOf(let space): leavingOf[space.index]
    case .fitting(let region): arrival(region)?.fitting
    case .fittingFor(let region, let space): arrival(region)?.fittingFor[space.index]
    case .arriving(let region): arrival(region)?.arriving
    case .arrivingOf(let region, let space): arrival(region)?.arrivingOf[space.index]
    case .served(let region): arrival(region)?.served
    case .unplaced(let region): arrival(region)?.unplaced
    }
  }
}

extension BalanceFigure {
  /// What the figures that a waterbed follows from are called.
  fileprivate var label: LocalizedText {
    guard case .ofClass(let space, let figure, _) = self else { return LocalizedText(nl: "tekort", en: "shortage") }
    let name =
      figure == .unused
      ? LocalizedText(nl: "ongebruikt: ", en: "unused: ") : LocalizedText(nl: "tekort: ", en: "shortage: ")
    return name + space.label
  }
}
