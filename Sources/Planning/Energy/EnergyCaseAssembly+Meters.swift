import EnergyHubs
import Provenance
import Quantities

/// The series of all meter files, by the connection as they name it — *meetreeksen van een studie*.
struct EnergyMeters {
  /// One connection's values in its year, kW.
  struct Found {
    let net: RawSeries
    let production: RawSeries?
    let feedIn: RawSeries?
    let file: String?
    /// What several files have of the same steps, under one name or under the id and the code of the connection.
    let overlaps: [PartOverlap]
  }

  private var series: [String: [MeterSeries]] = [:]
  /// Names that some file has values for, read or not.
  private var named: Set<String> = []

  init(_ readings: [(source: MeterTable, reading: MeterReading)]) {
    for (source, reading) in readings {
      if let name = source.connection { named.insert(name) }
      for found in reading.series {
        named.insert(found.connection)
        series[found.connection, default: []].append(found)
      }
    }
  }

  /// Names that belong to none of these connections.
  func strangers(_ connections: [EnergyConnectionRow]) -> [String] {
    let known = Set(connections.flatMap(Self.names))
    return named.subtracting(known).sorted()
  }

  private static func codes(_ text: String?) -> [String] {
    text.map { [$0] + (EANCode($0).map { [$0.digits] } ?? []) } ?? []
  }

  private static func names(of row: EnergyConnectionRow) -> [String] { [row.id] + codes(row.ean) }

  func names(_ row: EnergyConnectionRow) -> Bool { !named.isDisjoint(with: Self.names(of: row)) }

  func names(_ connection: Connection) -> Bool { !named.isDisjoint(with: names(of: connection)) }

  private func names(of connection: Connection) -> [String] {
    [connection.id] + (connection.ean.map { [$0.digits] } ?? [])
  }

  /// Offtake less feed-in, or the net series; nil where no file has values.
  func series(of connection: Connection) -> Found? {
    let mine = Set(names(of: connection)).sorted().flatMap { series[$0] ?? [] }
    var overlaps: [PartOverlap] = []
    func part(_ direction: MeterDirection) -> RawSeries? {
      let parts = JoinedMeters(mine.filter { $0.direction == direction })
      overlaps += parts.overlaps
      return parts.series
    }
    let production = part(.production)
    let (offtake, feedIn, net) = (part(.offtake), part(.feedIn), part(.net))
    guard let first = net ?? offtake ?? feedIn else { return nil }
    let values = first.kilowatts.indices.map { step -> Float in
      let (use, back) = (offtake?.kilowatts[step] ?? 0, feedIn?.kilowatts[step] ?? 0)
      let byDirection = offtake == nil && feedIn == nil ? .nan : use - back
      return net.map { $0.kilowatts[step].isNaN ? byDirection : $0.kilowatts[step] } ?? byDirection
    }
    return Found(
      net: RawSeries(name: connection.id, year: first.year, kilowatts: values), production: production,
      feedIn: feedIn, file: mine.first?.file, overlaps: overlaps)
  }
}

extension EnergyCaseAssembly {
  /// Reads every meter file of the folder.
  mutating func meters() -> EnergyMeters {
    let rules = MeterRules(
      clock: calendar.timeClock, label: files.settings.label ?? .start, measure: files.settings.measure)
    let readings = MeterTable.joiningCounters(files.meters).map { ($0, MeterReading($0, by: rules, in: calendar.year)) }
    for (_, reading) in readings { problems += reading.diagnostics }
    let meters = EnergyMeters(readings)
    for name in meters.strangers(files.connections) {
      add(
        "unknown-meter", .init(file: EnergyCaseFiles.metersFolder, record: name),
        nl: "deze meetwaarden horen bij geen aansluiting",
        "Geef het bestand of de rijen het id of de EAN-code van een aansluiting.",
        en: "these measurements belong to no connection",
        "Give the file or its rows the id or the EAN code of a connection.")
    }
    return meters
  }

  /// What is fed in was produced first, or came from a battery.
  mutating func checkProduction(_ row: EnergyConnectionRow, _ found: EnergyMeters.Found) {
    guard let production = found.production, let feedIn = found.feedIn else { return }
    let battery = Float(row.extras["battery_kw"] ?? 0)
    let above = feedIn.kilowatts.indices.filter { step in
      feedIn.kilowatts[step] > production.kilowatts[step] + battery + Self.rounding
    }
    guard let first = above.first else { return }
    add(
      "feed-in-exceeds-production", .init(file: found.file, record: row.id),
      value: "\(feedIn.kilowatts[first]) > \(production.kilowatts[first]) kW", severity: .warning,
      nl:
        "in \(above.count) stappen is de teruglevering hoger dan de opwek, te beginnen op \(calendar.year.spelled(first))",
      "Zijn opwek en teruglevering verwisseld, of ontbreekt een installatie?",
      en: "in \(above.count) steps the feed-in is higher than the production, first at \(calendar.year.spelled(first))",
      "Were production and feed-in swapped, or is an asset missing?")
  }

  /// kW that meters round away.
  private static let rounding: Float = 0.1
}
