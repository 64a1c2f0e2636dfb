import Provenance
import Quantities
import WorkLocations

extension ScenarioResolution {
  /// Changes a member from a date on: of a `value` it is the only one from then, a factor or delta works on all from then.
  mutating func apply(_ change: ParameterChange) {
    guard let parameter = parameters[change.key] else {
      return report(.unknown(.parameter, change.key, known: parameters.keys), change.key)
    }
    if let region = change.region, register.regions.municipalities(in: region).isEmpty {
      report(.unknown(.region, region.text, known: regionCodes), region.text)
    }
    let names = names(of: change, in: parameter)
    guard !names.isEmpty else {
      return report(.unknown(.member, change.member, known: parameter.members.keys.sorted()), change.member)
    }
    let from = change.from ?? register.referenceDate
    if from > register.referenceDate, parameter.unit != .sharePerYear {
      report(.readAtStart, from.description, .warning)
    }
    var members: [String: [DatedValue]] = [:]
    for name in names {
      members[name] = changed(timeline(of: name, change, in: parameter), by: change.change, from: from)
    }
    if let wrong = names.flatMap({ members[$0] ?? [] }).first(where: { !parameter.unit.allows($0.value) }) {
      report(.impossibleValue, NumberStyle.plain(decimals: 4)(wrong.value))
    }
    parameters = parameters.overridden(by: ParameterSet([parameter.replacing(members)]))
    changedParameters[change.key] = place
  }

  /// The member in the region asked for; without a region the member and every region's own value of it.
  private func names(of change: ParameterChange, in parameter: Parameter) -> [String] {
    let own = change.region.map { change.member + "@" + $0.text }
    guard let own else {
      return parameter.members.keys.filter { $0 == change.member || $0.hasPrefix(change.member + "@") }.sorted()
    }
    return parameter.members[own] != nil || parameter.members[change.member] != nil ? [own] : []
  }

  private func timeline(of name: String, _ change: ParameterChange, in parameter: Parameter) -> [DatedValue] {
    parameter.members[name] ?? parameter.members[change.member] ?? []
  }

  private func changed(_ timeline: [DatedValue], by change: AmountChange, from: CalendarDate) -> [DatedValue] {
    let before = timeline.filter { $0.from < from }
    let later = timeline.filter { $0.from > from }
    if case .value(let amount) = change { return before + [value(amount, from: from)] }
    let current = timeline.last { $0.from <= from }
    return before
      + ((current.map { [($0, from)] } ?? []) + later.map { ($0, $0.from) }).map { old, date in
        let band = [old.low, old.high].map(change.applied)
        return value(
          change.applied(to: old.value), from: date, low: min(band[0], band[1]), high: max(band[0], band[1]))
      }
  }

  /// Parts of a whole must still be one after all changes.
  mutating func checkShares() {
    for family in ShareFamily.all {
      guard let changed = changedParameters[family.key], let parameter = parameters[family.key] else { continue }
      place = changed
      for sum in parameter.sums() where !family.allows(sum.value) {
        report(.sharesNotWhole(sum.value), "\(family.key):\(sum.place)")
      }
    }
  }

  var regionCodes: [String] { register.regions.regions.map(\.code.text) }
}

extension Unit {
  /// Whether a parameter of this unit can have a value at all.
  fileprivate func allows(_ value: Double) -> Bool {
    switch self {
    case .share: (0...1).contains(value)
    case .sharePerYear: value > -1 && value.isFinite
    default: value >= 0 && value.isFinite
    }
  }
}
