import Provenance
import SupplyDemandBalance
import WorkLocations

/// A figure of a register by itself, of no scenario or year — *registercijfer*:
///
///     register/CR33/aanbod/terstond             all land of a kind, whenever it comes
///     register/CR33/aanbod/terstond/262015001   of one park or plan
///     register/CR33/uitgifte                    mean yearly uptake
public enum RegisterFigure: Hashable, Sendable {
  case supply(SupplyKind, record: String?)
  case uptake

  /// The first step of every path.
  public static let topic = "register"
  static let uptakeStep = "uitgifte"

  /// - Parameter steps: the path after the region; nil when it names no figure.
  init?(_ steps: [String]) {
    if steps == [Self.uptakeStep] {
      self = .uptake
    } else if steps.count > 1, steps[0] == FigureTopic.supply.rawValue, let kind = SupplyKind(rawValue: steps[1]) {
      let record = steps.dropFirst(2).joined(separator: "/")
      self = .supply(kind, record: record.isEmpty ? nil : record)
    } else {
      return nil
    }
  }

  public func path(in region: RegionCode) -> String { ([Self.topic, region.text] + steps).joined(separator: "/") }

  private var steps: [String] {
    switch self {
    case .supply(let kind, let record): [FigureTopic.supply.rawValue, kind.rawValue] + [record].compactMap { $0 }
    case .uptake: [Self.uptakeStep]
    }
  }
}

/// The figures of a register by itself with the way to them.
struct ExplainedRegister {
  let register: Register
  let inventory: SupplyInventory

  func explanation(of figure: RegisterFigure, in region: RegionCode) -> Explanation? {
    switch figure {
    case .supply(let kind, let record): inventory.explanation(of: kind, in: region, record: record)
    case .uptake: Uptake(register).mean(in: region)
    }
  }

  /// What a report prints: land by kind of some regions, and the mean uptake of some; long sums folded.
  func trees(supply regions: [RegionCode], uptake markets: [RegionCode]) -> [String: Explanation] {
    let figures =
      regions.flatMap { region in SupplyKind.allCases.map { (region, RegisterFigure.supply($0, record: nil)) } }
      + markets.map { ($0, .uptake) }
    let trees = figures.compactMap { region, figure in
      explanation(of: figure, in: region).map {
        (figure.path(in: region), $0.folded(to: BalanceExplanations.partsShownOfMany))
      }
    }
    return Dictionary(trees) { first, _ in first }
  }

  /// Names the first step that does not exist and what is possible there.
  fileprivate func refusal(of steps: [String], in region: RegionCode) -> PlanningError {
    let kinds = SupplyKind.allCases.map { [FigureTopic.supply.rawValue, $0.rawValue] }
    let kind = steps.count > 1 ? SupplyKind(rawValue: steps[1]) : nil
    let records = kind.map { kind in
      inventory.lines(in: region).filter { $0.kind == kind }
        .map { [FigureTopic.supply.rawValue, kind.rawValue, $0.record] }
    }
    return .noFigure(
      steps, in: "\(RegisterFigure.topic)/\(region)", known: kinds + (records ?? []) + [[RegisterFigure.uptakeStep]])
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
    let region = RegionCode(steps.count > 1 ? steps[1] : "")
    guard !register.regions.municipalities(in: region).isEmpty else {
      throw .noStep(region.text, after: RegisterFigure.topic, possible: FigurePath.larger(register.regions))
    }
    let balance = RunBalance.Request(
      referenceDate: request.balance.referenceDate, parameterDate: request.balance.parameterDate)
    let inputs = try BalanceInputs(balance, register: register, library: library)
    let explained = ExplainedRegister(register: register, inventory: inputs.inventory)
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
