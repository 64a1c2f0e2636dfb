import ForecastBands
import Provenance
import Quantities
import SpaceDemand
import Uncertainty
import WorkLocations

/// A spread with what its trees are made of.
struct WorkedSpread {
  let item: SpreadCase
  let balances: ChangedBalances
  /// The balance per draw, with groups of inputs swapped; nil without draws.
  let sample: SobolSample?
  let resamples: Int
  let seed: UInt64

  /// The groups that work on the balance against hard supply, which a report prints.
  private static let groups = InputGroup.allCases.filter { $0 != .softRealisation }

  private var region: RegionCode { balances.request.region }
  private var trees: SpreadTrees { SpreadTrees(path: place(of: region), seed: seed) }

  private func place(of region: RegionCode, _ steps: [String] = []) -> FigurePath {
    FigurePath(region: region, scenario: item.scenario, horizon: item.horizon, steps: steps)
  }

  /// The figures that a report prints, by path, each as `ExplainFigure` explains it but outlined.
  /// - Parameter plain: trees of the balance as it is; what a changed world leaves as it was is led to there.
  func explanations(beside plain: BalanceExplanations) throws(PlanningError) -> [String: Explanation] {
    var found = try missingLand(plain)
    for group in Self.groups {
      found.merge(try tornado(group, plain)) { first, _ in first }
      found.merge(sensitivity(group)) { first, _ in first }
      if let point = item.breakEvens.first(where: { $0.group == group }) {
        found[path(.breakEven, group)] = try trees.breakEven(point, balances)
      }
    }
    return found
  }

  private func path(_ topic: SpreadTopic, _ group: InputGroup, _ rest: String...) -> String {
    trees.text([topic.rawValue, group.step] + rest)
  }

  /// The balance is led to where it is that of the report, and stands here where the report rounds it.
  private func missingLand(_ plain: BalanceExplanations) throws(PlanningError) -> [String: Explanation] {
    let path = trees.text([FigureTopic.balance.rawValue])
    let known = plain[path].flatMap { $0.value == item.balance.value ? $0.reference(to: path) : nil }
    let own = known == nil ? try outline(balances.library)[path] : nil
    guard let balance = known ?? own else { return [:] }
    return [trees.text([SpreadTopic.missingLand.rawValue]): trees.missingLand(balance)]
  }

  private func tornado(_ group: InputGroup, _ plain: BalanceExplanations) throws(PlanningError) -> [String: Explanation]
  {
    let low = try end(group, .low, plain)
    let high = try end(group, .high, plain)
    let all = low.trees.merging(high.trees) { first, _ in first }
    guard let low = low.balance, let high = high.balance else { return all }
    return all.merging([path(.tornado, group): trees.width(group, low: low, high: high)]) { first, _ in first }
  }

  private func end(_ group: InputGroup, _ side: BandSide, _ plain: BalanceExplanations) throws(PlanningError)
    -> (trees: [String: Explanation], balance: Explanation?)
  {
    let world = try outline(balances.library.shifted(group) { side == .low ? $0.low : $0.high })
    let steps = [SpreadTopic.tornado.rawValue, group.step, side.rawValue]
    let isChanged = { (path: String) in plain[path] == nil || plain[path]?.value != world[path]?.value }
    let own = trees.text([FigureTopic.balance.rawValue])
    var found: [String: Explanation] = [:]
    let sums = place(of: region).text + "/"
    for (path, tree) in world.byPath where !path.hasPrefix(sums) && isChanged(path) {
      let tree = tree.relocated(inside: item.scenario, behind: steps, where: isChanged)
      found[path.relocated(behind: steps)] = trees.end(tree, group, side)
    }
    let balance = world[own].map {
      trees.end($0.relocated(inside: item.scenario, behind: steps, where: isChanged), group, side)
    }
    found[trees.text(steps)] = balance
    return (found, balance)
  }

  private func outline(_ library: PlanningLibrary) throws(PlanningError) -> BalanceExplanations {
    let (response, inputs) = try RunBalance().answer(
      balances.at(item.scenario, item.horizon), from: balances.situation, library: library)
    return BalanceExplanations(of: response, inputs) { $0.outline }
  }

  private func sensitivity(_ group: InputGroup) -> [String: Explanation] {
    let index = item.sensitivities.first { $0.group == group }?.index
    let total = SobolPart.total
    var found = [path(.sensitivity, group, total.rawValue): trees.share(group, total, sample)]
    for side in BandSide.allCases {
      found[path(.sensitivity, group, total.rawValue, side.rawValue)] = trees.border(
        group, total, side, of: index, resamples: resamples)
    }
    return found
  }
}
