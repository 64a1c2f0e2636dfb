import Planning
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

extension FieldReader {
  static let scenarioKeys = ["id", "label", "base", "source", "remark", "modifications"]

  /// A scenario file; nil when a part of its heading is missing.
  mutating func scenario(_ top: YAMLField) -> PlanningScenario? {
    guard keys(of: top, allowed: Self.scenarioKeys) else { return nil }
    let id = name("id", of: top)
    let label = part("label", of: top).flatMap { localized($0) }
    let base = text("base", of: top)
    let steps = part("modifications", of: top).map { self.steps($0) } ?? []
    let remark = top["remark"].flatMap { localized($0) }
    guard let id, let label, let base else { return nil }
    return PlanningScenario(
      id: id, label: label, base: base, steps: steps, source: optionalText("source", of: top), remark: remark,
      file: top.file)
  }

  /// The changes of a list, each a mapping of one kind.
  mutating func steps(_ field: YAMLField) -> [PlanningScenario.Step] {
    (read(field, .list, \.items) ?? []).compactMap { item in
      guard let entries = read(item, .mapping, \.entries) else { return nil }
      guard entries.count == 1, let kind = ScenarioKind(rawValue: entries[0].key) else {
        add(
          .unknownKey(allowed: ScenarioKind.allCases.map(\.rawValue)), at: item,
          value: entries.map(\.key).joined(separator: ", "))
        return nil
      }
      let body = entries[0].field
      guard keys(of: body, allowed: kind.keys), let modification = modification(kind, body) else { return nil }
      return PlanningScenario.Step(modification, at: place(of: body))
    }
  }

  /// A name that can stand in a path and on a command line.
  mutating func name(_ key: String, of field: YAMLField) -> String? {
    guard let name = text(key, of: field) else { return nil }
    if name.contains(where: { "/,@ ".contains($0) }) { add(.notAName, at: field[key] ?? field) }
    return name
  }

  func place(of field: YAMLField) -> Diagnostic.Place {
    Diagnostic.Place(file: field.file, row: field.line, field: field.path)
  }

  private mutating func modification(_ kind: ScenarioKind, _ body: YAMLField) -> ScenarioModification? {
    switch kind {
    case .changeParameter: parameterChange(body).map(ScenarioModification.parameter)
    case .addPlan: newPlan(body).map(ScenarioModification.addPlan)
    case .delayPlan: planChange(body) { $0.delay(body) }
    case .freezePlan: planChange(body) { _ in .freeze }
    case .hardenPlan: planChange(body) { .harden(year: $0.optionalWhole("year", of: body)) }
    case .removePlan: planChange(body) { _ in .remove }
    case .withdrawPark: withdrawal(body).map(ScenarioModification.withdraw)
    case .establishment: establishment(body).map(ScenarioModification.establishment)
    case .addOn: newAddOn(body).map(ScenarioModification.addOn)
    case .changeAddOn:
      if let id = text("add-on", of: body), let change = amountChange(body) {
        .addOnAmount(id: id, change)
      } else {
        nil
      }
    }
  }

  private mutating func planChange(_ body: YAMLField, _ change: (inout FieldReader) -> PlanChange?)
    -> ScenarioModification?
  {
    let made = change(&self)
    guard let id = text("plan", of: body), let made else { return nil }
    return .plan(id: id, made)
  }

  private mutating func delay(_ body: YAMLField) -> PlanChange? {
    switch (optionalWhole("to", of: body), optionalWhole("years", of: body)) {
    case (let year?, nil): return .delay(to: year)
    case (nil, let years?): return .delayed(years: years)
    default:
      add(.chooseOne(["to", "years"]), at: body, value: "")
      return nil
    }
  }

  private mutating func parameterChange(_ body: YAMLField) -> ParameterChange? {
    let date = body["from"].flatMap { self.date($0) }
    let change = amountChange(body)
    guard let key = text("key", of: body), let change else { return nil }
    return ParameterChange(
      key: key, member: optionalText("member", of: body) ?? "",
      region: optionalText("region", of: body).map { RegionCode($0) }, from: date, change: change)
  }

  /// Exactly one of `value`, `factor` and `delta`.
  private mutating func amountChange(_ body: YAMLField) -> AmountChange? {
    let value = optionalNumber("value", of: body).map(AmountChange.value)
    let factor = optionalNumber("factor", of: body).map(AmountChange.factor)
    let delta = optionalNumber("delta", of: body).map(AmountChange.delta)
    let given = [value, factor, delta].compactMap { $0 }
    if given.count != 1 { add(.chooseOne(["value", "factor", "delta"]), at: body, value: "") }
    return given.count == 1 ? given[0] : nil
  }

  mutating func date(_ field: YAMLField) -> CalendarDate? {
    guard let text = read(field, .text, \.text) else { return nil }
    if let date = CalendarDate(text) { return date }
    add(.notADate, at: field)
    return nil
  }
}
