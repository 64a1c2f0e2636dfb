import EnergyHubs
import Provenance
import Quantities

extension EnergyCaseAssembly {
  /// Where the rows of `load.csv` stand in the year; nil without such columns, or when they cannot be placed.
  mutating func loadRows(_ rules: SeriesRules) -> EnergyRows? {
    guard !files.load.columns.isEmpty else { return nil }
    let rows = EnergyRows(
      files.load, calendar, longestHole: rules.longestFill, completable: .anything, completes: completesYear)
    problems += rows.diagnostics
    loadIsPlaced = !rows.diagnostics.hasErrors
    return loadIsPlaced ? rows : nil
  }

  /// The year of a connection from where it stands: a stored profile, `load.csv`, a meter file, or a standard profile.
  mutating func profile(
    _ row: EnergyConnectionRow, _ connection: Connection, _ rows: EnergyRows?, _ meters: EnergyMeters,
    _ rules: SeriesRules
  ) -> Profile? {
    if let stored = files.stored[row.id] {
      origins.loads[row.id] = EnergyOrigins.stored
      return restored(stored, row, connection, rules)
    }
    let column = files.load[row.id]
    let metered = meters.series(of: connection)
    if let metered, column != nil { tellTwoSources(row, metered.file) }
    if let column {
      origins.loads[row.id] = files.load.file
      guard let rows else { return nil }
      return measured(row, connection, rows.values(column), rules)
    }
    origins.loads[row.id] = metered?.file
    guard let metered else { return meters.names(connection) || !loadIsPlaced ? nil : standard(row) }
    tellOverlaps(row, metered)
    checkProduction(row, metered)
    return complete(metered.net, row, connection, rules, file: metered.file)
  }

  private mutating func tellTwoSources(_ row: EnergyConnectionRow, _ file: String?) {
    add(
      "two-sources", .init(file: file, record: row.id), nl: "deze aansluiting staat ook in load.csv",
      "Houd één van beide.", en: "this connection stands in load.csv too", "Keep one of the two.")
  }

  private mutating func measured(
    _ row: EnergyConnectionRow, _ connection: Connection, _ values: [Double], _ rules: SeriesRules
  ) -> Profile? {
    let parts = [files.load.file] + files.loadParts.map(\.file)
    let isUnreadable = files.diagnostics.contains { found in
      found.place.field == row.id && found.place.file.map(parts.contains) ?? false
    }
    guard !isUnreadable else { return nil }
    let scale =
      switch files.settings.measure {
      case .megawatts: Kilowatts.perMegawatt
      case .kilowattHoursPerStep: 1 / EnergyRows.step(of: files.load, calendar.year.step).hours
      default: 1.0
      }
    let raw = RawSeries(name: row.id, year: calendar.year, kilowatts: values.map { Float($0 * scale) })
    return complete(raw, row, connection, rules, file: files.load.file)
  }

  /// Fills and judges a series; what is synthetic is never called a measurement.
  private mutating func complete(
    _ raw: RawSeries, _ row: EnergyConnectionRow, _ connection: Connection, _ rules: SeriesRules, file: String?
  ) -> Profile? {
    let (profile, found) = raw.completed(by: rules, expecting: expectation(row, connection), file: file)
    problems += Self.condensed(found)
    guard files.settings.isSynthetic, let profile else { return profile }
    return Profile(calendar.year, kilowatts: profile.kilowatts, origin: .derived)
  }

  /// A stored profile keeps what was said of it when it was read, and is judged again against what is known now.
  private mutating func restored(
    _ profile: Profile, _ row: EnergyConnectionRow, _ connection: Connection, _ rules: SeriesRules
  ) -> Profile {
    if profile.isMeasured {
      let raw = RawSeries(name: row.id, year: profile.year, kilowatts: profile.kilowatts)
      problems += Self.condensed(raw.completed(by: rules, expecting: expectation(row, connection)).diagnostics)
    }
    return profile
  }

  private func expectation(_ row: EnergyConnectionRow, _ connection: Connection) -> SeriesExpectation {
    let generation = connection.assets.filter { !$0.isPlanned }.map(\.generation).total()
    return SeriesExpectation(
      annual: row.annual.map { KilowattHours($0) }, contracted: connection.mostAllowed(.offtake),
      physical: connection.offtake.physical, feedIn: connection.mostAllowed(.feedIn),
      generation: generation > .zero ? generation : nil)
  }

  /// What a series has more often than a few times is told once, with its number.
  private static func condensed(_ found: [Diagnostic]) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    for diagnostic in found { counts[diagnostic.code, default: 0] += 1 }
    var told: Set<String> = []
    return found.compactMap { diagnostic in
      let count = counts[diagnostic.code] ?? 0
      guard count > most else { return diagnostic }
      guard told.insert(diagnostic.code).inserted else { return nil }
      return Diagnostic(
        diagnostic.severity, diagnostic.code, at: diagnostic.place, value: diagnostic.value,
        message: diagnostic.message
          + LocalizedText(nl: " (\(count) keer, te beginnen hier)", en: " (\(count) times, first here)"),
        remedy: diagnostic.remedy)
    }
  }

  private static let most = 3

  /// Two firms do not have the same year: a copy was pasted twice.
  mutating func checkSame(_ connections: [EnergyConnection]) {
    let own = connections.filter { connection in
      guard case .standard = connection.profile.origin else { return connection.profile.peak > .zero }
      return false
    }
    for (place, connection) in own.enumerated() {
      guard let twin = own[..<place].first(where: { $0.profile.kilowatts == connection.profile.kilowatts }) else {
        continue
      }
      add(
        "same-series", .init(record: connection.id), value: twin.id, severity: .warning,
        nl: "deze reeks is gelijk aan die van een andere aansluiting", "Is een kolom tweemaal geplakt?",
        en: "this series equals that of another connection", "Was a column pasted twice?")
    }
  }
}
