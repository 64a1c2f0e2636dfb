import EnergyHubs
import Provenance
import Quantities

extension HubOperation {
  private static let importing = LocalizedText(nl: "inkoop", en: "import")
  private static let exporting = LocalizedText(nl: "teruglevering", en: "export")
  private static let discharging = LocalizedText(nl: "ontladen", en: "discharge")

  var energyKinds: [HubEnergyKind] {
    HubEnergyKind.allCases.filter { $0 != .ownUse || generated.contains { $0 > 0 } }
  }

  func explanation(_ kind: HubEnergyKind) -> Explanation {
    switch kind {
    case .load:
      leaves.yearly(
        LocalizedText(nl: "verbruik", en: "use"), .kilowattHour, of: .kilowatt, load, leaf: leaves.load)
    case .imported: yearly(LocalizedText(nl: "ingekocht", en: "bought"), imported, of: Self.importing)
    case .exported: yearly(LocalizedText(nl: "teruggeleverd", en: "exported"), exported, of: Self.exporting)
    case .generated:
      yearly(
        LocalizedText(nl: "opgewekt", en: "generated"), generated,
        of: LocalizedText(nl: "gebruikte zon", en: "sun used"))
    case .curtailed: curtailed
    case .discharged: yearly(LocalizedText(nl: "ontladen", en: "discharged"), discharged, of: Self.discharging)
    case .ownUse: ownUse
    case .cycles: cycles
    }
  }

  private func reference(_ kind: HubEnergyKind) -> Explanation { reference(.energy(kind), explanation(kind)) }

  private var curtailed: Explanation {
    let available = leaves.yearly(
      LocalizedText(nl: "beschikbaar", en: "available"), .kilowattHour, of: .kilowatt, sun, leaf: { sun($0) })
    let left = Explanation(
      LocalizedText(nl: "niet gebruikt", en: "not used"), .difference, notation: "beschikbaar − opgewekt",
      unit: .kilowattHour, parts: [available, reference(.generated)])
    return Explanation(
      LocalizedText(nl: "afgeregeld", en: "curtailed"), .maximum, notation: "max(0; beschikbaar − opgewekt)",
      unit: .kilowattHour, parts: [left, Self.nothing])
  }

  private var ownUse: Explanation {
    let share = Explanation(
      LocalizedText(nl: "teruggeleverd deel", en: "share exported"), .quotient, notation: "teruggeleverd / opgewekt",
      unit: .share, parts: [reference(.exported), reference(.generated)])
    let own = Explanation(
      LocalizedText(nl: "rest", en: "rest"), .difference, notation: "1 − teruggeleverd deel", unit: .share,
      parts: [Self.whole, share])
    return Explanation(
      LocalizedText(nl: "eigen gebruik van de opwek", en: "own use of generation"), .maximum,
      notation: "max(0; 1 − teruggeleverd / opgewekt)", unit: .share, parts: [own, Self.nothing])
  }

  /// Of less than a kilowatt-hour there is nothing to count.
  private var cycles: Explanation {
    let label = LocalizedText(nl: "volle cycli van de batterij", en: "full cycles of the battery")
    guard sizes.batteryEnergy >= 1 else {
      return Explanation(label, value: 0, unit: .count, basis: .definition)
    }
    return Explanation(
      label, .quotient, notation: "ontladen / rendement / inhoud", unit: .count,
      parts: [reference(.discharged), leaves.dischargeEfficiency, reference(.batteryEnergy)])
  }

  // MARK: Cost of energy

  var energyCostParts: [EnergyCostPart] {
    EnergyCostPart.allCases.filter { $0 != .flexible || !flexible.isEmpty }
  }

  func explanation(_ part: EnergyCostPart) -> Explanation {
    switch part {
    case .bought:
      priced(
        LocalizedText(nl: "inkoop van stroom", en: "electricity bought"), imported, park.importPrice,
        of: Self.importing, leaves.importPrice)
    case .sold:
      priced(
        LocalizedText(nl: "opbrengst van teruglevering", en: "proceeds of feeding in"), exported, park.exportPrice,
        of: Self.exporting, leaves.exportPrice)
    case .wear:
      Explanation(
        LocalizedText(nl: "slijtage van de batterij", en: "wear of the battery"), .product,
        notation: "ontladen × slijtage", unit: .euro, parts: [reference(.discharged), leaves.wear])
    case .flexible: flexibleCost
    }
  }

  /// Σ hours × price × power over the year.
  func priced(
    _ label: LocalizedText, _ values: [Double], _ prices: [Double], of flowLabel: LocalizedText,
    _ price: (Int) -> Explanation
  ) -> Explanation {
    leaves.yearly(label, .euro, of: .one, zip(values, prices).map(*)) { step in
      Explanation(
        LocalizedText(both: leaves.time(step)), .product, notation: "kW × prijs", unit: .one,
        parts: [flow(flowLabel, values, step), price(step)])
    }
  }
}
