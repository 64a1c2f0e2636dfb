import EnergyHubs
import Provenance
import Quantities

/// `energy size`, explained.
struct ExplainedSizing: ExplainedEnergy {
  let topic = EnergyTopic.size
  let solved: SizeHub.Solved
  let answer: SizeHub.Answer
  let best: SizingCase
  let hub: HubOperation

  /// - Throws: as `SizeHub` does, and where nothing is possible.
  init(_ request: SizeHub.Request, _ park: EnergyCase) throws(PlanningError) {
    solved = try SizeHub().solved(request, park)
    guard let answer = solved.response.answer, let best = solved.best else {
      throw .invalidInput([PlanDispatch.nothingPossible])
    }
    self.answer = answer
    self.best = best
    hub = HubOperation(solved, answer, best.answer.dispatch)
  }

  var figures: [HubFigure] {
    let proofs = HubProof.allCases.filter { proof in
      ![.dispatchCost, .dispatchDifference].contains(proof) || answer.proof.dispatchCost != nil
    }
    let ways = HubWithout.allCases.filter { $0 == .joint || solved.response.separate != nil }
    let worths = hub.sizeNames.filter { gross($0) != nil }
    return hub.sizeNames.map(HubFigure.size) + HubCostKind.allCases.map(HubFigure.cost)
      + hub.energyCostParts.map(HubFigure.energyCost) + hub.energyKinds.map(HubFigure.energy)
      + proofs.map(HubFigure.proof)
      + ways.flatMap { way in hub.kindsWithout.map { HubFigure.without(way, $0) } }
      + worths.flatMap { name in HubWorth.allCases.map { HubFigure.worth(name, $0) } }
  }

  func explanation(of figure: HubFigure) -> Explanation {
    switch figure {
    case .size(let name): hub.explanation(name)
    case .cost(let kind): hub.explanation(kind)
    case .energyCost(let part): hub.explanation(part)
    case .energy(let kind): hub.explanation(kind)
    case .without(let how, let kind): hub.explanation(how, kind)
    case .worth(let name, let worth): self.worth(name, worth)
    case .proof(let proof): self.proof(proof)
    case .dispatchWorth: preconditionFailure("a figure of another topic")
    }
  }

  // MARK: Proof

  private func proof(_ proof: HubProof) -> Explanation {
    let cost = reference(.cost(.total))
    switch proof {
    case .lowerBound:
      return leaf(
        LocalizedText(nl: "ondergrens van de kosten", en: "lower bound of the cost"), answer.proof.lowerBound, .euro,
        LocalizedText(
          nl: "Lagrange: met de schaduwprijzen kiest elke grootheid apart het goedkoopste; geen keuze is goedkoper",
          en: "Lagrange: at the shadow prices each quantity takes its cheapest by itself; no choice is cheaper"))
    case .gap:
      let bound = reference(.proof(.lowerBound))
      return share(LocalizedText(nl: "gat", en: "gap"), cost, bound, "(kosten − ondergrens) / de grootste van beide")
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
        notation: "verschil / kosten", unit: .share, parts: [difference(high, low), size([cost])])
    case .violation: return violation
    case .burned: return burned
    }
  }

  private func share(_ label: LocalizedText, _ cost: Explanation, _ bound: Explanation, _ notation: String)
    -> Explanation
  {
    Explanation(
      label, .quotient, notation: notation, unit: .share, parts: [difference(cost, bound), size([cost, bound])])
  }

  private func difference(_ high: Explanation, _ low: Explanation) -> Explanation {
    Explanation(
      LocalizedText(nl: "verschil", en: "difference"), .difference, notation: "hoog − laag", unit: .euro,
      parts: [high, low])
  }

  /// The largest without its sign.
  private func size(_ parts: [Explanation]) -> Explanation {
    Explanation(
      LocalizedText(nl: "grootte", en: "size"), .maximum, notation: "zonder teken", unit: .euro,
      parts: parts.flatMap { part in
        [
          part,
          Explanation(
            LocalizedText(nl: "tegengesteld", en: "opposite"), .difference, notation: "0 − bedrag", unit: .euro,
            parts: [HubOperation.nothing, part]),
        ]
      })
  }

  private var violation: Explanation {
    let kinds = SizingLimit.allCases.compactMap { kind in
      best.answer.certificate.violations[kind].map { excess in
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
    let values = (best.answer.relaxed ?? best.answer.dispatch).burned
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
