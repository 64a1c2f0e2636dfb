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
  let contract: Double?
  let sizing: SizeHub.Response
  let members: ReportMembers
  let curves: GroupCurves
  /// Steps from the highest net power to the lowest, before building and after.
  let orders: (before: [Int], after: [Int]?)
  /// Steps of each hour of the clock.
  let stepsOfHours: [GroupCurves.HourSteps]
  /// How the operation after building was found.
  let found: Optimum

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
    self.sizing = sizing
    members = ReportMembers(look, sizing)
    curves = GroupCurves(year)
    stepsOfHours = GroupCurves.stepsOfHours(year)
    orders = (Self.order(year.netBefore), year.netAfter.map(Self.order))
    found = Optimum(
      LocalizedText(
        nl: "dynamisch programma van de inzet bij de aanbevolen maten",
        en: "dynamic programme of the operation at the advised sizes"))
  }

  private static func order(_ net: [Double]) -> [Int] {
    net.indices.sorted { (-net[$0], $0) < (-net[$1], $1) }
  }

  var figures: [ReportFigure] {
    let shapes = durations(curves.duration.indices) + days(curves.day.map(\.hour)) + weekDays
    return uses + shapes + money + others
  }

  /// What a report prints.
  /// - Parameter isInside: whether what is for the group alone is told too.
  func printed(isInside: Bool) -> [ReportFigure] {
    let inside = isInside ? days(GroupCurves.shownHours) + weekDays + money + others : []
    return uses + durations(GroupCurves.shownPoints) + inside
  }

  private var others: [ReportFigure] { members.others.isEmpty ? [] : OthersFigure.allCases.map { .others($0) } }

  private var uses: [ReportFigure] {
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
    case .duration(let place, let figure): duration(place, figure)
    case .day(let hour, let figure): day(hour, figure)
    case .week(let day, let figure): week(day, figure)
    case .money(let figure): money(figure)
    case .others(let figure): others(figure)
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

  func series(isImport: Bool, isAfter: Bool) -> [Double] {
    guard isAfter, let after = year.after else { return isImport ? year.importedBefore : year.exportedBefore }
    return isImport ? after.imported : after.exported
  }

  func leaf(_ step: Int, isImport: Bool, isAfter: Bool) -> Explanation {
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
