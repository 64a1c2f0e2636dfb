import Planning
import Provenance
import Quantities
import WorkLocations

extension FieldReader {
  /// Parameter values in short: `key: 0.5`, `key: {member: 0.5}`, `key: {member: {2024-01-01: 1, 2025-01-01: 0}}`. A `*` in a
  /// member stands for every sector; a member by name comes before it. Unit and label are those of the built-in parameter.
  mutating func values(_ field: YAMLField, _ library: PlanningLibrary) -> ParameterSet {
    let sectors = library.sectors.sectors.map(\.id)
    return ParameterSet(
      (read(field, .mapping, \.entries) ?? []).compactMap { key, entry in
        guard let known = library.parameters[key] else {
          add(.unknownKey(allowed: library.parameters.keys), at: entry, value: key)
          return nil
        }
        return Parameter(
          key: key, label: known.label, unit: known.unit, dimensions: known.dimensions, note: known.note,
          members: members(entry, sectors))
      })
  }

  private mutating func members(_ field: YAMLField, _ sectors: [String]) -> [String: [DatedValue]] {
    if field.number != nil || isDated(field) { return ["": timeline(field)] }
    let entries = read(field, .mapping, \.entries) ?? []
    let ordered = entries.filter { $0.key.contains("*") } + entries.filter { !$0.key.contains("*") }
    var members: [String: [DatedValue]] = [:]
    for (name, entry) in ordered {
      let timeline = timeline(entry)
      let names = name.contains("*") ? sectors.map { name.replacing("*", with: $0) } : [name]
      for name in names { members[name] = timeline }
    }
    return members
  }

  private func isDated(_ field: YAMLField) -> Bool {
    field.entries?.first.map { CalendarDate($0.key) != nil } ?? false
  }

  private mutating func timeline(_ field: YAMLField) -> [DatedValue] {
    if let number = field.number { return [value(number, from: CalendarDate(startOf: 1))] }
    return (read(field, .mapping, \.entries) ?? []).compactMap { text, entry in
      guard let date = CalendarDate(text) else {
        add(.notADate, at: entry, value: text)
        return nil
      }
      return read(entry, .number, \.number).map { value($0, from: date) }
    }
  }

  private func value(_ number: Double, from date: CalendarDate) -> DatedValue {
    DatedValue(from: date, value: number, kind: .assumption)
  }
}
