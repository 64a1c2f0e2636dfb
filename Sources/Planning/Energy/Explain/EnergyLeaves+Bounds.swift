import EnergyHubs
import Provenance
import Quantities

/// The most that each size may be, down to the contracts, the roofs and the parameters that it follows from — *bovengrenzen*.
extension EnergyLeaves {
  /// - Parameters:
  ///   - most: the bounds of the answer.
  ///   - asked: the request, which goes before the study.
  func most(_ name: HubSizeName, of most: HubSizes, asked: SizeHub.Request = .init()) -> Explanation {
    if case .monthlyPeak = name { return self.most(.contract, of: most, asked: asked) }
    let (value, unit, label) = most.words(name)
    let found = asked.bounds(name) ? nil : studied(name, value, unit)
    return (found ?? Explanation(label, value: value, unit: unit, basis: .definition))
      .named(label + LocalizedText(nl: ", hoogstens", en: ", at most"))
  }

  private func studied(_ name: HubSizeName, _ value: Double, _ unit: Unit) -> Explanation {
    switch name {
    case .contract: bound("contract_max_kw", value, unit, else: right)
    case .batteryPower: batteryPower(value)
    case .batteryEnergy: bound("battery_max_kwh", value, unit, else: batteryEnergy)
    case .roof(let roof): bound(EnergyOrigins.roofMost(roof), value, unit, else: room(roof))
    case .boiler, .monthlyPeak: bound(EnergyOrigins.boiler, value, unit, else: largestBoiler(value))
    }
  }

  /// kW that a battery may have by the study.
  func batteryPower(_ value: Double) -> Explanation {
    bound(
      "battery_max_kw", value, .kilowatt,
      else: Explanation(
        LocalizedText(nl: "grootste vermogen van de batterij", en: "largest power of the battery"), .product,
        notation: "recht × aandeel", unit: .kilowatt, parts: [right, parameter("energy/battery-power-share")]))
  }

  private var batteryEnergy: Explanation {
    Explanation(
      LocalizedText(nl: "grootste inhoud van de batterij", en: "largest capacity of the battery"), .product,
      notation: "vermogen × uren", unit: .kilowattHour,
      parts: [batteryPower(park.limits.batteryPowerMost), parameter("energy/battery-hours")])
  }

  /// What the study says itself; else what the bound follows from, where that gives it.
  private func bound(_ key: String, _ value: Double, _ unit: Unit, else derived: Explanation) -> Explanation {
    let stated = coefficient(key, value, unit)
    guard case .definition = stated.basis, derived.value.isNear(value) else { return stated }
    return derived
  }

  private func parameter(_ key: String) -> Explanation { park.origins.values[key] ?? .nothing(.one) }

  /// What the group may take: its contracts, or its peaks where one is unknown; with blocks of hours what they let through.
  private var right: Explanation {
    let firm =
      park.contracted == nil
      ? members(
        LocalizedText(nl: "som van de eigen pieken", en: "sum of own peaks"), .kilowatt, park.connections.map(peak))
      : members(
        LocalizedText(nl: "som van de contracten", en: "sum of contracts"), .kilowatt,
        park.connections.compactMap(contract))
    guard park.connections.hasBlocks(.offtake), !park.importRight.isEmpty else { return firm }
    let hours = highest(
      LocalizedText(nl: "hoogste recht met tijdblokken", en: "highest right with blocks of hours"), park.importRight,
      in: park.importRight.indices
    ) { step in
      Explanation(
        LocalizedText(nl: "recht om af te nemen, \(time(step))", en: "right to take, \(time(step))"),
        value: park.importRight[step], unit: .kilowatt, basis: .definition)
    }
    return Explanation(
      LocalizedText(nl: "recht van de groep", en: "right of the group"), .maximum,
      notation: "hoogste van contracten en tijdblokken", unit: .kilowatt, parts: [firm, hours])
  }

  private func peak(_ connection: EnergyConnection) -> Explanation {
    let values = connection.profile.values
    return highest(
      LocalizedText(nl: "piek van \(connection.name)", en: "peak of \(connection.name)"), values, in: values.indices,
      atLeastZero: true
    ) { load(connection, $0) }
  }

  /// kWp that fit on the roofs of a class.
  private func room(_ roof: String) -> Explanation {
    members(
      LocalizedText(nl: "ruimte op de daken", en: "room on the roofs"), notation: "Σ roof_max_kw", .kilowattPeak,
      park.connections.filter { $0.roof == roof }.map {
        record($0.roofMost.value, of: $0, "roof_max_kw", .kilowattPeak)
      })
  }

  private func largestBoiler(_ value: Double) -> Explanation {
    Explanation(
      LocalizedText(nl: "grootste e-boiler", en: "largest e-boiler"), value: value, unit: .kilowatt,
      basis: .record(
        table: EnergyCaseFiles.settingsFile, key: park.name, field: EnergySettings.boilerSizesKey, origin: nil))
  }
}

extension SizeHub.Request {
  /// Whether it says how large a size may be.
  fileprivate func bounds(_ name: HubSizeName) -> Bool {
    switch name {
    case .contract, .monthlyPeak: contractMost != nil
    case .batteryEnergy: batteryEnergyMost != nil
    case .batteryPower: batteryPowerMost != nil
    case .boiler: boilers != nil
    case .roof: !buildsPanels
    }
  }
}

extension Double {
  /// Equal but for the rounding of a sum in another order.
  fileprivate func isNear(_ other: Double) -> Bool { (self - other).magnitude <= 0x1p-40 * other.magnitude }
}
