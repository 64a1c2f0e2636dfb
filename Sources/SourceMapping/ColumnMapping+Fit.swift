import PlaneGeometry

/// How well a mapping suits a table — *passing*.
public struct MappingFit: Sendable, Hashable {
  public let mapping: ColumnMapping
  /// Field → position of its column.
  public let columns: [String: Int]
  /// Value of the spread's key → position of its column.
  public let spread: [String: Int]
  /// Required fields that the table does not have.
  public let missing: [String]

  public var isComplete: Bool { missing.isEmpty }
  /// Number of columns that get a meaning.
  public var matchCount: Int { columns.count + spread.count }
}

extension ColumnMapping {
  public func fit(_ table: SourceTable) -> MappingFit {
    let positions = Dictionary(
      table.columns.enumerated().map { (PlainName.of($0.element), $0.offset) }, uniquingKeysWith: { first, _ in first })
    var found: [String: Int] = [:]
    for field in subject.fields {
      found[field] = Self.position(of: (columns[field] ?? []) + [field], in: positions)
    }
    let spread = spread?.columns.compactMapValues { Self.position(of: $0, in: positions) } ?? [:]
    let missing = required.filter { field in
      found[field] == nil && constants[field] == nil && !isSpread(field, found: !spread.isEmpty)
        && !table.hasShape(field)
    }
    return MappingFit(mapping: self, columns: found, spread: spread, missing: missing)
  }

  private static func position(of names: [String], in positions: [String: Int]) -> Int? {
    names.lazy.compactMap { positions[PlainName.of($0)] }.first
  }

  private func isSpread(_ field: String, found: Bool) -> Bool {
    found && (field == spread?.key || field == spread?.value)
  }

  /// Names under which a field is looked for, the field's own last.
  func acceptedNames(of field: String) -> [String] {
    let own = (columns[field] ?? []) + (columns[field]?.contains(field) == true ? [] : [field])
    guard let spread, field == spread.key || field == spread.value else { return own }
    // One example says enough of a column per sector.
    return own + spread.columns.keys.sorted().suffix(1).map { $0 + ", …" }
  }
}

extension SourceTable {
  fileprivate func hasShape(_ field: String) -> Bool {
    switch field {
    case Field.area.rawValue: rows.contains { $0.geometry?.polygonalPart != nil || $0.geometryProblem != nil }
    case Field.point.rawValue: rows.contains { $0.geometry?.kind == .point }
    default: false
    }
  }
}
