import Foundation
import ParameterFiles
import Planning
import Provenance
import Quantities
import SpaceDemand
import Testing
import WorkLocations

@Suite struct ScenarioReaderTests {
  private func read(_ text: String) throws -> PlanningScenario {
    let folder = try TemporaryFolder(["scenario.yaml": text])
    return try YAMLScenarioReader().scenario(at: folder.path + "/scenario.yaml")
  }

  @Test func everyKindOfChangeIsRead() throws {
    let scenario = try read(
      """
      id: proef
      label: {nl: proef, en: trial}
      base: hoog
      modifications:
        - change-parameter: {key: demand/land-per-job, member: maken/business-park, region: CR91, from: 2025-01-01, factor: 0.5}
        - add-plan: {id: a, municipality: GM9001, hardness: zacht, ha: 4, category: "4.1", water: true, largest-part: 2}
        - delay-plan: {plan: a, to: 2031}
        - delay-plan: {plan: a, years: 2}
        - freeze-plan: {plan: a}
        - harden-plan: {plan: a, year: 2033}
        - remove-plan: {plan: a}
        - withdraw-park: {park: "1001", year: 2030, returns: 0.25}
        - establishment: {id: f, region: GM9001, ha: 9, year: 2028, sector-group: industrie, size: large, category: 5, water: true}
        - add-on: {id: o, ha-per-year: 1, from: 2026, until: 2028, sector-group: industrie, size: small, category: 2, allocation: {by: net-stock}}
        - change-add-on: {add-on: kabels, delta: -1}
      """)
    #expect(scenario.id == "proef" && scenario.base == "hoog" && scenario.label.en == "trial")
    #expect(
      scenario.steps.map(\.modification) == [
        .parameter(
          .init(
            key: "demand/land-per-job", member: "maken/business-park", region: "CR91",
            from: CalendarDate(startOf: 2025), change: .factor(0.5))),
        .addPlan(
          .init(
            id: "a", name: "a", municipality: "GM9001", hardness: .soft, area: NetHectares(4),
            category: EnvironmentalCategory(rawValue: "4.1"), isWaterBound: true, largestPart: NetHectares(2))),
        .plan(id: "a", .delay(to: 2031)), .plan(id: "a", .delayed(years: 2)), .plan(id: "a", .freeze),
        .plan(id: "a", .harden(year: 2033)), .plan(id: "a", .remove),
        .withdraw(.init(park: "1001", year: 2030, returningShare: 0.25)),
        .establishment(
          .init(
            id: "f", name: "f", region: "GM9001", area: NetHectares(9), year: 2028, sectorGroup: "industrie",
            space: SpaceClass(category: .upTo6, size: .large, water: .wet))),
        .addOn(
          .init(
            id: "o", label: LocalizedText(both: "o"), amountPerYear: NetHectares(1), firstYear: 2026, lastYear: 2028,
            sectorGroup: "industrie", space: SpaceClass(category: .upTo2, size: .small, water: .dry),
            allocation: .netStock)), .addOnAmount(id: "kabels", .delta(-1)),
      ])
    #expect(scenario.steps[2].place.row == 7 && scenario.steps[2].place.field == "modifications[3].delay-plan")
  }

  /// Every mistake of a file at once, each with its line.
  @Test func everyMistakeComesAtOnceWithItsLine() throws {
    let text = """
      id: "mijn scenario"
      label: {nl: proef, en: trial}
      modifications:
        - verplaats-plan: {plan: a}
        - delay-plan: {plan: a, to: 2031, years: 3}
        - change-parameter: {key: demand/land-per-job, from: 31-12-2025, factor: 2, value: 1}
        - withdraw-park: {park: "1001", jaar: 2030}
        - establishment: {id: f, region: GM9001, ha: veel, year: 2028, sector-group: industrie, size: reus, category: 9}
      """
    let error = #expect(throws: PlanningError.self) { try read(text) }
    let problems = error?.diagnostics ?? []
    let found = problems.map { "\($0.place.row ?? 0) \($0.code)" }
    for expected in [
      "1 yaml.not-a-name", "1 yaml.missing", "4 yaml.unknown-key", "5 yaml.choose-one", "6 parameter.invalid-date",
      "6 yaml.choose-one", "7 yaml.unknown-key", "7 yaml.missing", "8 yaml.unexpected", "8 yaml.unknown-code",
    ] { #expect(found.contains(expected), "\(expected) in \(found)") }
    #expect(problems.allSatisfy { $0.place.file?.hasSuffix("scenario.yaml") == true && !$0.remedy.nl.isEmpty })
  }

  @Test func theExampleIsReadAndResolvesOnTheBuiltInLibrary() throws {
    let path = Repository.path("Documentation/Examples/scenarios/minder-plannen-meer-energie.yaml")
    let scenario = try YAMLScenarioReader().scenario(at: path)
    let library = try YAMLLibraryReader().library(overrides: [], standalone: false)
    var records = RegisterRecords()
    let origin = Origin(snapshot: "", referenceDate: CalendarDate(startOf: 2022))
    records.regions = [
      try Region(code: "GM0001", name: "Dorp", level: .municipality, parents: ["CR08", "NL01"], origin: origin)
    ]
    let world = try scenario.resolved(
      Register(referenceDate: CalendarDate(startOf: 2022), records: records), library)
    #expect(scenario.steps.count == 5 && world.diagnostics.isEmpty)
    #expect(world.library.scenarios == ["energie-eerst", "hoog", "laag"])
    #expect(world.library.addOns.first { $0.id == "accufabriek" }?.amountPerYear["energie-eerst"]?.value == 60)
  }
}

enum Repository {
  static func path(_ relative: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(relative).path
  }
}
