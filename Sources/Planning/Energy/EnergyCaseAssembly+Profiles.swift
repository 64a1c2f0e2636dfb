import EnergyHubs
import Provenance
import Quantities

extension EnergyCaseAssembly {
  /// Where the rows of `load.csv` stand in the year; nil without such columns, or when they cannot be placed.
  ///
  /// Where meter files have the same connections, rows that are missing may stand there: then each connection is judged by itself.
  mutating func loadRows(_ rules: SeriesRules, _ meters: EnergyMeters) -> EnergyRows? {
    guard !files.load.columns.isEmpty else { return nil }
    let isJoined = files.connections.contains { files.load[$0.id] != nil && meters.names($0) }
    let rows = EnergyRows(
      files.load, calendar, longestHole: isJoined ? .infinity : rules.longestFill, completable: .anything,
      completes: completesYear)
    problems += rows.diagnostics
    loadIsPlaced = !rows.diagnostics.hasErrors
    return loadIsPlaced ? rows : nil
  }

  /// The year of a connection from where it stands: a stored profile, `load.csv` and meter files, or a standard profile.
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
    let sources = [column == nil ? nil : files.load.file, metered?.file].compactMap { $0 }
    origins.loads[row.id] = sources.isEmpty ? nil : sources.joined(separator: " + ")
    if let metered {
      problems += metered.overlaps.flatMap(\.diagnostics)
      checkProduction(row, metered)
    }
    var wide: RawSeries?
    if let column {
      guard let rows, !hasUnreadableLoad(row) else { return nil }
      wide = loadSeries(row, rows.values(column))
    }
    guard let raw = joined(row, wide, metered) else {
      return meters.names(connection) || !loadIsPlaced ? nil : standard(row)
    }
    return complete(raw, row, connection, rules, file: origins.loads[row.id])
  }

  /// A column of `load.csv` and what meter files have of the same connection: each has what the other lacks, and neither is preferred.
  private mutating func joined(
    _ row: EnergyConnectionRow, _ wide: RawSeries?, _ metered: EnergyMeters.Found?
  ) -> RawSeries? {
    let parts = JoinedMeters(
      [(wide, files.load.file), (metered?.net, metered?.file)].compactMap { series, file in
        series.map { MeterSeries(connection: row.id, direction: .net, series: $0, file: file) }
      })
    problems += parts.overlaps.flatMap(\.diagnostics)
    return parts.series
  }

  /// Whether cells of the connection's column could not be read, which was told.
  private func hasUnreadableLoad(_ row: EnergyConnectionRow) -> Bool {
    let parts = [files.load.file] + files.loadParts.map(\.file)
    return files.diagnostics.contains { found in
      found.place.field == row.id && found.place.file.map(parts.contains) ?? false
    }
  }

  /// A column of `load.csv` in the order of the year, in kW.
  private func loadSeries(_ row: EnergyConnectionRow, _ values: [Double]) -> RawSeries {
    let scale =
      switch files.settings.measure {
      case .megawatts: Kilowatts.perMegawatt
      case .kilowattHoursPerStep: 1 / EnergyRows.step(of: files.load, calendar.year.step).hours
      default: 1.0
      }
    return RawSeries(name: row.id, year: calendar.year, kilowatts: values.map { Float($0 * scale) })
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
