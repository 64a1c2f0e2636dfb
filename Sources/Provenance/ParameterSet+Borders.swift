/// The border of a parameter's band.
public enum ParameterBorder: String, Sendable, Codable, Hashable, CaseIterable {
  case low, high
}

extension ParameterSet {
  /// This set with every value of some parameters at the border of its own band: what an answer would be if they all erred to
  /// one side.
  public func at(_ border: ParameterBorder, of keys: [String]) -> ParameterSet {
    overridden(by: ParameterSet(keys.compactMap { self[$0]?.at(border) }))
  }
}

extension Parameter {
  fileprivate func at(_ border: ParameterBorder) -> Parameter {
    Parameter(
      key: key, label: label, unit: unit, dimensions: dimensions, note: note,
      members: members.mapValues { $0.map { $0.at(border) } })
  }
}

extension DatedValue {
  /// The same value at a border of its band.
  public func at(_ border: ParameterBorder) -> DatedValue {
    DatedValue(
      from: from, value: border == .low ? low : high, low: low, high: high, kind: kind, source: source, locator: locator
    )
  }
}
