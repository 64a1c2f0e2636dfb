import EnergyHubs
import Provenance
import Quantities

/// The records of a study at one step: loads, prices and sun, each with file, column and time — *meetwaarden en prijzen*.
struct EnergyLeaves {
  let park: EnergyCase

  func time(_ step: Int) -> String { park.year.spelled(step) }

  /// What a connection takes, kW.
  func load(_ connection: EnergyConnection, _ step: Int) -> Explanation {
    switch park.origins.derived {
    case .colder(let cold):
      cold.load(connection, step, month: month(of: step), time: time(step)) { record($0, step) }
    case .scanned(let scan): scan.load(connection, step, time: time(step)) ?? record(connection, step)
    case nil: record(connection, step)
    }
  }

  /// From 1.
  private func month(of step: Int) -> Int { park.year.monthStarts.lastIndex { $0 <= step }.map { $0 + 1 } ?? 1 }

  private func record(_ connection: EnergyConnection, _ step: Int) -> Explanation {
    Explanation(
      LocalizedText(both: connection.name + ", " + time(step)), value: Double(connection.profile.kilowatts[step]),
      unit: .kilowatt,
      basis: .record(table: table(of: connection), key: connection.id, field: time(step), origin: nil))
  }

  private func table(of connection: EnergyConnection) -> String {
    switch connection.profile.origin {
    case .standard(let name): "standaardprofiel \(name)"
    case .measured(let filled) where filled > 0: "\(file(of: connection)) (\(filled) stappen aangevuld)"
    case .completed(let days, _): "\(file(of: connection)) (\(days) dagen aangevuld)"
    case .measured, .derived: file(of: connection)
    }
  }

  /// Where the year of a member was read.
  func file(of connection: EnergyConnection) -> String {
    park.origins.loads[connection.id] ?? EnergyCaseFiles.loadFile
  }

  /// What the whole park takes, kW.
  func load(_ step: Int) -> Explanation {
    let label = LocalizedText(nl: "afname van de groep", en: "load of the group")
    let parts = park.connections.map { load($0, step) }
    guard showsSteps else {
      return Explanation(
        label, value: Explanation.Operation.sum.apply(parts.map(\.value)), unit: .kilowatt,
        basis: .folded(count: parts.count))
    }
    return Explanation(
      label + LocalizedText(both: ", " + time(step)), .sum, notation: "Σ leden", unit: .kilowatt, parts: parts)
  }

  /// What it takes less what stands on its own meter, kW.
  func net(_ step: Int) -> Explanation {
    guard !park.existing.isEmpty else { return load(step) }
    return Explanation(
      LocalizedText(nl: "netto afname, \(time(step))", en: "net load, \(time(step))"), .difference,
      notation: "afname − bestaande opwek", unit: .kilowatt, parts: [load(step), existing(step)])
  }

  func existing(_ step: Int) -> Explanation {
    series(
      "existing_kw", LocalizedText(nl: "bestaande opwek", en: "existing generation"), park.existing[step], .kilowatt,
      step)
  }

  /// Heat that is asked for, kW.
  func heat(_ step: Int) -> Explanation {
    series("heat_kw", LocalizedText(nl: "warmtevraag", en: "demand for heat"), park.heat[step], .kilowatt, step)
  }

  func factor(_ roof: EnergyRoof, _ step: Int) -> Explanation {
    if case .scanned = park.origins.derived { return ScanOrigin.sun(roof.factor[step], step) }
    return series(
      roof.name, LocalizedText(nl: "opwek per kWp, \(roof.name)", en: "output per kWp, \(roof.name)"),
      roof.factor[step],
      .factor, step)
  }

  /// EUR/kWh.
  func importPrice(_ step: Int) -> Explanation {
    let label = LocalizedText(nl: "prijs per MWh", en: "price per MWh")
    let market =
      park.origins.prices?.price(step, label)
      ?? series(
        "price", label, park.importPrice[step] * KilowattHours.perMegawattHour, .euroPerMegawattHour, step)
    return Explanation(
      LocalizedText(nl: "inkoopprijs, \(time(step))", en: "price of buying, \(time(step))"), .quotient,
      notation: "prijs / 1 000", unit: .euroPerKilowattHour,
      parts: [
        market, Self.perMegawattHour,
      ])
  }

  static let perMegawattHour = Explanation(
    LocalizedText(nl: "kWh in een MWh", en: "kWh in a MWh"), value: KilowattHours.perMegawattHour, unit: .factor,
    basis: .definition)

  /// EUR/kWh.
  func exportPrice(_ step: Int) -> Explanation {
    let buying = importPrice(step)
    let known = park.origins.values["feed_in_discount"]
    let discount =
      known
      ?? Explanation(
        LocalizedText(nl: "korting op teruglevering", en: "discount on feeding in"),
        value: park.importPrice[step] - park.exportPrice[step], unit: .euroPerKilowattHour, basis: .definition)
    return Explanation(
      LocalizedText(nl: "verkoopprijs, \(time(step))", en: "price of selling, \(time(step))"), .difference,
      notation: "inkoopprijs − korting", unit: .euroPerKilowattHour, parts: [buying, discount])
  }

  private func series(_ column: String, _ label: LocalizedText, _ value: Double, _ unit: Unit, _ step: Int)
    -> Explanation
  {
    Explanation(
      label, value: value, unit: unit,
      basis: .record(table: park.origins.seriesTable(column), key: column, field: time(step), origin: nil))
  }
}

extension EnergyLeaves {
  /// Contracted offtake, kW; nil when unknown.
  func contract(_ connection: EnergyConnection) -> Explanation? {
    if case .scanned(let scan) = park.origins.derived { return scan.kinds[connection.id]?.contract }
    return connection.offtake.contracted.map {
      Explanation(
        LocalizedText(nl: "contract van \(connection.name)", en: "contract of \(connection.name)"), value: $0.value,
        unit: .kilowatt,
        basis: .record(table: EnergyCaseFiles.connectionsFile, key: connection.id, field: "contract_kw", origin: nil))
    }
  }

  /// What the group may feed in, kW: the study's own limit, else what its connections may together.
  var feedInLimit: Explanation {
    let setting = coefficient("export_limit_kw", park.limits.export, .kilowatt)
    let rights = park.connections.compactMap { connection in
      connection.feedIn.contracted.map { record($0.value, of: connection, "feed_in_kw", .kilowatt) }
    }
    guard case .definition = setting.basis, rights.reduce(0, { $0 + $1.value }) == park.limits.export else {
      return setting
    }
    return members(
      LocalizedText(nl: "rechten op teruglevering", en: "rights to feed in"), notation: "Σ feed_in_kw", .kilowatt,
      rights)
  }

  /// A cell of `connections.csv`.
  func record(_ value: Double, of connection: EnergyConnection, _ field: String, _ unit: Unit) -> Explanation {
    Explanation(
      LocalizedText(both: "\(connection.name), \(field)"), value: value, unit: unit,
      basis: .record(table: EnergyCaseFiles.connectionsFile, key: connection.id, field: field, origin: nil))
  }

  /// Hours in a step.
  var hours: Explanation {
    Explanation(
      LocalizedText(nl: "uren per stap", en: "hours in a step"), value: park.hours, unit: .hour, basis: .definition)
  }

  /// A price or property of the study, as it was read; of a study that no files made, the number itself.
  func coefficient(_ key: String, _ value: Double, _ unit: Unit) -> Explanation {
    if let found = park.origins.values[key], found.value == value { return found }
    return Explanation(LocalizedText(both: key), value: value, unit: unit, basis: .definition)
  }

  var contractPrice: Explanation {
    coefficient("contract_price", park.coefficients.contractPrice, .euroPerKilowattYear)
  }
  var peakPrice: Explanation { coefficient("peak_price", park.coefficients.peakPrice, .euroPerKilowattMonth) }
  var boilerPrice: Explanation { coefficient("eboiler_price", park.flexibility.boilerPrice, .euroPerKilowattYear) }
  var wear: Explanation { coefficient("wear", park.coefficients.wear, .euroPerKilowattHour) }
  var dischargeEfficiency: Explanation {
    coefficient("discharge_efficiency", park.coefficients.dischargeEfficiency, .share)
  }
  var chargeEfficiency: Explanation { coefficient("charge_efficiency", park.coefficients.chargeEfficiency, .share) }
  var batteryEnergyPrice: Explanation {
    coefficient("battery_energy_price", park.coefficients.batteryEnergyPrice, .euro)
  }
  var batteryPowerPrice: Explanation {
    coefficient("battery_power_price", park.coefficients.batteryPowerPrice, .euroPerKilowattYear)
  }
  func price(_ roof: EnergyRoof) -> Explanation { coefficient(EnergyOrigins.roofPrice(roof.name), roof.price, .euro) }

  /// What having a battery at all costs; nil for nothing.
  var batteryFixedCost: Explanation? { fixedCost(park.thresholds.battery, "battery_fixed_cost") }

  /// What having panels on a class of roof at all costs; nil for nothing.
  func fixedCost(ofRoof name: String) -> Explanation? {
    park.thresholds.roofs[name].flatMap { fixedCost($0, "roof_fixed_cost.\(name)") }
  }

  private func fixedCost(_ threshold: HubThreshold, _ setting: String) -> Explanation? {
    guard threshold.fixedCost != 0 else { return nil }
    return Explanation(
      LocalizedText(nl: "vaste kosten van wat er staat", en: "fixed cost of what is there"),
      value: threshold.fixedCost, unit: .euro,
      basis: .record(table: EnergyCaseFiles.settingsFile, key: park.name, field: setting, origin: nil))
  }
}
