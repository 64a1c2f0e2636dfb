import EnergyHubs
import Provenance
import Quantities

/// `energy group --stress`, explained: each event is a world of its own, whose figures lead to each other and to the year as
/// planned.
struct ExplainedStress: ExplainedEnergy {
  let root = EnergyTopic.group.rawValue
  private let run: StressRun
  private let events: [ExplainedEvent]
  private let places: [StressPlace]

  /// - Parameter path: of the figure that is asked for; an event that it does not need is not worked out. Every event when it
  ///   names none.
  /// - Throws: as `StressGroup` does.
  init(
    _ request: StressGroup.Request, _ park: EnergyCase, _ prices: PriceYear?, _ library: PlanningLibrary, path: String
  ) throws(PlanningError) {
    run = try StressGroup().prepared(request, park, prices, library).run
    let known = run.scenes.map { (scene: $0, place: StressPlace($0, park)) }
    places = known.map(\.place)
    let asked = known.filter { place in
      (path + "/").hasPrefix(Self.start(place.place) + "/") || place.place == .asPlanned
    }
    let chosen = asked.count > 1 || path.hasPrefix(Self.start(.asPlanned)) ? asked : known
    let run = run
    let found = Parallel.map(chosen) { item in Result { () throws(SizingError) in try item.scene.solved() } }
    var events: [ExplainedEvent] = []
    for (item, result) in zip(chosen, found) {
      events.append(
        try ExplainedEvent(item.scene, Self.start(item.place), result, run, planned: events.first, library))
    }
    self.events = events
  }

  /// What the paths of an event begin with.
  private static func start(_ place: StressPlace) -> String {
    ([EnergyTopic.group.rawValue, StressFigure.step] + place.steps).joined(separator: "/")
  }

  var figures: [StressFigure] {
    run.plannedNames.map(StressFigure.planned)
      + events.flatMap { event in event.figures.map { StressFigure.event(StressPlace(event.scene, run.park), $0) } }
  }

  /// Events that were not worked out.
  var others: [[String]] { places.map { [StressFigure.step] + $0.steps } }

  func explanation(of figure: StressFigure) -> Explanation {
    switch figure {
    case .planned(let name): run.planned(name)
    case .event(let place, let figure):
      events.first { StressPlace($0.scene, run.park) == place }!.explanation(of: figure)
    }
  }
}

extension StressPlace {
  fileprivate init(_ scene: StressScene, _ park: EnergyCase) {
    self =
      switch scene.event {
      case .asPlanned: .asPlanned
      case .batteryFails: .batteryFails
      case .coldYear: .coldYear
      case .priceYear: .priceYear
      case .memberLeaves: .memberLeaves(park.connections[scene.leaver].id)
      }
  }
}

extension StressRun {
  /// The sizes that stand whatever happens.
  fileprivate var plannedNames: [HubSizeName] {
    [.contract, .batteryEnergy, .batteryPower] + (park.flexibility.boiler > 0 ? [.boiler] : [])
      + park.roofs.map { .roof($0.name) }
  }

  /// What was chosen for the year as planned.
  fileprivate func planned(_ name: HubSizeName) -> Explanation {
    let sizes = plan.sizes
    let (value, unit, label): (Double, Unit, LocalizedText) =
      switch name {
      case .batteryEnergy:
        (sizes.batteryEnergy, .kilowattHour, LocalizedText(nl: "gekozen inhoud", en: "capacity chosen"))
      case .batteryPower: (sizes.batteryPower, .kilowatt, LocalizedText(nl: "gekozen vermogen", en: "power chosen"))
      case .boiler: (sizes.boiler, .kilowatt, LocalizedText(nl: "gekozen e-boiler", en: "e-boiler chosen"))
      case .roof(let roof):
        (
          sizes.roofs[roof] ?? 0, .kilowattPeak,
          LocalizedText(nl: "gekozen zonnepanelen \(roof)", en: "panels chosen, \(roof)")
        )
      case .contract, .monthlyPeak:
        (sizes.contract, .kilowatt, LocalizedText(nl: "gekozen groepscontract", en: "group contract chosen"))
      }
    guard name != .contract || request.division.contract == nil else {
      return Explanation(label, value: value, unit: unit, basis: .definition)
    }
    let found = HubOperation.chosen(
      cost: plan.found.cost, bound: plan.found.lowerBound, gap: plan.found.certificate.gap)
    return Explanation(label, value: value, unit: unit, basis: .optimum(found))
  }

  /// The same, under its path.
  func reference(planned name: HubSizeName) -> Explanation {
    planned(name).reference(to: StressFigure.planned(name).path(in: .group))
  }
}
