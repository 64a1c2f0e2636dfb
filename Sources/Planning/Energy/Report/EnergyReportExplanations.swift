import Provenance
import Quantities

/// The trees of the figures that a report prints — *verklaringen bij het rapport*.
///
/// No tree of a report holds a step of a member; one for somebody outside the group names no member. `ExplainEnergyFigure` gives
/// any of them down to the steps.
struct EnergyReportExplanations {
  let study: ExplainedStudy
  let group: ExplainedGroup
  let look: ExplainedLook
  let sizing: any ExplainedEnergy
  let use: ExplainedReport
  let frontier: ExplainedFrontier
  /// Whether members are told of.
  let hasMembers: Bool

  var trees: BalanceExplanations {
    let groups = group.figures.filter { figure in
      switch figure {
      case .group: true
      case .member: hasMembers
      case .coalition: false
      }
    }.map { ($0.path(in: group.root), group.explanation(of: $0)) }
    let looks = look.figures.filter { figure in
      switch figure {
      case .group: true
      case .member: hasMembers
      case .duration, .month: false
      }
    }.map { ($0.path(in: look.root), look.explanation(of: $0)) }
    let numbers = study.printed.map { ($0.path(in: study.root), study.explanation(of: $0)) }
    let uses = use.printed(isInside: hasMembers).map { ($0.path(in: use.root), use.explanation(of: $0)) }
    let points = hasMembers ? frontier.trees : []
    let all = numbers + groups + looks + uses + (sizing.trees + points).map { ($0.path, $0.explanation) }
    return BalanceExplanations(
      byPath: Dictionary(all, uniquingKeysWith: { first, _ in first })
        .mapValues { $0.folded(to: BalanceExplanations.partsShown) })
  }
}
