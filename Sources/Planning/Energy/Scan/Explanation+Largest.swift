import EnergyHubs
import Provenance
import Quantities

/// Sums and maxima of series, of which a tree shows the largest values.
extension Explanation {
  /// The largest parts written out, one line for the others; zeros do not count.
  /// - Parameter places: of the parts in `values`.
  static func sum(
    _ label: LocalizedText, notation: String, _ unit: Unit, _ values: [Double], at places: some Sequence<Int>,
    largest: Int, leaf: (Int) -> Explanation
  ) -> Explanation {
    let order = places.filter { values[$0] != 0 }.sorted {
      (-values[$0].magnitude, $0) < (-values[$1].magnitude, $1)
    }
    let kept = order.count > largest + 1 ? Array(order.prefix(largest)) : order
    let rest = order.dropFirst(kept.count)
    let others =
      rest.isEmpty ? [] : [Explanation.rest(of: rest.count, adding: rest.reduce(0) { $0 + values[$1] }, unit: unit)]
    return Explanation(label, .sum, notation: notation, unit: unit, parts: kept.map(leaf) + others)
  }

  /// The highest values written out, and how high the others reach.
  static func highest(
    _ label: LocalizedText, notation: String, _ unit: Unit, _ values: [Double], at places: some Sequence<Int>,
    shown: Int, atLeastZero: Bool = false, leaf: (Int) -> Explanation
  ) -> Explanation {
    let order = places.sorted { (-values[$0], $0) < (-values[$1], $1) }
    let rest = order.dropFirst(shown)
    let others = rest.first.map { place in
      Explanation(
        LocalizedText(nl: "hoogste van \(rest.count) andere", en: "highest of \(rest.count) others"),
        value: values[place], unit: unit, basis: .folded(count: rest.count))
    }
    let zero: [Explanation] = atLeastZero ? [.nothing(unit)] : []
    return Explanation(
      label, .maximum, notation: notation, unit: unit,
      parts: order.prefix(shown).map(leaf) + [others].compactMap { $0 } + zero)
  }
}
