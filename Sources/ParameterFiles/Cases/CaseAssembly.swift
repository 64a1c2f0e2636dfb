import Foundation
import Planning
import Provenance
import Quantities
import WorkLocations

/// Cases in the making: files with a world and the questions about it.
struct CaseAssembly {
  var reader = FieldReader()
  let folder: URL
  let builtIn: PlanningLibrary

  init(folder: URL, builtIn: PlanningLibrary) {
    self.folder = folder
    self.builtIn = builtIn
  }

  /// The cases of one file: they share its world.
  mutating func cases(_ file: String, name: String) -> [VerificationCase] {
    guard let top = reader.file(at: folder.appendingPathComponent(file), name: name) else { return [] }
    guard reader.keys(of: top, allowed: ["world", "register", "parameters", "cases"]) else { return [] }
    guard var world = world(of: top) else { return [] }
    if let changes = top["parameters"] { world.library = world.library.with(reader.values(changes, world.library)) }
    let items = reader.part("cases", of: top).flatMap { reader.read($0, .list, \.items) } ?? []
    return items.compactMap { item($0, in: world, file: name) }
  }

  private struct CaseWorld {
    let place: VerificationCase.World
    var library: PlanningLibrary
  }

  /// A register file, a world in a file of its own, or one written here; paths start at the case's folder.
  private mutating func world(of top: YAMLField) -> CaseWorld? {
    if let register = reader.optionalText("register", of: top) {
      return CaseWorld(
        place: .stored(path: URL(fileURLWithPath: register, relativeTo: folder).path), library: builtIn)
    }
    guard let field = reader.part("world", of: top) else { return nil }
    let written = field.text.map { path in
      reader.file(at: URL(fileURLWithPath: path, relativeTo: folder), name: "\(folder.relativePath)/\(path)")
    }
    guard let described = written ?? field, let world = reader.world(described, builtIn: builtIn) else { return nil }
    return CaseWorld(place: .described(world.register), library: world.library)
  }

  private static let caseKeys = ["name", "base", "modifications", "parameters", "rounding", "expect", "problems"]

  private mutating func item(_ field: YAMLField, in world: CaseWorld, file: String) -> VerificationCase? {
    guard reader.keys(of: field, allowed: Self.caseKeys) else { return nil }
    let name = reader.text("name", of: field)
    let changes = field["parameters"].map { reader.values($0, world.library) }
    let library = changes.map { world.library.with($0) } ?? world.library
    let scenario = scenario(field, library, file)
    let expectations = field["expect"].map { self.expectations($0) } ?? []
    let problems = field["problems"].map { reader.texts($0) } ?? []
    if expectations.isEmpty, problems.isEmpty { reader.add(.missing("expect"), at: field, value: name ?? "") }
    let rounding = field["rounding"].flatMap { reader.code($0, of: Rounding.self) } ?? .none
    guard let name else { return nil }
    return VerificationCase(
      file: file, name: name, world: world.place, library: library, rounding: rounding, scenario: scenario,
      expectations: expectations, problems: problems)
  }

  /// The changes of a case, on the scenario that it names or the first of the library.
  private mutating func scenario(_ field: YAMLField, _ library: PlanningLibrary, _ file: String) -> PlanningScenario? {
    guard let list = field["modifications"] else { return nil }
    return PlanningScenario(
      id: "geval", label: LocalizedText(nl: "geval", en: "case"),
      base: reader.optionalText("base", of: field) ?? library.scenarios.first ?? "", steps: reader.steps(list),
      file: file)
  }

  /// `CR91/hoog/2030/vraag: 12` or `{value: 12, tolerance: 0.1}`.
  private mutating func expectations(_ field: YAMLField) -> [VerificationCase.Expectation] {
    (reader.read(field, .mapping, \.entries) ?? []).compactMap { figure, entry in
      if let value = entry.number { return expectation(figure, value, Self.closeness, entry) }
      guard reader.keys(of: entry, allowed: ["value", "tolerance"]) else { return nil }
      let value = reader.number("value", of: entry)
      let tolerance = reader.optionalNumber("tolerance", of: entry) ?? Self.closeness
      return value.map { expectation(figure, $0, tolerance, entry) }
    }
  }

  /// What a case allows that says nothing of it: the last digits of binary fractions.
  private static let closeness = 1e-6

  private func expectation(_ figure: String, _ value: Double, _ tolerance: Double, _ entry: YAMLField)
    -> VerificationCase.Expectation
  {
    VerificationCase.Expectation(
      figure: figure, value: value, tolerance: tolerance,
      place: Diagnostic.Place(file: entry.file, row: entry.line, field: figure))
  }
}

extension PlanningLibrary {
  /// The library with other values for some members.
  func with(_ overrides: ParameterSet) -> PlanningLibrary {
    PlanningLibrary(
      parameters: parameters.overridden(by: overrides), bibliography: bibliography, sectors: sectors, addOns: addOns)
  }
}
