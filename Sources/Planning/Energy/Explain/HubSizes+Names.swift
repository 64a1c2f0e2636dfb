import EnergyHubs
import Provenance
import Quantities

/// What each size is called in a tree.
extension HubSizes {
  func words(_ name: HubSizeName) -> (value: Double, unit: Unit, label: LocalizedText) {
    switch name {
    case .contract: (contract, .kilowatt, LocalizedText(nl: "groepscontract", en: "group contract"))
    case .batteryEnergy:
      (batteryEnergy, .kilowattHour, LocalizedText(nl: "inhoud van de batterij", en: "capacity of the battery"))
    case .batteryPower:
      (batteryPower, .kilowatt, LocalizedText(nl: "vermogen van de batterij", en: "power of the battery"))
    case .boiler: (boiler, .kilowatt, LocalizedText(nl: "vermogen van de e-boiler", en: "power of the e-boiler"))
    case .roof(let roof):
      (roofs[roof] ?? 0, .kilowattPeak, LocalizedText(nl: "zonnepanelen \(roof)", en: "panels \(roof)"))
    case .monthlyPeak(let number):
      (
        monthlyPeaks[number - 1], .kilowatt,
        LocalizedText(nl: "hoogste afname van maand \(number)", en: "highest import of month \(number)")
      )
    }
  }

  /// Every size with its name.
  var named: [(name: HubSizeName, value: Double, unit: Unit, label: LocalizedText)] {
    let names: [HubSizeName] =
      [.contract, .batteryEnergy, .batteryPower] + (boiler > 0 ? [.boiler] : []) + roofs.keys.sorted().map { .roof($0) }
      + monthlyPeaks.indices.map { .monthlyPeak($0 + 1) }
    return names.map { name in
      let words = words(name)
      return (name, words.value, words.unit, words.label)
    }
  }
}
