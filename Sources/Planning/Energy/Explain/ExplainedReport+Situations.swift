import EnergyHubs
import Provenance
import Quantities

/// Situations and levels, over the steps before and after building.
extension ExplainedReport {
  // MARK: Situations

  func explanation(_ situation: GridUse.Situation, _ figure: SituationFigure) -> Explanation {
    let isAfter = situation.kind == .hub
    let imported = series(isImport: true, isAfter: isAfter)
    let taken = { leaf($0, isImport: true, isAfter: isAfter) }
    switch figure {
    case .contract: return right(situation.kind)
    case .importPeak:
      return leaves.highest(
        LocalizedText(nl: "hoogste afname", en: "highest import"), imported, in: imported.indices, leaf: taken)
    case .exportPeak:
      let exported = series(isImport: false, isAfter: isAfter)
      return leaves.highest(
        LocalizedText(nl: "hoogste invoeding", en: "highest feed-in"), exported, in: exported.indices
      ) { leaf($0, isImport: false, isAfter: isAfter) }
    case .freedFirm:
      return Explanation(
        LocalizedText(nl: "vrij voor anderen, vast", en: "free for others, firm"), .difference,
        notation: "contracten − recht", unit: .kilowatt,
        parts: [group.reference(.group(.contracts)), reference(.situation(situation.kind, .contract))])
    case .freedNonFirm:
      guard situation.kind != .separate else { return HubOperation.nothing }
      return leaves.freed(
        reference(.situation(situation.kind, .contract)),
        GroupRight(contracts: [group.response.contracts], contract: situation.contract, loads: [imported]),
        situation.freedNonFirm, duration: group.duration, leaf: taken)
    case .atRisk:
      guard situation.kind != .separate else { return look.reference(.group(.atRisk)) }
      return leaves.atRisk(
        LocalizedText(nl: "kan vervallen bij onderbenutting", en: "may be taken back for under-use"),
        reference(.situation(situation.kind, .contract)), peak: reference(.situation(situation.kind, .importPeak)))
    case .nearHours:
      return leaves.hours(
        LocalizedText(nl: "uren dicht bij het recht", en: "hours near the right")
      ) { imported[$0] >= use.nearShare * situation.contract }
    case .excessHours, .excess: return excess(situation, figure, imported, taken)
    }
  }

  private func right(_ kind: GridUse.Situation.Kind) -> Explanation {
    switch kind {
    case .separate: return group.reference(.group(.contracts))
    case .joint: return group.reference(.group(.right))
    case .hub:
      return Explanation(
        LocalizedText(nl: "aanbevolen groepscontract", en: "group contract advised"), value: contract ?? .nan,
        unit: .kilowatt, basis: .figure(path: HubFigure.size(.contract).path(in: .size)))
    }
  }

  /// A chosen contract equals the peak that it allows, but for the last digits: that is no excess.
  private func excess(
    _ situation: GridUse.Situation, _ figure: SituationFigure, _ imported: [Double], _ taken: (Int) -> Explanation
  ) -> Explanation {
    let label =
      figure == .excess
      ? LocalizedText(nl: "energie boven het recht", en: "energy above the right")
      : LocalizedText(nl: "uren boven het recht", en: "hours above the right")
    guard situation.excessHours > 0 else {
      return Explanation(
        label, value: 0, unit: figure == .excess ? .kilowattHour : .hour, basis: .definition)
    }
    guard figure == .excess else { return leaves.hours(label) { imported[$0] > situation.contract } }
    return above(label, imported, situation.contract, reference(.situation(situation.kind, .contract)), taken)
  }

  /// kWh above a power.
  private func above(
    _ label: LocalizedText, _ imported: [Double], _ power: Double, _ limit: Explanation, _ taken: (Int) -> Explanation
  ) -> Explanation {
    leaves.yearly(label, .kilowattHour, of: .kilowatt, imported.map { max(0, $0 - power) }) { step in
      Explanation(
        LocalizedText(both: leaves.time(step)), .difference, notation: "afname − grens", unit: .kilowatt,
        parts: [taken(step), limit])
    }
  }

  // MARK: Levels

  func explanation(_ level: GridUse.Level, _ figure: LevelFigure) -> Explanation {
    let percent = Self.percent(level)
    let imported = series(isImport: true, isAfter: figure.isAfter)
    switch figure {
    case .power:
      return Explanation(
        LocalizedText(nl: "\(percent) % van het groepsrecht", en: "\(percent)% of the group right"), .product,
        notation: "deel × recht", unit: .kilowatt,
        parts: [
          Explanation(
            LocalizedText(nl: "deel", en: "part"), value: level.share, unit: .share, basis: .definition),
          group.reference(.group(.right)),
        ])
    case .hoursBefore, .hoursAfter:
      return leaves.hours(
        LocalizedText(
          nl: "uren op of boven \(percent) % van het groepsrecht",
          en: "hours at or above \(percent)% of the group right")
      ) { imported[$0] >= level.power }
    case .energyBefore, .energyAfter:
      let energy = above(
        LocalizedText(nl: "energie erboven", en: "energy above"), imported, level.power,
        reference(.level(percent, .power))
      ) { leaf($0, isImport: true, isAfter: figure.isAfter) }
      return Explanation(
        LocalizedText(
          nl: "energie boven \(percent) % van het groepsrecht", en: "energy above \(percent)% of the group right"),
        .quotient, notation: "kWh / 1 000", unit: .megawattHour,
        parts: [
          energy,
          Explanation(
            LocalizedText(nl: "kWh in een MWh", en: "kWh in a MWh"), value: KilowattHours.perMegawattHour,
            unit: .factor, basis: .definition),
        ])
    }
  }
}
