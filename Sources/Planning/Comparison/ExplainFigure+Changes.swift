import Provenance
import Quantities
import WorkLocations

/// The figures of `CompareScenarios` with the way to them: a change is the difference of two figures, each explained in the world
/// as the scenario has it by then.
extension ExplainFigure {
  /// - Parameters:
  ///   - register: without the changes, like the library.
  /// - Returns: nil when the path is of no comparison.
  func changed(_ path: FigurePath, _ request: Request, _ register: Register, _ library: PlanningLibrary)
    throws(PlanningError) -> (Request, Explanation)?
  {
    guard let scenario = request.balance.ownScenarios.first(where: { $0.id == path.scenario }),
      [ChangeFigure.changeStep, ChangeFigure.afterStep].contains(path.steps.first)
    else { return nil }
    let plain = PlanningWorld(register: register, library: library)
    let changes = ExplainedChanges(explain: self, scenario: scenario, path: path, request: request, plain: plain)
    return try changes.answer()
  }
}

private struct ExplainedChanges {
  let explain: ExplainFigure
  let scenario: PlanningScenario
  let path: FigurePath
  let request: ExplainFigure.Request
  let plain: PlanningWorld

  func answer() throws(PlanningError) -> (ExplainFigure.Request, Explanation) {
    let count = scenario.steps.count
    switch ChangeFigure(path.steps) {
    case .step(let number, let figure)? where (1...max(1, count)).contains(number) && count > 0:
      let change = scenario.steps[number - 1].modification.label
      let name = FormulaName(
        nl: "wijziging \(number): \(change.nl)", en: "change \(number): \(change.en)",
        notation: "na \(number) − na \(number - 1)")
      return (narrowed, try difference(name, figure, from: number - 1, to: number))
    case .total(let figure)?:
      let name = FormulaName(
        nl: "alle wijzigingen samen", en: "all changes together", notation: "na \(count) − na 0")
      return (narrowed, try difference(name, figure, from: 0, to: count))
    case .after(let number, let steps)? where (0...count).contains(number) && !steps.isEmpty:
      let (again, tree) = try after(number, steps)
      return (again, tree.relocated(inside: scenario.id, behind: [ChangeFigure.afterStep, String(number)]))
    default: throw refusal
    }
  }

  private var narrowed: ExplainFigure.Request {
    ExplainFigure.Request(figure: request.figure, balance: path.narrowed(request.balance))
  }

  private func difference(_ name: FormulaName, _ figure: ComparedFigure, from: Int, to: Int) throws(PlanningError)
    -> Explanation
  {
    let unit = Unit.netHectare
    let sides = [try side(figure, to), try side(figure, from)]
    return .formula(.difference, unit, name, sides)
  }

  private func side(_ figure: ComparedFigure, _ count: Int) throws(PlanningError) -> Explanation {
    let (_, tree) = try after(count, figure.steps)
    let label = tree.label + LocalizedText(nl: ", na \(count) wijzigingen", en: ", after \(count) changes")
    let steps = [ChangeFigure.after(count, figure.steps).path]
    let path = FigurePath(region: path.region, scenario: path.scenario, horizon: path.horizon, steps: steps)
    return Explanation(label, value: tree.value, unit: tree.unit, basis: .figure(path: path.text))
  }

  /// A figure after the first changes, and the request that gives it.
  private func after(_ count: Int, _ steps: [String]) throws(PlanningError) -> (ExplainFigure.Request, Explanation) {
    let world = try scenario.prefix(count).resolved(plain.register, plain.library)
    let path = path.inside([ChangeFigure.afterStep, String(count)], steps)
    return try explain.explanationOrSpread(path, request, world.register, world.library, beside: [])
  }

  /// Names the first step that does not exist and what is possible there.
  private var refusal: PlanningError {
    func possible(_ steps: some Sequence<String>) -> [String]? {
      ChangeFigure.steps(after: Array(steps), changes: scenario.steps.count)
    }
    let known = path.steps.indices.first { !(possible(path.steps[..<$0])?.contains(path.steps[$0]) ?? false) }
    let place = known ?? path.steps.endIndex
    return .noStep(
      place < path.steps.endIndex ? path.steps[place] : "", after: path.told(path.steps[..<place]),
      possible: possible(path.steps[..<place]) ?? [])
  }
}

extension Explanation {
  /// The tree as it stands in a changed world: what it refers to is explained in that world too.
  /// - Parameters:
  ///   - steps: what stands between the horizon and a figure of that world.
  ///   - isChanged: whether a figure, by its path, is of that world alone; the others stay where they are.
  func relocated(
    inside scenario: String, behind steps: [String], where isChanged: (String) -> Bool = { _ in true }
  ) -> Explanation {
    referring { path in
      let place = path.split(separator: "/")
      return place.count > 3 && place[1] == scenario && isChanged(path) ? path.relocated(behind: steps) : path
    }
  }
}

extension String {
  /// The path of a figure with steps between its horizon and the rest.
  func relocated(behind steps: [String]) -> String {
    let place = split(separator: "/").map(String.init)
    return (place.prefix(3) + steps + place.dropFirst(3)).joined(separator: "/")
  }
}
