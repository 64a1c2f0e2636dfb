import EnergyHubs
import Provenance
import Quantities

/// `energy dispatch`, explained.
struct ExplainedOperation: ExplainedEnergy {
  let root = EnergyTopic.dispatch.rawValue
  let response: PlanDispatch.Response
  let hub: HubOperation

  /// What `energy dispatch` answers: the cheapest operation, or what falls short.
  /// - Throws: as `PlanDispatch` does.
  static func explained(_ request: PlanDispatch.Request, _ park: EnergyCase) throws(PlanningError)
    -> any ExplainedEnergy
  {
    let (response, flows) = try PlanDispatch()(request, park)
    guard let flows else { return ExplainedShortfall(response, park) }
    return ExplainedOperation(response, flows, park)
  }

  private init(_ response: PlanDispatch.Response, _ flows: PlanDispatch.Flows, _ park: EnergyCase) {
    self.response = response
    hub = HubOperation(response, flows, park)
  }

  var figures: [HubFigure] {
    hub.figures + [.proof(.lowerBound), .proof(.gap)] + worths.map(HubFigure.dispatchWorth)
  }

  func explanation(of figure: HubFigure) -> Explanation {
    if let known = hub.explanation(of: figure) { return known }
    return switch figure {
    case .proof(.gap): gap
    case .dispatchWorth(let worth): explanation(worth)
    case .proof(.lowerBound): lowerBound
    default: preconditionFailure("a figure of another topic")
    }
  }

  private var lowerBound: Explanation {
    let fixed = hub.costKinds.filter { $0 != .total && $0 != .energy }.map { reference(.cost($0)) }
    return Explanation(
      LocalizedText(nl: "ondergrens van de kosten", en: "lower bound of the cost"), .sum,
      notation: "ondergrens van de energie + vaste kosten", unit: .euro, parts: [energyBound] + fixed)
  }

  private var energyBound: Explanation {
    let fixed = (response.cost ?? 0) - (response.costs?.energy ?? 0)
    return Explanation(
      LocalizedText(nl: "ondergrens van de energiekosten", en: "lower bound of the energy cost"),
      value: (response.lowerBound ?? .nan) - fixed, unit: .euro,
      basis: .optimum(
        Optimum(
          LocalizedText(
            nl: "Lagrange: met de prijzen van opgeslagen stroom; geen inzet is goedkoper",
            en: "Lagrange: at the prices of stored electricity; no operation is cheaper"),
          evidence: hub.found.evidence)))
  }

  /// What could at most be gained, as a share of the energy cost and of at least a euro.
  private var gap: Explanation {
    let energy = reference(.cost(.energy))
    let opposite = Explanation(
      LocalizedText(nl: "tegengesteld", en: "opposite"), .difference, notation: "0 − bedrag", unit: .euro,
      parts: [HubOperation.nothing, energy])
    let size = Explanation(
      LocalizedText(nl: "grootte, minstens 1", en: "size, at least 1"), .maximum, notation: "zonder teken", unit: .euro,
      parts: [HubOperation.whole, energy, opposite])
    let difference = Explanation(
      LocalizedText(nl: "verschil", en: "difference"), .difference, notation: "kosten − ondergrens", unit: .euro,
      parts: [energy, energyBound])
    let gain = Explanation(
      LocalizedText(nl: "hoogstens te winnen", en: "to be gained at most"), .maximum, notation: "minstens nul",
      unit: .euro, parts: [difference, HubOperation.nothing])
    return Explanation(
      LocalizedText(nl: "gat als deel van de energiekosten", en: "gap as a share of the energy cost"), .quotient,
      notation: "(kosten − ondergrens) / energiekosten", unit: .share, parts: [gain, size])
  }
}

extension HubOperation {
  /// The year of given sizes.
  fileprivate init(_ response: PlanDispatch.Response, _ flows: PlanDispatch.Flows, _ park: EnergyCase) {
    let found = Optimum(
      LocalizedText(nl: "dynamisch programma van de inzet", en: "dynamic programme of the operation"),
      evidence: Self.evidence(
        cost: response.cost ?? .nan, bound: response.lowerBound ?? .nan, gap: response.gap ?? .nan))
    let powers = park.with(boiler: response.sizes.boiler).flexibility.powers(flows.load, heat: park.heat)
    self.init(
      root: EnergyTopic.dispatch.rawValue, park: park, leaves: EnergyLeaves(park: park), sizes: response.sizes,
      load: flows.load,
      imported: flows.imported, exported: flows.exported, generated: flows.generated, discharged: flows.discharged,
      flexible: powers.map { ($0, ($0.direction == .taking ? flows.boiler : flows.switchedOff) ?? []) },
      sun: park.sun(response.sizes.roofs), found: found
    ) { name, value, unit, label in
      if case .monthlyPeak(let number) = name {
        let leaves = EnergyLeaves(park: park)
        return leaves.highest(label, flows.imported, in: leaves.months[number - 1].steps) { step in
          Explanation(
            LocalizedText(both: leaves.time(step)), value: flows.imported[step], unit: unit, basis: .optimum(found))
        }
      }
      guard !response.request.hasSizes else { return Explanation(label, value: value, unit: unit, basis: .definition) }
      return Explanation(label, value: value, unit: unit, basis: .figure(path: HubFigure.size(name).path(in: .size)))
    }
  }
}
