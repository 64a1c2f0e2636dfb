import ParameterFiles
import Planning
import Provenance
import Quantities
import Testing

@Suite struct LibraryProblemTests {
  /// The problems of a folder laid over the built-in library.
  private func problems(_ files: [String: String]) throws -> [Diagnostic] {
    let folder = try TemporaryFolder(files)
    do {
      _ = try YAMLLibraryReader().library(overrides: [folder.path], standalone: false)
      return []
    } catch PlanningError.invalidInput(let diagnostics) {
      return diagnostics
    }
  }

  private static func parameter(_ values: String, unit: String = "factor", more: String = "") -> String {
    "label: {nl: Proef, en: Test}\nunit: \(unit)\nkind: statistic\n\(more)\nvalues:\n  \(values)\n"
  }

  static let broken: [(file: String, text: String, code: String)] = [
    ("x/a.yaml", "label: {nl: [", "yaml.invalid"),
    ("x/a.yaml", "unit: factor\nunit: share\n", "yaml.invalid"),
    ("x/a.yaml", parameter("2020-01-01: {value: 1, source: rsopen}", more: "colour: red"), "yaml.unknown-key"),
    ("x/a.yaml", parameter("2020-01-01: {value: 1, source: rsopen, page: 3}"), "yaml.unknown-key"),
    ("x/a.yaml", parameter("2020-01-01: {value: 1, source: rsopen}", unit: "acre"), "yaml.unknown-code"),
    ("x/a.yaml", parameter("2020-01-01: {value: many, source: rsopen}"), "yaml.unexpected"),
    ("x/a.yaml", parameter("2020-01-01: {source: rsopen}"), "yaml.missing"),
    ("x/a.yaml", parameter("2020-01-01: {value: 1}"), "yaml.missing"),
    ("x/a.yaml", parameter("2020-01-01: {value: 1, low: 2, source: rsopen}"), "parameter.low-above-value"),
    ("x/a.yaml", parameter("2020-01-01: {value: 3, high: 2, source: rsopen}"), "parameter.value-above-high"),
    ("x/a.yaml", parameter("2020-02-30: {value: 1, source: rsopen}"), "parameter.invalid-date"),
    (
      "x/a.yaml",
      parameter("2021-01-01: {value: 1, source: rsopen}\n  2020-01-01: {value: 1, source: rsopen}"),
      "parameter.dates-not-ascending"
    ),
    ("x/a.yaml", parameter("2020-01-01: {value: 1, source: nobody}"), "parameter.unknown-source"),
    ("x/a.yaml", parameter("2020-01-01: {value: 30, source: rsopen}", unit: "share"), "parameter.share-outside-0-1"),
    (
      "x/a.yaml", parameter("2020-01-01: {value: 1, source: rsopen, kind: assumption}"),
      "parameter.assumption-with-source"
    ),
    (
      "x/a.yaml", parameter("2020-01-01: {value: 1, source: assumption, kind: law}"), "parameter.kind-without-source"
    ),
    (
      "x/a.yaml", "label: {nl: Proef, en: Test}\nunit: factor\nvalues: {2020-01-01: {value: 1, source: rsopen}}",
      "parameter.kind-missing"
    ),
    ("x/a.yaml", "unit: factor\nvalues: {2020-01-01: {value: 1, source: assumption}}", "yaml.missing"),
    ("x/a.yaml", "label: {nl: Proef}\nunit: factor\nvalues: {}", "yaml.missing"),
    (
      "demand/land-per-job.yaml", "members: {bouw: {2022-01-01: {value: 200, source: assumption}}}",
      "parameter.member-shape"
    ),
    (
      "demand/land-per-job.yaml",
      "unit: ha-net\nmembers: {bouw/seaport: {2022-01-01: {value: 200, source: assumption}}}", "parameter.unit-changed"
    ),
    (
      "demand/land-per-job.yaml", "members: {bouw/seaport: {2022-01-01: {value: 1, low: -1, source: assumption}}}",
      "parameter.negative"
    ),
    (
      "segments/size-share.yaml", "members: {industrie/small: {2020-01-01: {value: 0.9, source: assumption}}}",
      "parameter.shares-not-1"
    ),
    (
      "segments/category-share.yaml", "members: {bouw/c5@PV30: {2020-01-01: {value: 0.9, source: assumption}}}",
      "parameter.shares-not-1"
    ),
    (
      "demand/location-preference.yaml",
      "members: {groothandel/seaport: {2030-01-01: {value: 0.95, source: assumption}}}", "parameter.shares-above-1"
    ),
    ("addons/nothing.yaml", "remove: true", "addon.nothing-to-remove"),
    ("addons/haven.yaml", "temporary: true", "addon.return-year"),
    ("addons/haven.yaml", "until: 2020", "addon.years"),
    ("addons/haven.yaml", "size-share: {large: 0.9}", "parameter.shares-not-1"),
    ("addons/haven.yaml", "allocation: {by: jobs, sectors: [nobody]}", "yaml.unknown-code"),
    ("addons/haven.yaml", "sector-group: nobody", "yaml.unknown-code"),
    ("addons/haven.yaml", "location-type: moon", "yaml.unknown-code"),
    ("bibliography/new.yaml", "{title: A, producer: B, read: never}", "yaml.unknown-code"),
    ("classification/sectors.yaml", "[{id: a, label: {nl: A, en: A}, group: nobody}]", "yaml.unknown-code"),
  ]

  @Test(arguments: broken.indices) func aBrokenFileIsReported(index: Int) throws {
    let (file, text, code) = Self.broken[index]
    let found = try problems([file: text])
    #expect(found.contains { $0.code == code }, "\(found.map { $0.spelled(in: .en) })")
    let problem = try #require(found.first { $0.code == code })
    #expect(problem.place.file?.hasSuffix(file) == true)
    #expect(!problem.message.nl.isEmpty && !problem.message.en.isEmpty)
    #expect(!problem.remedy.nl.isEmpty && !problem.remedy.en.isEmpty)
  }

  @Test func theLineAndTheFieldAreNamed() throws {
    let found = try problems([
      "x/a.yaml": Self.parameter(
        "2020-01-01: {value: 1, source: rsopen}\n  2021-01-01: {value: 1, low: 2, source: rsopen}")
    ])
    #expect(found.count == 1)
    #expect(found.first?.place.row == 7)
    #expect(found.first?.place.field == "values.2021-01-01")
  }

  @Test func allProblemsOfAllFilesComeTogether() throws {
    let found = try problems([
      "x/a.yaml": Self.parameter("2020-01-01: {value: 3, high: 2, source: nobody}", unit: "acre"),
      "x/b.yaml": "label: {nl: [",
      "addons/nothing.yaml": "remove: true",
    ])
    let codes = Set(found.map(\.code))
    #expect(
      codes == [
        "parameter.value-above-high", "parameter.unknown-source", "yaml.unknown-code", "yaml.invalid",
        "addon.nothing-to-remove",
      ])
  }
}
