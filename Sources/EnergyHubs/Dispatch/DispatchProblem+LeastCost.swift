import Provenance
import Quantities

/// The answer to a dispatch problem — *uitkomst*.
public enum DispatchOutcome: Sendable, Hashable {
  case plan(DispatchPlan)
  /// No operation keeps within the limits.
  case shortfall(DispatchShortfall)
  /// The problem itself is wrong.
  case invalid([Diagnostic])

  public var plan: DispatchPlan? {
    if case .plan(let plan) = self { plan } else { nil }
  }
}

extension DispatchProblem {
  /// The operation that costs least, exactly.
  public func leastCost() -> DispatchOutcome {
    let problems = problems()
    guard !problems.hasErrors else { return .invalid(problems) }
    let costs = StepCosts(self)
    let convex = ConvexDispatch(costs)
    guard costs.impossible == nil, let (path, proof) = convex.solved() else { return .shortfall(shortfall(costs)) }
    let plan = DispatchPlan(self, path, proof, bound: proof.bound)
    if plan.isProven { return .plan(plan) }
    return .plan(cheaper(plan, costs, proof))
  }

  /// The plan that takes the dents of f into account, where it costs no more; with the better of both bounds.
  private func cheaper(_ plan: DispatchPlan, _ costs: StepCosts, _ proof: DispatchProof) -> DispatchPlan {
    var general = GeneralDispatch(costs)
    guard let (path, bound) = general.solved(price: proof.stored[count - 1]) else { return plan }
    let other = DispatchPlan(self, path, proof, bound: bound)
    var best = other.cost < plan.cost ? other : plan
    best.bound = max(best.bound, other.bound, plan.bound)
    return best
  }
}

extension DispatchPlan {
  /// What could at most be gained by another operation, as a share of the cost — *optimaliteitsgat*.
  public var gap: Double { max(0, cost.value - bound.value) / max(1, abs(cost.value)) }

  /// Whether cost and bound meet as closely as sums of a year of steps can.
  public var isProven: Bool { gap <= Double.ulpOfOne.squareRoot() / 100 }
}
