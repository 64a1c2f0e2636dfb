import Provenance
import Quantities
import SupplyDemandBalance
import WorkLocations

/// The figures of a register by itself with the way to them.
struct ExplainedRegister {
  let register: Register
  let inventory: SupplyInventory
  let check: RegisterCheck

  /// Everything that can be explained of one region.
  func region(_ code: RegionCode) -> ExplainedRegion { ExplainedRegion(register, inventory, check, code) }

  func explanation(of figure: RegisterFigure, in region: RegionCode) -> Explanation? {
    self.region(region).explanation(of: figure)
  }

  /// What a report of a province prints, long sums folded: land by kind of all its regions, the mean uptake of its markets, and
  /// the counts, records and messages of its register.
  func trees(of province: RegionCode, _ scope: BalanceScope) -> [String: Explanation] {
    let municipalities = register.regions.municipalities(in: province)
    let printed =
      (scope.regions + municipalities).map { ($0, SupplyKind.allCases.map { RegisterFigure.supply($0, record: nil) }) }
      + scope.markets.map { ($0, [.uptake]) }
      + [(province, region(province).printed)] + municipalities.map { ($0, region($0).printedOfMunicipality) }
    let trees = printed.flatMap { code, figures in
      let region = region(code)
      return figures.compactMap { figure in
        region.explanation(of: figure).map {
          (figure.path(in: code), $0.folded(to: figure.partsShown))
        }
      }
    }
    return Dictionary(trees + messages(in: province)) { first, _ in first }
  }

  /// How often each rule has something to tell.
  private func messages(in region: RegionCode) -> [(String, Explanation)] {
    let messages = self.region(region).messages
    return messages.rules.map(MessageFigure.rule).compactMap { figure in
      messages.explanation(of: figure).map {
        (RegisterFigure.messages(figure).path(in: region), $0.folded(to: BalanceExplanations.partsShownOfMany))
      }
    }
  }

  /// Names the first step that does not exist and what is possible there.
  fileprivate func refusal(of steps: [String], in region: RegionCode) -> PlanningError {
    .noFigure(
      steps, in: "\(RegisterFigure.topic)/\(region)", known: self.region(region).figures.map(\.steps))
  }
}

extension RegisterFigure {
  /// Records that count as one each look alike: one of them tells what is counted.
  fileprivate var partsShown: Int {
    if case .parks(let figure) = self, figure.measure == .count { return 1 }
    return BalanceExplanations.partsShownOfMany
  }
}

extension ExplainFigure {
  /// - Returns: nil when the path is of no register by itself.
  /// - Throws: `PlanningError.invalidInput` with what is possible at the first step that does not exist.
  func registered(_ request: Request, _ register: Register, _ library: PlanningLibrary) throws(PlanningError)
    -> (Request, Explanation)?
  {
    let steps = request.figure.split(separator: "/").map(String.init)
    guard steps.first == RegisterFigure.topic else { return nil }
    let balance = RunBalance.Request(
      referenceDate: request.balance.referenceDate, parameterDate: request.balance.parameterDate)
    let check = try RegisterCheck(library, on: register.referenceDate)
    if steps.count > 1, steps[1] == MessageFigure.topic {
      let whole = ExplainedMessages(messages: check.messages(about: register))
      return (Request(figure: request.figure, balance: balance), try whole.explanation(at: Array(steps.dropFirst())))
    }
    let region = RegionCode(steps.count > 1 ? steps[1] : "")
    guard !register.regions.municipalities(in: region).isEmpty else {
      throw .noStep(
        region.text, after: RegisterFigure.topic,
        possible: [MessageFigure.topic] + FigurePath.larger(register.regions))
    }
    let inputs = try BalanceInputs(balance, register: register, library: library)
    let explained = ExplainedRegister(register: register, inventory: inputs.inventory, check: check)
    let rest = Array(steps.dropFirst(2))
    guard let tree = RegisterFigure(rest).flatMap({ explained.explanation(of: $0, in: region) }) else {
      throw explained.refusal(of: rest, in: region)
    }
    return (Request(figure: request.figure, balance: balance), tree)
  }
}

extension Explanation {
  /// The tree in which the mean uptake of a market leads to its own tree.
  func leadingToUptake() -> Explanation {
    changingParts { part in
      guard case .record(Balance.uptakeTable, let region, _, nil) = part.basis else { return part.leadingToUptake() }
      return part.reference(to: RegisterFigure.uptake.path(in: RegionCode(region)))
    }
  }
}
