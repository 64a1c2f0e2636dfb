import Foundation
import ParameterFiles
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct CasesTests {
  private static let folder = Repository.path("Documentation/Examples/cases")

  private static func results(_ folder: String) throws -> [VerifyCases.Result] {
    try YAMLScenarioReader().cases(in: folder).map { item in
      guard case .described(let register) = item.world else { throw PlanningError.fileMissing(path: item.file) }
      return VerifyCases()(item, register: register)
    }
  }

  @Test func everyCaseOfTheDocumentationComesOut() throws {
    let results = try Self.results(Self.folder)
    #expect(results.count > 15 && results.reduce(0) { $0 + $1.checks.count } > 40)
    for result in results {
      let failed = result.checks.filter { !$0.passes }.map {
        "\($0.expectation.figure): \(String(describing: $0.actual)), not \($0.expectation.value)"
      }
      #expect(
        result.passes,
        "\(result.file): \(result.name): \(failed) \(result.missingProblems) \(result.unexpectedProblems.map(\.code))")
    }
  }

  /// The polder is written twice, in Swift for tests and in YAML for readers: both give the same figures to the last bit.
  @Test func thePolderInYAMLIsThePolder() throws {
    let item = try #require(try YAMLScenarioReader().cases(in: Self.folder).first)
    guard case .described(let register) = item.world else { Issue.record("no world"); return }
    let request = RunBalance.Request(horizons: [2026, 2030, 2035, 2040, 2050])
    let written = try RunBalance()(request, register: register, library: item.library)
    let built = try RunBalance()(request, register: try Polder.register(), library: Polder.library())
    #expect(written.balances == built.balances && written.demands == built.demands)
    #expect(written.regions == built.regions && written.supply.map(\.byClass) == built.supply.map(\.byClass))
  }

  private func folder(expecting text: String) throws -> TemporaryFolder {
    try TemporaryFolder([
      "cases/worlds/polder.yaml": String(contentsOfFile: Self.folder + "/worlds/polder.yaml", encoding: .utf8),
      "cases/geval.yaml": "world: worlds/polder.yaml\ncases:\n  - name: proef\n" + text,
    ])
  }

  /// A case that cannot fail proves nothing: a wrong answer fails and shows the way to the right one.
  @Test func aWrongAnswerFailsAndIsExplained() throws {
    let folder = try folder(
      expecting:
        "    expect:\n      CR91/hoog/2030/vraag: 17\n      CR91/hoog/2030/balans: {value: -11, tolerance: 0.2}\n")
    let result = try #require(try Self.results(folder.path + "/cases").first)
    #expect(!result.passes && result.checks.map(\.passes) == [false, true])
    #expect(result.checks[0].actual == 16.984375 && result.checks[0].explanation?.value == 16.984375)
    #expect(result.checks[0].expectation.place.row == 5)
  }

  @Test func aProblemThatDoesNotComeFails() throws {
    let folder = try folder(
      expecting: "    base: hoog\n    modifications: []\n    problems: [scenario.unknown-plan]\n")
    let result = try #require(try Self.results(folder.path + "/cases").first)
    #expect(!result.passes && result.missingProblems == ["scenario.unknown-plan"])
  }

  @Test func aFigureThatIsNotThereFails() throws {
    let folder = try folder(expecting: "    expect: {CR77/hoog/2030/vraag: 1}\n")
    let result = try #require(try Self.results(folder.path + "/cases").first)
    #expect(!result.passes && result.unexpectedProblems.map(\.code) == ["explain.unknown-figure"])
  }

  @Test func mistakesInFilesComeAtOnce() throws {
    let folder = try folder(expecting: "    expext: {CR91/hoog/2030/vraag: 1}\n")
    try folder.write(
      "reference-date: gisteren\nregions: [{code: GM1, naam: x}]\nparameters: {demand/land: 1}\n",
      to: "cases/worlds/krom.yaml")
    try folder.write("world: worlds/krom.yaml\ncases: [{name: a, expect: {a: veel}}]\n", to: "cases/ander.yaml")
    let error = #expect(throws: PlanningError.self) { try YAMLScenarioReader().cases(in: folder.path + "/cases") }
    let codes = Set(error?.diagnostics.map(\.code) ?? [])
    #expect(codes.isSuperset(of: ["yaml.unknown-key", "parameter.invalid-date"]))
    #expect(Set(error?.diagnostics.compactMap { $0.place.file?.split(separator: "/").last } ?? []).count == 2)
  }

  @Test func aFolderWithoutCasesIsRefused() throws {
    let error = #expect(throws: PlanningError.self) { try YAMLScenarioReader().cases(in: "/nergens") }
    #expect(error?.diagnostics.map(\.code) == ["verify.no-cases"])
  }
}

@Suite struct ComparedStudiesTests {
  private func compare() throws -> CompareStudies.Response {
    let paths = ["raming-a", "raming-b"].map { Repository.path("Documentation/Examples/" + $0) }
    let readings = try paths.map { try YAMLStudyReader().study(at: $0) }
    return try CompareStudies()(.init(from: paths[0], to: paths[1]), from: readings[0], to: readings[1])
  }

  /// The table of Documentation/Examples/README.md.
  @Test func theWorkedExampleComesOut() throws {
    let response = try compare()
    let comparison = try #require(response.comparisons.first)
    func part(_ component: ForecastComponent) -> Double {
      comparison.parts.first { $0.component == component }?.value ?? 0
    }
    #expect(abs(comparison.figureFrom - 20.1) < 1e-9 && abs(comparison.figureTo - 130.25) < 1e-9)
    #expect(abs(part(.landPerJob) - 27.1125) < 1e-9 && abs(part(.measure) - 23.0375) < 1e-9)
    #expect(abs(part(.hardness) - 60) < 1e-9 && part(.jobs) == 0 && part(.region) == 0)
    #expect(abs(comparison.parts.reduce(0) { $0 + $1.value } - comparison.difference) < 1e-9)
    #expect(response.diagnostics.isEmpty)
  }

  /// Down to the cells of the tables; the amounts of the example that is worked out by hand.
  @Test func everyFigureLeadsToTheCellsOfEitherStudy() throws {
    let paths = ["raming-a", "raming-b"].map { Repository.path("Documentation/Examples/" + $0) }
    let readings = try paths.map { try YAMLStudyReader().study(at: $0) }
    let request = CompareStudies.Request(from: paths[0], to: paths[1])
    func explain(_ path: String) throws -> Explanation {
      try CompareStudies().explain(path, request, from: readings[0], to: readings[1]).explanation
    }
    func value(_ tree: Explanation) throws -> Double {
      switch tree.basis {
      case .formula(let operation, _, let parts): operation.apply(try parts.map(value))
      case .figure(let path): try value(try explain(path))
      default: tree.value
      }
    }
    let comparison = try #require(try compare().comparisons.first)
    for part in comparison.parts {
      #expect(abs(try value(try explain("hoog/2040/deel/\(part.component.rawValue)")) - part.value) < 1e-9)
    }
    #expect(abs(try value(try explain("hoog/2040/van")) - 20.1) < 1e-9)
    #expect(abs(try value(try explain("hoog/2040/naar")) - 130.25) < 1e-9)
    let line = try explain("hoog/2040/deel/ruimte-per-baan/XX02/logistiek")
    let cells = Set(line.leaves.compactMap { if case .record(_, _, let field, _) = $0.basis { field } else { nil } })
    #expect(cells.isSuperset(of: ["jobs_now", "jobs_later", "land_per_job_m2"]), "\(cells)")
  }

  /// Studies of other regions have nothing to lay side by side: the difference is the region's, whole, and that is said.
  @Test func studiesOfOtherRegionsDifferByRegion() throws {
    let paths = ["synthetische-regio", "noord-brabant-2022"].map { Repository.path("Documentation/Examples/" + $0) }
    let readings = try paths.map { try YAMLStudyReader().study(at: $0) }
    let response = try CompareStudies()(.init(from: paths[0], to: paths[1]), from: readings[0], to: readings[1])
    #expect(response.diagnostics.map(\.code) == ["compare.other-region"] && response.comparisons.count == 2)
    for comparison in response.comparisons {
      let region = comparison.parts.first { $0.component == .region }?.value ?? 0
      let rounding = comparison.parts.first { $0.component == .rounding }?.value ?? 0
      #expect(abs(region + rounding - comparison.difference) < 1e-9 && region > 900)
    }
  }
}
