import Planning
import Provenance
import Quantities
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct PublishedStudyTests {
  private func study(
    _ rows: [StudyDemandRow], supply: [StudySupplyRow] = [], rounding: Rounding = .none,
    parameters: ParameterSet = ParameterSet()
  ) -> PublishedStudy {
    PublishedStudy(
      heading: PublishedStudy.Heading(
        title: LocalizedText(both: "t"), producer: "p", source: "s", region: "X", regionName: "x"),
      startYear: 2020, horizons: [2030, 2040], scenarios: ["low", "high"], rounding: rounding, demand: rows,
      supply: supply, parameters: parameters)
  }

  private func outcomes(_ study: PublishedStudy) throws -> [StudyOutcome] {
    try RunStudy()(RunStudy.Request(path: ""), reading: StudyReading(study: study, diagnostics: [])).outcomes
  }

  private static let jobs: [StudyColumn: Double] = [
    .jobsNow: 5000, .jobsLater: 5600, .shareOnParks: 0.8, .landPerJob: 250, .shareOutside: 0.1, .reused: 2,
  ]

  @Test func theExampleOfTheFormulaHolds() throws {
    let first = try #require(try outcomes(study([StudyDemandRow(row: 1, sector: "x", figures: Self.jobs)])).first)
    #expect((first.expansion.value - 8.8).magnitude < 1e-12)
  }

  @Test func jobsPerHectareIsLandPerJobTurnedRound() throws {
    var other = Self.jobs
    other[.landPerJob] = nil
    other[.jobsPerHectare] = 40
    let both = try [Self.jobs, other].map {
      try outcomes(study([StudyDemandRow(row: 1, sector: "x", figures: $0)]))[0].expansion.value
    }
    #expect(both[0] == both[1])
  }

  @Test func declineIsNotClipped() throws {
    let rows = [
      StudyDemandRow(row: 1, sector: "x", figures: [.jobsNow: 1000, .jobsLater: 800, .landPerJob: 100]),
      StudyDemandRow(row: 2, sector: "y", figures: [.expansion: 5]),
    ]
    #expect(try outcomes(study(rows))[0].expansion.value == 3)
  }

  @Test func rowsCountInTheirScenarioAndHorizonOnly() throws {
    let rows = [
      StudyDemandRow(row: 1, sector: "x", scenario: "low", horizon: 2030, figures: [.expansion: 1]),
      StudyDemandRow(row: 2, sector: "x", scenario: "high", figures: [.expansion: 10]),
      StudyDemandRow(row: 3, sector: "y", horizon: 2040, figures: [.additional: 100]),
    ]
    let found = try outcomes(study(rows))
    #expect(found.map { "\($0.scenario) \($0.horizon)" } == ["low 2030", "low 2040", "high 2030", "high 2040"])
    #expect(found.map(\.demand.value) == [1, 100, 10, 110])
  }

  @Test func supplyCountsFromItsYearAndFrozenPlansNever() throws {
    let supply = [
      StudySupplyRow(row: 1, kind: .immediate, net: NetHectares(3)),
      StudySupplyRow(row: 2, kind: .hardPlan, net: NetHectares(4), availableFrom: 2035),
      StudySupplyRow(row: 3, kind: .softPlan, net: NetHectares(5), availableFrom: 2030),
      StudySupplyRow(row: 4, kind: .frozen, net: NetHectares(50)),
    ]
    let found = try outcomes(study([StudyDemandRow(row: 1, sector: "x", figures: [.expansion: 10])], supply: supply))
    #expect(found[0].balance.value == -7)
    #expect(found[0].balanceAfterSoft.value == -2)
    #expect(found[1].balance.value == -3)
    #expect(found[1].balanceAfterSoft.value == 2)
    #expect(found[1].frozen.value == 50)
  }

  @Test func moreSupplyNeverWorsensTheBalance() throws {
    let row = StudyDemandRow(row: 1, sector: "x", figures: Self.jobs)
    for kind in SupplyKind.allCases {
      let before = try outcomes(study([row]))[0]
      let after = try outcomes(study([row], supply: [StudySupplyRow(row: 1, kind: kind, net: NetHectares(7))]))[0]
      #expect(after.balance.value >= before.balance.value)
      #expect(after.balanceAfterSoft.value >= before.balanceAfterSoft.value)
    }
  }

  @Test func grossIsNetOverWhatIsNotPublic() throws {
    let figures: [StudyColumn: Double] = [.expansion: 6, .replacement: 2, .publicShare: 0.2]
    let gross = try #require(try outcomes(study([StudyDemandRow(row: 1, sector: "x", figures: figures)]))[0].gross)
    #expect((gross.value - 10).magnitude < 1e-12)
    #expect(gross.unit == .grossHectare)
  }

  @Test func aRoundedFigureStillFollowsFromItsLeaves() throws {
    var figures = Self.jobs
    figures[.reused] = 1.97
    let first = try outcomes(study([StudyDemandRow(row: 1, sector: "x", figures: figures)], rounding: .hectare))[0]
    #expect(first.expansion.value == 9)
    #expect(first.expansion.evaluated() == 9)
  }

  @Test func theRegionsOwnParameterFillsAnEmptyCell() throws {
    let value = DatedValue(from: CalendarDate(startOf: 2000), value: 100, kind: .assumption)
    let own = DatedValue(from: CalendarDate(startOf: 2000), value: 300, kind: .assumption)
    let parameter = Parameter(
      key: "demand/land-per-job", label: LocalizedText(both: "Q"), unit: .squareMetrePerJob,
      dimensions: ["sector", "location-type"], members: ["x/business-park": [value], "x/business-park@X": [own]])
    let row = StudyDemandRow(row: 1, sector: "x", figures: [.jobsNow: 0, .jobsLater: 100])
    #expect(try outcomes(study([row], parameters: ParameterSet([parameter])))[0].expansion.value == 3)
  }

  /// Every figure has a path; the tree under it ends in cells of the tables.
  @Test func everyFigureOfAStudyIsExplainedUnderItsPath() throws {
    let supply = [StudySupplyRow(row: 1, kind: .hardPlan, net: NetHectares(4))]
    let study = study([StudyDemandRow(row: 1, sector: "x", figures: Self.jobs)], supply: supply)
    func explain(_ figure: String) throws -> Explanation {
      try ExplainStudy()(
        .init(study: .init(path: ""), figure: figure), reading: StudyReading(study: study, diagnostics: [])
      ).explanation
    }
    for outcome in try outcomes(study) {
      let figures = StudyFigure.allCases.compactMap { figure in outcome[figure].map { (figure.rawValue, $0) } }
      #expect(figures.count == outcome.figures.count)
      for (step, printed) in figures {
        let tree = try explain("\(outcome.scenario)/\(outcome.horizon)/\(step)")
        #expect(tree == printed && abs(tree.evaluated() - printed.value) < 1e-9)
      }
    }
    let error = #expect(throws: PlanningError.self) { try explain("low/2030/winst") }
    #expect(error?.diagnostics.first?.remedy.nl.contains("uitbreiding, vervanging") == true)
    #expect(error?.diagnostics.first?.message.nl.contains("low/2030") == true)
  }

  /// Each cell leads to its file by the file's checksum, and to its row.
  @Test func cellsLeadToTheFilesThatTheyWereReadFrom() throws {
    func file(_ name: String, _ digit: Character) -> SourceSnapshot {
      SourceSnapshot(
        fileName: "raming/" + name, checksum: String(repeating: digit, count: 64), byteCount: 9, subject: "study",
        licence: nil, importedOn: CalendarDate(startOf: 2020), referenceDate: CalendarDate(startOf: 2020),
        isSynthetic: false)
    }
    var study = study(
      [StudyDemandRow(row: 3, sector: "x", figures: Self.jobs)],
      supply: [StudySupplyRow(row: 2, kind: .hardPlan, net: NetHectares(4))])
    study.files = [file("study.yaml", "a"), file("demand.csv", "b"), file("supply.csv", "c")]
    let reading = StudyReading(study: study, diagnostics: [])
    let response = try ExplainStudy()(.init(study: .init(path: ""), figure: "low/2030/saldo"), reading: reading)
    let origins = response.explanation.leaves.compactMap { leaf -> String? in
      guard case .record(let table, _, _, let origin) = leaf.basis else { return nil }
      return "\(table) \(origin?.snapshot ?? "–") \(origin?.row ?? 0)"
    }
    #expect(Set(origins) == ["demand.csv bbbbbbbbbbbb 3", "supply.csv cccccccccccc 2"])
    #expect(response.files.map(\.fileName) == ["raming/demand.csv", "raming/supply.csv"])
    let compared = try CompareStudies().explain(
      "low/2030/van/hard/X", .init(from: "a", to: "b"), from: reading, to: reading)
    #expect(compared.files.map(\.fileName) == ["raming/supply.csv"])
  }

  static let broken: [(figures: [StudyColumn: Double], code: String)] = [
    ([:], "study.empty-row"), ([.jobsNow: 1], "study.half-the-jobs"),
    ([.jobsNow: 1, .jobsLater: 2], "study.no-land-per-job"),
    ([.jobsNow: 1, .jobsLater: 2, .landPerJob: 9, .expansion: 3], "study.two-bases"),
    ([.jobsNow: 1, .jobsLater: 2, .landPerJob: 9, .jobsPerHectare: 3], "study.two-densities"),
    ([.jobsNow: 1, .jobsLater: 2, .landPerJob: 0], "study.not-positive"),
    ([.expansion: 1, .publicShare: 1], "study.not-a-share"), ([.expansion: 1, .shareOnParks: 30], "study.not-a-share"),
    ([.expansion: 1, .replacement: -1], "study.negative"),
  ]

  @Test(arguments: broken.indices) func aBrokenRowIsReported(index: Int) {
    let found = study([StudyDemandRow(row: 4, sector: "x", figures: Self.broken[index].figures)]).problems
    #expect(found.contains { $0.code == Self.broken[index].code && $0.place.row == 4 && $0.severity == .error })
  }

  @Test func unknownScenarioAndHorizonAndRepeatedRowAreReported() {
    let rows = [
      StudyDemandRow(row: 1, sector: "x", scenario: "mid", horizon: 2035, figures: [.expansion: 1]),
      StudyDemandRow(row: 2, sector: "y", figures: [.expansion: 1]),
      StudyDemandRow(row: 3, sector: "y", figures: [.expansion: 1]),
    ]
    let found = study(rows).problems
    #expect(found.map(\.code) == ["study.unknown-scenario", "study.unknown-horizon", "study.repeated-row"])
    #expect(found.map(\.severity) == [.error, .error, .warning])
  }
}
