import Quantities

extension Explanation {
  /// The tree with at most `limit` parts written out under each sum — *ingevouwen*: the largest, and one line that adds up the
  /// rest. A sum that is one part too long stays as it is: the line would take the place of that part.
  ///
  /// Example: the sum of 1, 8, 2 and 4 folded to two parts is 8 + 4 + the 2 others, 3.
  /// - Parameters:
  ///   - length: most parts of a sum that stays as it is.
  ///   - operations: sums, and maxima where those are long too.
  public func folded(to limit: Int, longerThan length: Int? = nil, _ operations: Set<Operation> = [.sum]) -> Explanation
  {
    guard case .formula(let operation, let notation, let parts) = basis else {
      return changingParts { $0.folded(to: limit, longerThan: length, operations) }
    }
    let isLong = operations.contains(operation) && parts.count > (length ?? limit + 1)
    let kept = isLong ? operation.largest(parts, limit) : parts
    return Explanation(
      label, value: value, unit: unit,
      basis: .formula(
        operation, notation: notation, parts: kept.map { $0.folded(to: limit, longerThan: length, operations) }))
  }

  /// A line for parts of a sum that are not written out.
  public static func rest(of count: Int, adding value: Double, unit: Unit) -> Explanation {
    Explanation(
      LocalizedText(nl: "\(count) andere", en: "\(count) others"), value: value, unit: unit,
      basis: .folded(count: count))
  }

  /// The tree in which each figure that is explained by itself stands as a reference to it; the tree's own root stays.
  public func referring(to figures: [(path: String, explanation: Explanation)]) -> Explanation {
    changingParts { part in
      figures.first { part.isSame(as: $0.explanation) }.map { part.reference(to: $0.path) }
        ?? part.referring(to: figures)
    }
  }

  /// The figure alone, explained elsewhere.
  public func reference(to path: String) -> Explanation {
    Explanation(label, value: value, unit: unit, basis: .figure(path: path))
  }

  /// How many parts the line stands for; nil for a part that is written out.
  fileprivate var foldedCount: Int? {
    if case .folded(let count) = basis { count } else { nil }
  }

  /// Equal, with the cheap question first.
  private func isSame(as other: Explanation) -> Bool { value == other.value && self == other }
}

extension Explanation.Operation {
  /// The parts that weigh most, and a line for the others, with what was folded before.
  fileprivate func largest(_ parts: [Explanation], _ limit: Int) -> [Explanation] {
    func weight(_ part: Explanation) -> Double { self == .sum ? part.value.magnitude : part.value }
    let order = parts.indices.filter { parts[$0].foldedCount == nil }
      .sorted { (-weight(parts[$0]), $0) < (-weight(parts[$1]), $1) }
    let rest = order.dropFirst(limit).map { parts[$0] } + parts.filter { $0.foldedCount != nil }
    let count = rest.reduce(0) { $0 + ($1.foldedCount ?? 1) }
    return order.prefix(limit).map { parts[$0] }
      + [.rest(of: count, adding: apply(rest.map(\.value)), unit: parts[0].unit)]
  }
}
