import Provenance
import Quantities

extension LibraryAssembly {
  static let parameterKeys = ["label", "unit", "kind", "by", "note", "values", "members"]

  /// Lays one parameter file; a file that overrides may leave out what it does not change.
  mutating func layParameter(_ file: LibraryFile, _ top: YAMLField) {
    guard reader.keys(of: top, allowed: Self.parameterKeys) else { return }
    let base = parameters[file.key]
    let label = top["label"].flatMap { reader.localized($0) } ?? base?.label
    let unit = unit(top, base: base)
    let dimensions = top["by"].map { reader.texts($0) } ?? base?.dimensions ?? []
    let members = members(top, dimensions: dimensions, unit: unit)
    if label == nil, top["label"] == nil { reader.add(.missing("label"), at: top, value: "") }
    guard let label, let unit else { return }
    let parameter = Parameter(
      key: file.key, label: label, unit: unit, dimensions: dimensions,
      note: top["note"].flatMap { reader.localized($0) }, members: members)
    parameters = parameters.overridden(by: ParameterSet([parameter]))
    files[file.key] = file.name
  }

  private mutating func unit(_ top: YAMLField, base: Parameter?) -> Unit? {
    guard let field = top["unit"] else {
      if base == nil { reader.add(.missing("unit"), at: top, value: "") }
      return base?.unit
    }
    let unit = reader.code(field, of: Unit.self)
    if let base, let unit, unit != base.unit { reader.add(.unitChanged(from: base.unit), at: field) }
    return unit
  }

  private mutating func members(_ top: YAMLField, dimensions: [String], unit: Unit?) -> [String: [DatedValue]] {
    let kind = top["kind"].flatMap { reader.code($0, of: ParameterKind.self) }
    var members: [String: [DatedValue]] = [:]
    for (name, field) in memberFields(top) {
      if !Self.name(name, fits: dimensions) { reader.add(.memberShape(dimensions), at: field, value: name) }
      members[name] = timeline(field, kind: kind, unit: unit)
    }
    return members
  }

  /// The members of a family; a parameter of one value has one member, the empty name.
  private mutating func memberFields(_ top: YAMLField) -> [(key: String, field: YAMLField)] {
    if let values = top["values"] { return [("", values)] }
    guard let members = top["members"] else {
      reader.add(.missing("values"), at: top, value: "")
      return []
    }
    return reader.read(members, .mapping, \.entries) ?? []
  }

  /// Whether a member's name has a place on every dimension; what stands behind `@` is a region.
  private static func name(_ name: String, fits dimensions: [String]) -> Bool {
    let place = name.prefix { $0 != "@" }
    let parts = place.isEmpty ? [] : place.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == dimensions.count && parts.allSatisfy { !$0.isEmpty } && !name.hasSuffix("@")
  }

  private mutating func timeline(_ field: YAMLField, kind: ParameterKind?, unit: Unit?) -> [DatedValue] {
    var values: [DatedValue] = []
    for (text, entry) in reader.read(field, .mapping, \.entries) ?? [] {
      guard let date = CalendarDate(text) else {
        reader.add(.notADate, at: entry, value: text)
        continue
      }
      if let last = values.last, last.from >= date { reader.add(.datesNotAscending, at: entry, value: text) }
      if let value = datedValue(entry, from: date, kind: kind, unit: unit) { values.append(value) }
    }
    return values
  }
}
