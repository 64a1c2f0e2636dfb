import EnergyHubs
import Provenance
import Quantities

/// A feeder over a year, explained — *streng, verklaard*.
struct ExplainedFeeder {
  /// What the paths of its figures begin with.
  let root: String
  private let leaves: EnergyLeaves
  private let request: CheckGrid.Request
  private let feeder: FeederFile
  private let flow: FeederFlow
  private let hub: FeederHub?

  init(
    _ request: CheckGrid.Request, _ feeder: FeederFile, _ park: EnergyCase, _ powerFactor: Double, hub: FeederHub?,
    root: String
  ) throws(PlanningError) {
    flow = try CheckGrid.flow(request, feeder, park, powerFactor: powerFactor, hub: hub)
    leaves = EnergyLeaves(park: park)
    self.request = request
    self.feeder = feeder
    self.hub = hub
    self.root = root
  }

  var figures: [FeederFigure] {
    let network = flow.network
    return [.losses] + (leaves.park.load.reduce(0, +) > 0 ? [.lossShare] : [])
      + network.nodes.flatMap { node in GridNodeFigure.allCases.map { .node(node, $0) } }
      + network.cables.flatMap { cable in GridCableFigure.allCases.map { .cable(Self.name(cable), $0) } }
  }

  private static func name(_ cable: FeederCable) -> String { "\(cable.from)–\(cable.to)" }

  func explanation(of figure: FeederFigure) -> Explanation {
    switch figure {
    case .losses:
      leaves.yearly(
        LocalizedText(nl: "verlies van een jaar", en: "losses of a year"), .kilowattHour, of: .kilowatt, flow.losses
      ) { step in
        found(
          LocalizedText(nl: "verlies, \(leaves.time(step))", en: "losses, \(leaves.time(step))"), flow.losses[step],
          .kilowatt)
      }
    case .lossShare: lossShare
    case .node(let name, let figure): voltage(flow.network.nodes.firstIndex(of: name)!, figure)
    case .cable(let name, let figure): cable(flow.network.cables.firstIndex { Self.name($0) == name }!, figure)
    }
  }

  private func reference(_ figure: FeederFigure) -> Explanation {
    explanation(of: figure).reference(to: ([root] + figure.steps).joined(separator: "/"))
  }

  private var lossShare: Explanation {
    let taken = leaves.yearly(
      LocalizedText(nl: "afname", en: "load"), .kilowattHour, of: .kilowatt, leaves.park.load, leaf: leaves.load)
    return Explanation(
      LocalizedText(nl: "verlies als deel van de afname", en: "losses as a share of the load"), .quotient,
      notation: "verlies / afname", unit: .share, parts: [reference(.losses), taken])
  }

  /// What the load flow finds at one step.
  private func found(_ label: LocalizedText, _ value: Double, _ unit: Unit, _ evidence: [Optimum.Evidence] = [])
    -> Explanation
  {
    Explanation(
      label, value: value, unit: unit,
      basis: .optimum(
        Optimum(
          LocalizedText(
            nl: "belastingberekening: achterwaarts stromen, voorwaarts spanningen, tot niets meer verandert",
            en: "load flow: currents backward, voltages forward, until nothing changes"), evidence: evidence)))
  }

  // MARK: Voltages

  /// The voltage of the source less what every cable on the way takes.
  private func voltage(_ node: Int, _ figure: GridNodeFigure) -> Explanation {
    let range = flow.voltageRange(node: node)
    let step = (figure == .lowest ? range?.lowest : range?.highest)?.step ?? 0
    let source = Explanation(
      LocalizedText(nl: "spanning op het station", en: "voltage at the station"), value: request.sourceVoltage,
      unit: .one,
      basis: .definition)
    let name = flow.network.nodes[node]
    let words =
      figure == .lowest
      ? LocalizedText(nl: "laagste spanning van \(name)", en: "lowest voltage of \(name)")
      : LocalizedText(nl: "hoogste spanning van \(name)", en: "highest voltage of \(name)")
    return Explanation(
      words
        + LocalizedText(nl: " op \(leaves.time(step)), deel van nominaal", en: " at \(leaves.time(step)), of nominal"),
      .difference, notation: "station − Σ spanningsval van de kabels ernaartoe", unit: .one,
      parts: [source] + way(to: node).map { drop($0, step) })
  }

  /// The nodes from the one behind the source to a node.
  private func way(to node: Int) -> [Int] {
    var way: [Int] = []
    var place = node
    while place >= 0, flow.network.feeding[place] >= 0 {
      way.append(place)
      place = flow.network.feeding[place]
    }
    return way.reversed()
  }

  private func drop(_ node: Int, _ step: Int) -> Explanation {
    let place = flow.network.feedingCable[node]
    let cable = flow.network.cables[place]
    return found(
      LocalizedText(nl: "val over \(Self.name(cable))", en: "drop over \(Self.name(cable))"),
      flow.voltage(node: flow.network.feeding[node], step: step) - flow.voltage(node: node, step: step), .one,
      [
        .init(LocalizedText(nl: "stroom, A", en: "current, A"), flow.current(cable: place, step: step), .one),
        .init(LocalizedText(nl: "weerstand, Ω", en: "resistance, Ω"), cable.resistance, .one),
        .init(LocalizedText(nl: "reactantie, Ω", en: "reactance, Ω"), cable.reactance, .one),
      ])
  }

  // MARK: Cables

  private func cable(_ place: Int, _ figure: GridCableFigure) -> Explanation {
    let cable = flow.network.cables[place]
    let name = Self.name(cable)
    switch figure {
    case .current: return current(place, name)
    case .rated:
      return Explanation(
        LocalizedText(nl: "toegestane stroom, A", en: "rated current, A"), value: cable.ratedCurrent, unit: .one,
        basis: .record(table: feeder.name, key: name, field: "rated_a", origin: nil))
    case .loading:
      return Explanation(
        LocalizedText(nl: "belasting van \(name)", en: "loading of \(name)"), .quotient,
        notation: "hoogste stroom / toegestaan", unit: .share,
        parts: [reference(.cable(name, .current)), reference(.cable(name, .rated))])
    case .hoursOver:
      return leaves.hours(LocalizedText(nl: "uren boven toegestaan", en: "hours above what is allowed")) {
        flow.current(cable: place, step: $0) > cable.ratedCurrent
      }
    }
  }

  private func current(_ place: Int, _ name: String) -> Explanation {
    let currents = Array(flow.currents[place * flow.steps..<(place + 1) * flow.steps])
    return leaves.highest(
      LocalizedText(nl: "hoogste stroom van \(name), A", en: "highest current of \(name), A"), currents,
      in: currents.indices, unit: .one
    ) { step in
      found(
        LocalizedText(nl: "stroom, A, \(leaves.time(step))", en: "current, A, \(leaves.time(step))"), currents[step],
        .one, evidence(step))
    }
  }

  /// What hangs on the feeder at that moment.
  private func evidence(_ step: Int) -> [Optimum.Evidence] {
    let load = Optimum.Evidence(
      LocalizedText(nl: "afname van de hele groep", en: "load of the whole group"), leaves.load(step).value, .kilowatt)
    guard let hub else { return [load] }
    return [
      load,
      .init(
        LocalizedText(nl: "batterij en e-boiler", en: "battery and e-boiler"), hub.power[step], .kilowatt),
      .init(
        LocalizedText(nl: "zon op de daken van de leden", en: "sun on the roofs of the members"),
        leaves.park.connections.reduce(0) { $0 + (hub.sun(of: $1, at: step) ?? 0) }, .kilowatt),
    ]
  }
}
