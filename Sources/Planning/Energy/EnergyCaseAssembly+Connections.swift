import EnergyHubs
import Provenance
import Quantities

extension EnergyCaseAssembly {
  mutating func connections(_ rules: SeriesRules) -> [EnergyConnection] {
    checkNames()
    let rows = EnergyRows(files.load, calendar, longestHole: rules.longestFill)
    problems += rows.diagnostics
    guard !rows.diagnostics.hasErrors else { return [] }
    return files.connections.compactMap { connection($0, rows, rules) }
  }

  private mutating func checkNames() {
    if files.connections.isEmpty {
      add(
        "no-connections", .init(file: EnergyCaseFiles.connectionsFile), nl: "er staan geen aansluitingen in",
        "Geef elke aansluiting een regel.", en: "there are no connections", "Give every connection a line.")
    }
    var seen: Set<String> = []
    for connection in files.connections where !seen.insert(connection.id).inserted {
      add(
        "duplicate", place(connection, "id"), value: connection.id, nl: "deze aansluiting komt vaker voor",
        "Geef elke aansluiting een eigen id.", en: "this connection occurs more than once",
        "Give every connection an id of its own.")
    }
    for column in files.load.columns where !seen.contains(column) {
      add(
        "unknown-column", .init(file: files.load.file, field: column),
        nl: "deze kolom hoort bij geen aansluiting",
        "Voeg de aansluiting toe aan connections.csv of verwijder de kolom.",
        en: "this column belongs to no connection", "Add the connection to connections.csv or remove the column.")
    }
  }

  private func place(_ row: EnergyConnectionRow, _ field: String) -> Diagnostic.Place {
    .init(file: EnergyCaseFiles.connectionsFile, row: row.row, field: field, record: row.id)
  }

  private mutating func connection(_ row: EnergyConnectionRow, _ rows: EnergyRows, _ rules: SeriesRules)
    -> EnergyConnection?
  {
    checkCapacities(row)
    checkCode(row)
    guard let profile = files.load[row.id].map({ measured(row, rows.values($0), rules) }) ?? standard(row) else {
      return nil
    }
    return EnergyConnection(
      id: row.id, name: row.name ?? row.id, station: row.station,
      offtake: ConnectionCapacity(
        physical: row.physical.map { Kilowatts($0) }, contracted: row.contract.map { Kilowatts($0) }),
      feedIn: ConnectionCapacity(
        physical: row.feedInPhysical.map { Kilowatts($0) }, contracted: row.feedIn.map { Kilowatts($0) }),
      roof: row.roof, roofMost: Kilowatts(row.roof == nil ? 0 : row.roofMost ?? 0), profile: profile)
  }

  private mutating func checkCapacities(_ row: EnergyConnectionRow) {
    let numbers = [
      ("contract_kw", row.contract), ("physical_kw", row.physical), ("feed_in_kw", row.feedIn),
      ("feed_in_physical_kw", row.feedInPhysical), ("annual_kwh", row.annual), ("roof_max_kw", row.roofMost),
    ]
    for (field, value) in numbers where (value ?? 0) < 0 {
      add(
        "negative", place(row, field), value: value.map { "\($0)" }, nl: "deze waarde is negatief",
        "Geef nul of meer; laat een onbekende waarde leeg.", en: "this value is negative",
        "Give zero or more; leave an unknown value empty.")
    }
    for (field, contract, cable) in [
      ("contract_kw", row.contract, row.physical), ("feed_in_kw", row.feedIn, row.feedInPhysical),
    ] {
      guard let contract, let cable, contract > cable else { continue }
      add(
        "contract-exceeds-cable", place(row, field), value: "\(contract) > \(cable)",
        nl: "het gecontracteerde vermogen is hoger dan de aansluiting fysiek kan",
        "Controleer beide getallen in de aansluitovereenkomst.",
        en: "the contracted capacity is higher than the connection can carry",
        "Check both numbers in the connection agreement.")
    }
  }

  /// An id of 18 digits is a code with a check digit.
  private mutating func checkCode(_ row: EnergyConnectionRow) {
    guard let code = EANCode(row.id), !code.hasValidCheckDigit else { return }
    add(
      "ean-check-digit", place(row, "id"), value: row.id, severity: .warning,
      nl: "het controlecijfer van de EAN-code klopt niet",
      "Vergelijk de code met de energienota.", en: "the check digit of the EAN code does not fit",
      "Compare the code with the energy bill.")
  }

  private mutating func measured(_ row: EnergyConnectionRow, _ values: [Double], _ rules: SeriesRules) -> Profile? {
    let isUnreadable = files.diagnostics.contains { $0.place.file == files.load.file && $0.place.field == row.id }
    guard !isUnreadable else { return nil }
    let scale =
      switch files.settings.measure {
      case .megawatts: Kilowatts.perMegawatt
      case .kilowattHoursPerStep: 1 / calendar.year.step.hours
      default: 1.0
      }
    let raw = RawSeries(name: row.id, year: calendar.year, kilowatts: values.map { Float($0 * scale) })
    let expectation = SeriesExpectation(
      annual: row.annual.map { KilowattHours($0) }, contracted: row.contract.map { Kilowatts($0) },
      mayFeedIn: (row.feedIn ?? 0) > 0)
    let (profile, found) = raw.completed(by: rules, expecting: expectation, file: files.load.file)
    problems += Self.condensed(found)
    guard files.settings.isSynthetic, let profile else { return profile }
    return Profile(calendar.year, kilowatts: profile.kilowatts, origin: .derived)
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
}
