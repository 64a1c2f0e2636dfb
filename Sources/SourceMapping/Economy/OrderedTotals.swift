/// Sums per key in the order in which the keys first occur, with the first row of each.
struct OrderedTotals<Key: Hashable> {
  private(set) var entries: [(key: Key, amount: Double, row: SourceRow)] = []
  private var positions: [Key: Int] = [:]

  mutating func add(_ amount: Double, to key: Key, row: SourceRow) {
    if let position = positions[key] {
      entries[position].amount += amount
    } else {
      positions[key] = entries.count
      entries.append((key, amount, row))
    }
  }
}
