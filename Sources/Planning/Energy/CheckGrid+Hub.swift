import EnergyHubs
import Provenance
import Quantities

extension CheckGrid {
  /// The feeder with the hub that `SizeHub` chooses, run as its dispatch says — *streng met hub*.
  public struct WithHub: Codable, Sendable, Equatable {
    public let sizes: HubSizes
    /// Where battery and e-boiler stand.
    public let node: String
    public let situation: Situation
  }

  /// Nil where the hub was not asked for.
  static func withHub(_ request: Request, _ feeder: FeederFile, _ park: EnergyCase, powerFactor: Double)
    throws(PlanningError) -> WithHub?
  {
    guard let (answer, hub) = try hub(request, feeder, park) else { return nil }
    return WithHub(
      sizes: answer.sizes, node: hub.node,
      situation: try situation(request, feeder, park, powerFactor: powerFactor, hub: hub))
  }

  /// The hub with the answer that its sizes are of; nil where it was not asked for.
  static func hub(_ request: Request, _ feeder: FeederFile, _ park: EnergyCase) throws(PlanningError)
    -> (answer: SizeHub.Answer, hub: FeederHub)?
  {
    guard let place = request.hub else { return nil }
    let node = try node(place, feeder)
    guard let answer = try SizeHub()(.init(), park).answer, let flows = PlanDispatch().flows(answer.sizes, park) else {
      throw .invalidInput([PlanDispatch.nothingPossible])
    }
    return (answer, FeederHub(park, answer.sizes, flows, node: node))
  }

  private static func node(_ place: HubPlace, _ feeder: FeederFile) throws(PlanningError) -> String {
    guard let source = feeder.source, let first = feeder.cables.first(where: { $0.from == source }) else {
      throw .invalidInput([noSource(feeder)])
    }
    guard let node = place.node else { return first.to }
    let known = nodes(of: feeder)
    guard !known.contains(node) else { return node }
    throw .invalidInput([
      Diagnostic(
        .error, "energy-grid.no-node", at: .init(file: feeder.name), value: node,
        message: LocalizedText(
          nl: "de streng heeft geen knoop met deze naam", en: "the feeder has no node of this name"),
        remedy: LocalizedText(
          nl: "Kies uit: \(known.sorted().joined(separator: ", ")).",
          en: "Choose one of: \(known.sorted().joined(separator: ", ")).")
      )
    ])
  }
}

/// What a hub changes at the nodes of a feeder — *hub op de streng*.
///
/// Panels lie on the roofs of the connections in proportion to their room and are curtailed in proportion; what is switched off
/// goes by the load of the moment. Production that stands already has no place and is left out, with and without the hub.
struct FeederHub {
  let node: String
  /// kW that battery and e-boiler take, per step.
  let power: [Double]
  private let park: EnergyCase
  private let sizes: HubSizes
  /// Shares of the sun that is used and of the load that is kept, per step.
  private let usedSun: [Double]
  private let keptLoad: [Double]

  init(_ park: EnergyCase, _ sizes: HubSizes, _ flows: PlanDispatch.Flows, node: String) {
    self.park = park
    self.sizes = sizes
    self.node = node
    let boiler = flows.boiler
    power = flows.charged.indices.map { flows.charged[$0] - flows.discharged[$0] + (boiler?[$0] ?? 0) }
    usedSun = zip(flows.generated, park.sun(sizes.roofs)).map { $1 > 0 ? $0 / $1 : 0 }
    keptLoad = Self.keptLoad(park, flows)
  }

  private static func keptLoad(_ park: EnergyCase, _ flows: PlanDispatch.Flows) -> [Double] {
    guard let off = flows.switchedOff else { return [] }
    var taken = [Double](repeating: 0, count: off.count)
    for connection in park.connections {
      for (step, value) in connection.profile.values.enumerated() { taken[step] += max(0, value) }
    }
    return zip(off, taken).map { $1 > 0 ? 1 - $0 / $1 : 1 }
  }

  /// kW of a connection with what is switched off taken away.
  func load(of connection: EnergyConnection) -> [Double] {
    let values = connection.profile.values
    return keptLoad.isEmpty ? values : zip(values, keptLoad).map { $0 > 0 ? $0 * $1 : $0 }
  }

  /// kW of the panels on the roof of a connection; nil without any.
  func sun(of connection: EnergyConnection) -> [Double]? {
    panels(on: connection).map { roof, size in zip(roof.factor, usedSun).map { $0 * size * $1 } }
  }

  /// The same at one step.
  func sun(of connection: EnergyConnection, at step: Int) -> Double? {
    panels(on: connection).map { roof, size in roof.factor[step] * size * usedSun[step] }
  }

  private func panels(on connection: EnergyConnection) -> (roof: EnergyRoof, size: Double)? {
    guard let roof = park.roofs.first(where: { $0.name == connection.roof }), roof.most > .zero,
      let built = sizes.roofs[roof.name], built > 0, connection.roofMost > .zero
    else { return nil }
    return (roof, built * (connection.roofMost.value / roof.most.value))
  }
}
