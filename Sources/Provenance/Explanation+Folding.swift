import Quantities

extension Explanation {
  /// The tree with at most `limit` parts written out under each sum — *ingevouwen*: the largest, and one line that adds up the
  /// rest. A sum that is one part too long stays as it is: the line would take the place of that part.
  ///
  /// Example: the sum of 1, 8, 2 and 4 folded to two parts is 8 + 4 + the 2 others, 3.
  public func folded(to limit: Int) -> Explanation {
    guard case .formula(let operation, let notation, let parts) = basis else { return self }
    let kept = operation == .sum && parts.count > limit + 1 ? Self.largest(parts, limit) : parts
    return Explanation(
      label, value: value, unit: unit,
      basis: .formula(operation, notation: notation, parts: kept.map { $0.folded(to: limit) }))
  }

  private static func largest(_ parts: [Explanation], _ limit: Int) -> [Explanation] {
    let order = parts.indices.sorted { (-parts[$0].value.magnitude, $0) < (-parts[$1].value.magnitude, $1) }
    let rest = order.dropFirst(limit).map { parts[$0] }
    return order.prefix(limit).map { parts[$0] }
      + [.rest(of: rest.count, adding: rest.reduce(0) { $0 + $1.value }, unit: parts[0].unit)]
  }

  /// A line for parts of a sum that are not written out.
  public static func rest(of count: Int, adding value: Double, unit: Unit) -> Explanation {
    Explanation(
      LocalizedText(nl: "\(count) andere", en: "\(count) others"), value: value, unit: unit,
      basis: .folded(count: count))
  }

  /// The tree in which each figure that is explained by itself stands as a reference to it; the tree's own root stays.
  public func referring(to figures: [(path: String, explanation: Explanation)]) -> Explanation {
    guard case .formula(let operation, let notation, let parts) = basis else { return self }
    return Explanation(
      label, value: value, unit: unit,
      basis: .formula(
        operation, notation: notation,
        parts: parts.map { part in
          figures.first { part.isSame(as: $0.explanation) }.map { part.reference(to: $0.path) }
            ?? part.referring(to: figures)
        }))
  }

  /// The figure alone, explained elsewhere.
  public func reference(to path: String) -> Explanation {
    Explanation(label, value: value, unit: unit, basis: .figure(path: path))
  }

  /// Equal, with the cheap question first.
  private func isSame(as other: Explanation) -> Bool { value == other.value && self == other }
}
