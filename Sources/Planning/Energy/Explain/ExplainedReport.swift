import EnergyHubs
import Provenance
import Quantities

/// What the grid sees of a group in `energy report`, explained.
struct ExplainedReport: ExplainedEnergy {
  let root = EnergyTopic.report.rawValue
  let year: GroupYear
  let use: GridUse
  let group: ExplainedGroup
  let look: ExplainedLook
  let leaves: EnergyLeaves
  private let contract: Double?
  /// How the operation after building was found.
  private let found: Optimum

  /// - Throws: as `ComposeEnergyReport` does.
  init(_ request: ComposeEnergyReport.Request, _ park: EnergyCase, _ library: PlanningLibrary) throws(PlanningError) {
    let solved = try SizeHub().solved(request.sizing, park)
    let look = try LookAtGroup()(park)
    self.init(
      GroupYear(park, solved.response, hub: solved.park), solved.response, look,
      try ExplainedGroup(request.group, park, library),
      try ExplainedLook(park))
  }

  init(
    _ year: GroupYear, _ sizing: SizeHub.Response, _ look: LookAtGroup.Response, _ group: ExplainedGroup,
    _ explainedLook: ExplainedLook
  ) {
    self.year = year
    self.group = group
    self.look = explainedLook
    use = GridUse(year, group: group.response, sizing: sizing, look: look)
    leaves = EnergyLeaves(park: year.park)
    contract = sizing.answer?.sizes.contract
    found = Optimum(
      LocalizedText(
        nl: "dynamisch programma van de inzet bij de aanbevolen maten",
        en: "dynamic programme of the operation at the advised sizes"))
  }

  var figures: [ReportFigure] {
    let hasAfter = year.after != nil
    return use.situations.flatMap { situation in
      SituationFigure.allCases.map { ReportFigure.situation(situation.kind, $0) }
    }
      + use.levels.flatMap { level in
        LevelFigure.allCases.filter { hasAfter || !$0.isAfter }.map { .level(Self.percent(level), $0) }
      }
      + use.months.indices.flatMap { month in
        MonthFigure.allCases.filter { hasAfter || !$0.isAfter }.map { .month(month + 1, $0) }
      }
  }

  static func percent(_ level: GridUse.Level) -> Int { Int((level.share * 100).rounded()) }

  func explanation(of figure: ReportFigure) -> Explanation {
    switch figure {
    case .situation(let kind, let figure): explanation(use.situations.first { $0.kind == kind }!, figure)
    case .level(let percent, let figure): explanation(use.levels.first { Self.percent($0) == percent }!, figure)
    case .month(let number, let figure):
      leaves.highest(
        figure.isImport
          ? LocalizedText(nl: "hoogste afname", en: "highest import")
          : LocalizedText(nl: "hoogste invoeding", en: "highest feed-in"),
        series(isImport: figure.isImport, isAfter: figure.isAfter), in: leaves.months[number - 1].steps
      ) { leaf($0, isImport: figure.isImport, isAfter: figure.isAfter) }
    }
  }

  // MARK: Steps

  private func series(isImport: Bool, isAfter: Bool) -> [Double] {
    guard isAfter, let after = year.after else { return isImport ? year.importedBefore : year.exportedBefore }
    return isImport ? after.imported : after.exported
  }

  private func leaf(_ step: Int, isImport: Bool, isAfter: Bool) -> Explanation {
    let label =
      isImport ? LocalizedText(nl: "afname", en: "import") : LocalizedText(nl: "invoeding", en: "feed-in")
    let timed = label + LocalizedText(both: leaves.showsSteps ? ", " + leaves.time(step) : "")
    guard !isAfter else {
      return Explanation(
        timed, value: series(isImport: isImport, isAfter: true)[step], unit: .kilowatt, basis: .optimum(found))
    }
    let net = isImport ? leaves.net(step) : leaves.opposite(of: leaves.net(step))
    return Explanation(
      timed, .maximum, notation: isImport ? "max(0; netto)" : "max(0; −netto)", unit: .kilowatt,
      parts: [HubOperation.nothing, net])
  }

  // MARK: Situations

  private func explanation(_ situation: GridUse.Situation, _ figure: SituationFigure) -> Explanation {
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

  private func explanation(_ level: GridUse.Level, _ figure: LevelFigure) -> Explanation {
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

extension EnergyLeaves {
  func opposite(of power: Explanation) -> Explanation {
    Explanation(
      LocalizedText(nl: "tegengesteld", en: "opposite"), .difference, notation: "0 − vermogen", unit: power.unit,
      parts: [HubOperation.nothing, power])
  }
}

extension GroupYear {
  /// The year of a park before, and after what was chosen.
  /// - Parameter hub: the study with the flexible powers that the sizes were asked with.
  init(_ park: EnergyCase, _ sizing: SizeHub.Response, hub: EnergyCase) {
    self.init(park, after: sizing.answer.flatMap { PlanDispatch().flows($0.sizes, hub) })
  }
}
