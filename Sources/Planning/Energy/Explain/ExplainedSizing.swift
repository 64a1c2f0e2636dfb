import EnergyHubs
import Provenance
import Quantities

/// `energy size`, explained.
struct ExplainedSizing: ExplainedEnergy {
  let root: String
  let solved: SizeHub.Solved
  let answer: SizeHub.Answer
  let best: HubCase
  let hub: HubOperation
  let comparison: HubComparison
  let combinations: [SizedCombination]

  /// - Parameter root: what the paths begin with; another than the topic for a study inside another answer.
  init(
    _ solved: SizeHub.Solved, _ answer: SizeHub.Answer, _ best: HubCase, root: String = EnergyTopic.size.rawValue
  ) {
    self.root = root
    self.solved = solved
    self.answer = answer
    self.best = best
    hub = HubOperation(root: root, solved, answer, best.found.answer.dispatch)
    comparison = HubComparison(root: root, solved.park)
    combinations = solved.response.combinations == nil ? [] : SizedCombination.all(solved, root: root)
  }

  var figures: [HubFigure] {
    let proofs = HubProof.allCases.filter { proof in
      ![.dispatchCost, .dispatchDifference].contains(proof) || answer.proof.dispatchCost != nil
    }
    let worths = hub.sizeNames.filter { gross($0) != nil }
    return hub.figures + solved.mosts + proofs.map(HubFigure.proof) + comparison.figures
      + worths.flatMap { name in HubWorth.allCases.map { HubFigure.worth(name, $0) } }
      + combinations.flatMap { combination in
        combination.figures.map { HubFigure.combination(combination.name, $0) }
      }
  }

  func explanation(of figure: HubFigure) -> Explanation {
    if let known = hub.explanation(of: figure) { return known }
    return switch figure {
    case .most(let name): solved.most(name)
    case .without(let how, let kind): comparison.explanation(how, kind)
    case .worth(let name, let worth): self.worth(name, worth)
    case .proof(let proof): self.proof(proof)
    case .combination(let name, let figure): combinations.first { $0.name == name }!.explanation(of: figure)
    default: preconditionFailure("a figure of another topic")
    }
  }

  // MARK: Proof

  private func proof(_ proof: HubProof) -> Explanation {
    let cost = reference(.cost(.total))
    switch proof {
    case .lowerBound:
      return lowerBound
    case .gap: return .gap(cost, bound: reference(.proof(.lowerBound)))
    case .dispatchCost:
      return leaf(
        LocalizedText(nl: "kosten volgens de tweede methode", en: "cost by the second method"),
        answer.proof.dispatchCost ?? .nan, .euro,
        LocalizedText(
          nl: "dynamisch programma van de inzet bij deze maten, met de vaste kosten",
          en: "dynamic programme of the operation at these sizes, with the fixed cost"))
    case .dispatchDifference:
      let other = reference(.proof(.dispatchCost))
      let (high, low) = other.value > cost.value ? (other, cost) : (cost, other)
      return Explanation(
        LocalizedText(nl: "verschil met de tweede methode", en: "difference with the second method"), .quotient,
        notation: "verschil / kosten", unit: .share,
        parts: [.difference(high, low), .magnitude([cost])])
    case .violation: return violation
    case .burned: return burned
    case .gain:
      return Explanation(
        LocalizedText(nl: "hoogstens te winnen", en: "to be gained at most"), .maximum,
        notation: "max(0; kosten − ondergrens)", unit: .euro,
        parts: [.difference(cost, reference(.proof(.lowerBound))), HubOperation.nothing])
    }
  }

  /// Of several combinations the least, for the best answer is the best of all.
  private var lowerBound: Explanation {
    let label = LocalizedText(nl: "ondergrens van de kosten", en: "lower bound of the cost")
    guard combinations.isEmpty else {
      return Explanation(
        label, .minimum, notation: "laagste van de combinaties", unit: .euro,
        parts: combinations.map { reference(.combination($0.name, .lowerBound)) })
    }
    let search = leaf(label, best.certificate.lowerBound, .euro, HubOperation.lagrange)
    guard hub.hasBoiler else { return search }
    return Explanation(
      label, .sum, notation: "ondergrens zonder e-boiler te betalen + e-boiler", unit: .euro,
      parts: [search, reference(.cost(.boiler))])
  }

  private var violation: Explanation {
    let kinds = SizingLimit.allCases.compactMap { kind in
      best.certificate.violations[kind].map { excess in
        leaf(
          LocalizedText(both: "\(kind)"), excess, .one,
          LocalizedText(
            nl: "nagerekend uit vraag en antwoord alleen", en: "recomputed from the question and the answer alone"))
      }
    }
    return Explanation(
      LocalizedText(nl: "grootste overschrijding, kW of kWh", en: "largest excess, kW or kWh"), .maximum,
      notation: "grootste van de soorten grens", unit: .one, parts: kinds + [HubOperation.nothing])
  }

  private var burned: Explanation {
    let values = (best.found.answer.relaxed ?? best.found.answer.dispatch).burned
    let label = LocalizedText(nl: "laden en ontladen tegelijk", en: "charging and discharging at once")
    guard values.count == hub.park.year.count else {
      return Explanation(label, value: 0, unit: .kilowattHour, basis: .definition)
    }
    return hub.yearly(label, values, of: label)
  }

  private func leaf(_ label: LocalizedText, _ value: Double, _ unit: Unit, _ method: LocalizedText) -> Explanation {
    Explanation(label, value: value, unit: unit, basis: .optimum(Optimum(method, evidence: hub.found.evidence)))
  }
}

extension SizeHub.Solved {
  /// The most that each size may be.
  var mosts: [HubFigure] { response.most.named.map { .most($0.name) } }

  func most(_ name: HubSizeName) -> Explanation {
    EnergyLeaves(park: park).most(name, of: response.most, asked: response.request)
  }
}
