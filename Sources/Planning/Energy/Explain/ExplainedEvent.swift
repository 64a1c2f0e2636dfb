import EnergyHubs
import Provenance
import Quantities

/// The group after one event, explained — *tegenvaller, verklaard*.
struct ExplainedEvent {
  let scene: StressScene
  /// What the paths of its figures begin with.
  let root: String
  let run: StressRun
  /// The operation; nil where none keeps within the rights.
  let solved: SolvedScene?
  let hub: HubOperation?
  /// The group as it is then, with the right that was planned.
  let group: ExplainedGroup
  let comparison: HubComparison
  private let unserved: Double
  private let references = ReferenceCache()
  /// What the members pay as planned, by id; those of the year as planned are their own.
  let planned: [String: Explanation]

  /// - Throws: what `StressGroup` throws of an operation that does not prove itself.
  init(
    _ scene: StressScene, _ root: String, _ result: Result<SolvedScene, SizingError>, _ run: StressRun,
    planned: ExplainedEvent?, _ library: PlanningLibrary
  ) throws(PlanningError) {
    var scene = scene
    if scene.event == .coldYear { scene.park = run.park.explainedColder(run.weather.cold, root: root) }
    self.scene = scene
    self.root = root
    self.run = run
    self.planned = planned?.memberCosts ?? [:]
    switch result {
    case .success(let found): (solved, unserved) = (found, 0)
    case .failure(.infeasible(let shortage)): (solved, unserved) = (nil, shortage.unserved + shortage.surplus)
    case .failure(let error): throw SizeHub.planningError(error)
    }
    var division = run.request.division
    division.contract = run.plan.sizes.contract
    group = try ExplainedGroup(division, scene.park, library, root: root + "/" + EnergyTopic.group.rawValue)
    comparison = HubComparison(root: root, scene.park)
    let idle = scene.paidForNothing > 0 ? planned?.batteryCost : nil
    hub = solved.map { HubOperation($0, scene, run, root: root, idleBattery: idle) }
  }

  private var memberCosts: [String: Explanation] {
    guard hub != nil else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: scene.park.connections.map { ($0.id, reference(.member($0.id, .cost))) })
  }

  /// What the battery costs, under its path.
  private var batteryCost: Explanation? { hub.map { $0.reference(.cost(.battery), $0.explanation(.battery)) } }

  var figures: [StressEventFigure] {
    let sums = StressSumFigure.allCases.filter(has).map { StressEventFigure.sum($0) }
    let isCold = scene.event == .coldYear
    let factors = isCold ? run.weather.months.indices.map { $0 + 1 } : []
    let ids = scene.park.connections.map(\.id)
    return sums
      + (hub.map { $0.figures + [.proof(.lowerBound), .proof(.gap)] } ?? []).map { .year($0) }
      + ids.flatMap { id in
        StressMemberFigure.allCases.filter { hub != nil || $0 == .energyAlone || $0 == .costAlone }
          .map { .member(id, $0) }
          + factors.map { .monthFactor(id, $0) }
      } + group.figures.map { .group($0) }
  }

  private func has(_ figure: StressSumFigure) -> Bool {
    switch figure {
    case .increase, .contractRise, .toDivide: hub != nil
    case .costAlone: true
    case .degreeDays, .heatingShare: scene.event == .coldYear
    case .unserved: hub == nil
    }
  }

  func explanation(of figure: StressEventFigure) -> Explanation {
    switch figure {
    case .sum(let figure): sum(figure)
    case .year(let figure): hub?.explanation(of: figure) ?? proof(figure)
    case .member(let id, let figure): member(scene.park.connections.firstIndex { $0.id == id }!, figure)
    case .group(let figure): group.explanation(of: figure)
    case .monthFactor(let id, let month): monthFactor(id, month)
    }
  }

  func reference(_ figure: StressEventFigure) -> Explanation {
    let path = ([root] + figure.steps).joined(separator: "/")
    return references(path) { explanation(of: figure).reference(to: path) }
  }

  private func members(_ label: LocalizedText, _ figure: StressMemberFigure) -> Explanation {
    Explanation(
      label, .sum, notation: "Σ leden die blijven", unit: .euro,
      parts: scene.park.connections.map { reference(.member($0.id, figure)) })
  }

  private func sum(_ figure: StressSumFigure) -> Explanation {
    switch figure {
    case .increase: return members(LocalizedText(nl: "meer dan gepland", en: "more than planned"), .increase)
    case .costAlone: return members(LocalizedText(nl: "ieder apart", en: "each alone"), .costAlone)
    case .contractRise:
      return Explanation(
        LocalizedText(nl: "stijging van het contract", en: "rise of the contract"), .maximum,
        notation: "max(0; contract − gekozen contract)", unit: .kilowatt,
        parts: [
          HubOperation.nothing,
          Explanation(
            LocalizedText(nl: "verschil", en: "difference"), .difference, notation: "contract − gekozen contract",
            unit: .kilowatt, parts: [reference(.year(.size(.contract))), run.reference(planned: .contract)]),
        ])
    case .toDivide:
      return Explanation(
        LocalizedText(nl: "te verdelen volgens de sleutel", en: "to be divided by the key"), .difference,
        notation: "kosten samen − Σ eigen energie", unit: .euro,
        parts: [
          reference(.year(.cost(.total))),
          members(LocalizedText(nl: "eigen energie van allen", en: "own energy of all"), .energyAlone),
        ])
    case .degreeDays: return run.weather.degreeDays
    case .heatingShare: return Explanation(run.weather.heating)
    case .unserved:
      return Explanation(
        LocalizedText(nl: "past niet binnen de rechten", en: "does not fit the rights"), value: unserved,
        unit: .kilowattHour,
        basis: .optimum(
          Optimum(
            LocalizedText(
              nl: "het minste dat met deze maten niet te leveren of af te voeren is",
              en: "the least that cannot be supplied or exported with these sizes"))))
    }
  }

  /// What no operation undercuts, and how far the cost may be from it.
  private func proof(_ figure: HubFigure) -> Explanation {
    guard figure == .proof(.gap) else {
      return Explanation(
        LocalizedText(nl: "ondergrens van de kosten", en: "lower bound of the cost"),
        value: solved?.told.proof.lowerBound ?? .nan, unit: .euro,
        basis: .optimum(Optimum(HubOperation.lagrange, evidence: hub?.found.evidence ?? [])))
    }
    let total = reference(.year(.cost(.total)))
    let cost = hub?.idleBattery.map { idle in
      Explanation(
        LocalizedText(nl: "zonder wat stilstaat", en: "without what stands idle"), .difference,
        notation: "kosten − stilstaande batterij", unit: .euro, parts: [total, idle])
    }
    return .gap(cost ?? total, bound: reference(.year(.proof(.lowerBound))))
  }
}

/// References that were made before: sums over members are met with every member.
private final class ReferenceCache {
  private var known: [String: Explanation] = [:]

  func callAsFunction(_ path: String, make: () -> Explanation) -> Explanation {
    if let found = known[path] { return found }
    let made = make()
    known[path] = made
    return made
  }
}
