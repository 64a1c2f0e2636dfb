import EnergyHubs
import Provenance
import Quantities

extension EnergyCaseAssembly {
  mutating func connections(_ rules: SeriesRules) -> [EnergyConnection] {
    checkNames()
    let known = files.connections.map { checked($0) }
    checkCodes()
    let metered = meters()
    let rows = loadRows(rules, metered)
    return zip(files.connections, known).compactMap { row, connection in
      guard let connection, let profile = profile(row, connection, rows, metered, rules) else { return nil }
      return EnergyConnection(
        connection, roof: row.roof, roofMost: Kilowatts(row.roof == nil ? 0 : row.roofMost ?? 0), profile: profile)
    }
  }

  private mutating func checkNames() {
    if files.connections.isEmpty {
      add(
        "no-connections", .init(file: files.connectionsName), nl: "er staan geen aansluitingen in",
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

  func place(_ row: EnergyConnectionRow, _ field: String) -> Diagnostic.Place {
    .init(file: files.connectionsName, row: row.row, field: field, record: row.id)
  }

  /// The connection without its year; nil with errors.
  private mutating func checked(_ row: EnergyConnectionRow) -> Connection? {
    let plain = [("annual_kwh", row.annual), ("roof_max_kw", row.roofMost)]
    for (field, value) in plain where (value ?? 0) < 0 {
      add(
        "negative", place(row, field), value: value.map { "\($0)" }, nl: "deze waarde is negatief",
        "Geef nul of meer; laat een onbekende waarde leeg.", en: "this value is negative",
        "Give zero or more; leave an unknown value empty.")
    }
    if row.consent == false {
      add(
        "no-consent", place(row, "consent"), nl: "deze deelnemer gaf geen toestemming voor de studie",
        "Vraag toestemming, of verwijder de aansluiting en haar meetwaarden uit de map.",
        en: "this member gave no consent for the study",
        "Ask for consent, or remove the connection and its measurements from the folder.")
    }
    let (connection, found) = draft(row).checked(at: place(row, "id"))
    problems += found
    if let connection { checkCharging(row, connection) }
    return connection
  }

  private mutating func draft(_ row: EnergyConnectionRow) -> ConnectionDraft {
    var draft = ConnectionDraft(id: row.id)
    draft.name = row.name
    draft.ean = row.ean
    draft.networkOperator = row.networkOperator
    draft.station = row.station
    draft.offtake = ConnectionCapacity(
      physical: row.physical.map { .init($0) }, contracted: row.contract.map { .init($0) })
    draft.feedIn = ConnectionCapacity(
      physical: row.feedInPhysical.map { .init($0) }, contracted: row.feedIn.map { .init($0) })
    draft.rights = rights(row, .offtake, "") + rights(row, .feedIn, EnergyConnectionRow.feedInPrefix)
    draft.assets = row.assets(isPlanned: false) + row.assets(isPlanned: true)
    return draft
  }

  private mutating func rights(
    _ row: EnergyConnectionRow, _ direction: TransportRight.Direction, _ prefix: String
  ) -> [TransportRight] {
    var rights: [TransportRight] = []
    func power(_ column: String) -> Kilowatts? { row.extras[prefix + column].map { Kilowatts($0) } }
    if let power = power("variable_kw") { rights.append(TransportRight(.variable, direction, power: power)) }
    if let power = power("duration_kw") {
      // A right without a share would be a guess.
      let share = row.extras[prefix + "duration_share"] ?? -1
      rights.append(TransportRight(.durationBound(share: share), direction, power: power))
    }
    guard let blockPower = power("block_kw") else { return rights }
    let field = prefix + "block_hours"
    let windows = (row.hours[field] ?? "").split(separator: ";").map { DayWindow(String($0)) }
    guard !windows.isEmpty, windows.allSatisfy({ $0 != nil }) else {
      add(
        "block-hours", place(row, field), value: row.hours[field], nl: "de uren van het tijdblok zijn niet te lezen",
        "Schrijf 22:00-06:00 of 22:00-06:00 ma-vr; meer blokken met een puntkomma ertussen.",
        en: "the hours of the block cannot be read",
        "Write 22:00-06:00 or 22:00-06:00 mon-fri; several blocks with a semicolon between them.")
      return rights
    }
    return rights + [TransportRight(.blockBound(windows.compactMap { $0 }), direction, power: blockPower)]
  }

  private mutating func checkCharging(_ row: EnergyConnectionRow, _ connection: Connection) {
    let standing = connection.assets.filter { !$0.isPlanned }
    let (charging, battery) = standing.reduce((0.0, 0.0)) { sum, asset in
      switch asset.kind {
      case .charging(let power, _): (sum.0 + power.value, sum.1)
      case .battery(_, let power): (sum.0, sum.1 + power.value)
      default: sum
      }
    }
    guard let cable = connection.offtake.physical ?? connection.offtake.contracted, charging > cable.value + battery
    else { return }
    add(
      "charging-exceeds-cable", place(row, "charge_kw"), value: "\(charging) > \(cable.value + battery)",
      severity: .warning, nl: "de laadpunten vragen samen meer dan aansluiting en batterij kunnen geven",
      "Controleer het vermogen, of is er sturing op de laadpunten?",
      en: "the charge points together ask more than connection and battery can give",
      "Check the power, or are the charge points controlled?")
  }

  private mutating func checkCodes() {
    let codes = files.connections.map { EANCode($0.ean ?? $0.id) }
    for position in ConnectionDraft.repeatedCodes(codes) {
      let row = files.connections[position]
      add(
        "duplicate-ean", place(row, row.ean == nil ? "id" : "ean"), value: codes[position]?.digits,
        nl: "deze EAN-code hoort al bij een andere aansluiting", "Elke aansluiting heeft een eigen code.",
        en: "this EAN code belongs to another connection already", "Every connection has a code of its own.")
    }
  }
}
