import EnergyHubs
import Provenance
import Quantities

/// Voltages, currents and losses of the feeder of a park in every step — *netberekening*.
///
/// A connection hangs on the node of its own name, else on that of its station.
public struct CheckGrid: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// kV between phases.
    public var nominalVoltage: Double
    /// At the busbar, in units of the nominal voltage.
    public var sourceVoltage: Double
    /// Whether the hub of `SizeHub` is put on the feeder too, and where; nil leaves it out.
    public var hub: HubPlace?

    public init(nominalVoltage: Double = 10, sourceVoltage: Double = 1, hub: HubPlace? = nil) {
      self.nominalVoltage = nominalVoltage
      self.sourceVoltage = sourceVoltage
      self.hub = hub
    }
  }

  /// - Throws: `PlanningError.invalidInput` with everything that is wrong with the feeder and what hangs on it.
  public func callAsFunction(_ request: Request, _ feeder: FeederFile, _ park: EnergyCase, library: PlanningLibrary)
    throws(PlanningError) -> Response
  {
    var reader = ParameterReader(library.parameters, on: CalendarDate(startOf: park.year.year))
    let factor: Double
    let deviation: Double
    do {
      factor = try reader.read(Self.powerFactorKey).value
      deviation = try reader.read("energy-grid/voltage-deviation").value
    } catch { throw .missing([error]) }
    let now = try Self.situation(request, feeder, park, powerFactor: factor)
    return Response(
      request: request, study: park.name, isSynthetic: park.isSynthetic, isConfidential: park.isConfidential,
      completed: CompletedConnection.all(park), steps: park.year.count, nodes: now.nodes,
      cables: now.cables, losses: now.losses, lossShare: now.lossShare, allowedDeviation: deviation,
      parameters: reader.readings, hub: try Self.withHub(request, feeder, park, powerFactor: factor))
  }

  static let powerFactorKey = "energy-grid/power-factor"

  static func situation(
    _ request: Request, _ feeder: FeederFile, _ park: EnergyCase, powerFactor: Double, hub: FeederHub? = nil
  ) throws(PlanningError) -> Situation {
    let flow = try flow(request, feeder, park, powerFactor: powerFactor, hub: hub)
    let taken = park.load.reduce(0, +) * park.hours
    let lost = flow.losses.reduce(0, +) * park.hours
    return Situation(
      nodes: flow.network.nodes.indices.compactMap { node($0, flow, park) },
      cables: flow.network.cables.indices.map { cable($0, flow, park) }.sorted { $0.loading > $1.loading },
      losses: lost, lossShare: taken > 0 ? lost / taken : nil)
  }

  static func flow(
    _ request: Request, _ feeder: FeederFile, _ park: EnergyCase, powerFactor: Double, hub: FeederHub?
  ) throws(PlanningError) -> FeederFlow {
    guard let source = feeder.source else { throw .invalidInput([noSource(feeder)]) }
    let problems = unplaced(feeder, park)
    guard problems.isEmpty else { throw .invalidInput(problems) }
    do {
      let network = try FeederNetwork(
        source: source, cables: feeder.cables, nominalVoltage: request.nominalVoltage)
      let loads = Self.loads(feeder, park, powerFactor: powerFactor, hub: hub)
      return try FeederFlow(network, loads: loads, sourceVoltage: request.sourceVoltage)
    } catch {
      throw .invalidInput(error.faults.map { diagnostic($0, feeder) })
    }
  }

  /// Reactive power goes with the offtake of the connections only: what feeds in, and the hub, do so at a factor of one.
  private static func loads(_ feeder: FeederFile, _ park: EnergyCase, powerFactor: Double, hub: FeederHub?)
    -> [String: FeederLoad]
  {
    let tangent = (1 / (powerFactor * powerFactor) - 1).squareRoot()
    let nodes = nodes(of: feeder)
    var loads: [String: [Double]] = [:]
    var moved: [String: [Double]] = [:]
    func add(_ values: [Double], at node: String, to sums: inout [String: [Double]]) {
      sums[node] = sums[node].map { zip($0, values).map(+) } ?? values
    }
    for connection in park.connections {
      guard let node = node(of: connection, nodes) else { continue }
      add(hub?.load(of: connection) ?? connection.profile.values, at: node, to: &loads)
      if let sun = hub?.sun(of: connection) { add(sun.map { -$0 }, at: node, to: &moved) }
    }
    if let hub {
      add(hub.power, at: hub.node, to: &moved)
      if loads[hub.node] == nil { loads[hub.node] = [Double](repeating: 0, count: park.year.count) }
    }
    return Dictionary(
      uniqueKeysWithValues: loads.map { node, values in
        let active = moved[node].map { zip(values, $0).map(+) } ?? values
        return (node, FeederLoad(active: active, reactive: values.map { max(0, $0) * tangent }))
      })
  }

  static func nodes(of feeder: FeederFile) -> Set<String> { Set(feeder.cables.flatMap { [$0.from, $0.to] }) }

  private static func node(of connection: EnergyConnection, _ nodes: Set<String>) -> String? {
    [connection.id, connection.name, connection.station].compactMap { $0 }.first(where: nodes.contains)
  }

  private static func node(_ place: Int, _ flow: FeederFlow, _ park: EnergyCase) -> Node? {
    flow.voltageRange(node: place).map { range in
      Node(
        name: flow.network.nodes[place], lowest: range.lowest.value, lowestAt: time(range.lowest.step, park),
        highest: range.highest.value, highestAt: time(range.highest.step, park))
    }
  }

  private static func cable(_ place: Int, _ flow: FeederFlow, _ park: EnergyCase) -> Cable {
    let cable = flow.network.cables[place]
    let currents = flow.currents[place * flow.steps..<(place + 1) * flow.steps]
    let highest = currents.indices.max { currents[$0] < currents[$1] }
    let most = highest.map { currents[$0] } ?? 0
    let step = highest.map { $0 - currents.startIndex } ?? 0
    return Cable(
      from: cable.from, to: cable.to, current: most, rated: cable.ratedCurrent, loading: most / cable.ratedCurrent,
      at: time(step, park), hoursOver: Double(currents.count { $0 > cable.ratedCurrent }) * park.hours)
  }

  /// `2023-01-17 08:15`.
  private static func time(_ step: Int, _ park: EnergyCase) -> String {
    let reading = park.year.reading(of: step)
    let minute = reading.secondOfDay / Moment.secondsPerMinute
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(reading.date) \(two(minute / 60)):\(two(minute % 60))"
  }

  static func noSource(_ feeder: FeederFile) -> Diagnostic {
    Diagnostic(
      .error, "energy-grid.source", at: .init(file: feeder.name),
      message: LocalizedText(
        nl: "de kabels beginnen niet bij precies één voedingspunt", en: "the cables do not start at exactly one source"),
      remedy: LocalizedText(
        nl: "Schrijf elke kabel van het station af: from ligt dichter bij het station dan to.",
        en: "Write every cable away from the station: from lies nearer to the station than to."))
  }

  private static func unplaced(_ feeder: FeederFile, _ park: EnergyCase) -> [Diagnostic] {
    let nodes = nodes(of: feeder)
    return park.connections.filter { node(of: $0, nodes) == nil }.map { connection in
      Diagnostic(
        .error, "energy-grid.unplaced", at: .init(file: feeder.name), value: connection.id,
        message: LocalizedText(
          nl: "deze aansluiting ligt aan geen knoop van de streng", en: "this connection is at no node of the feeder"),
        remedy: LocalizedText(
          nl: "Noem een knoop naar de aansluiting of naar haar station.",
          en: "Name a node after the connection or its station."))
    }
  }

  private static func diagnostic(_ fault: FeederFault, _ feeder: FeederFile) -> Diagnostic {
    Diagnostic(
      .error, "energy-grid.feeder", at: .init(file: feeder.name), message: fault.message,
      remedy: LocalizedText(nl: "Verbeter feeder.csv.", en: "Correct feeder.csv."))
  }
}
