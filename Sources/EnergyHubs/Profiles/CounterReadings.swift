/// What a meter's counter showed, at any moments — *meterstanden*.
struct CounterReadings {
  private var values: [Int: (value: Double, row: Int)] = [:]

  func has(_ second: Int) -> Bool { values[second] != nil }

  /// - Returns: false where there is another reading at the same moment already.
  mutating func add(_ value: Double, at second: Int, row: Int) -> Bool {
    guard let earlier = values[second] else {
      values[second] = (value, row)
      return true
    }
    return earlier.value == value
  }

  /// The rise in each step; not a number where a bound of the step is not known.
  ///
  /// A bound is known when it was read, or when the readings before and after it lie at most a step apart: the counter then rose
  /// evenly between them. A fall is no rise: it is told with its row.
  func rises(count: Int, length: Int) -> (energy: [Double], falls: [(value: Double, row: Int)]) {
    let readings = values.sorted { $0.key < $1.key }
    var falls: [(value: Double, row: Int)] = []
    for (before, after) in zip(readings, readings.dropFirst()) where after.value.value < before.value.value {
      falls.append((after.value.value, after.value.row))
    }
    var next = 0
    let bounds = (0...count).map { bound -> Double in
      let second = bound * length
      while next < readings.count, readings[next].key < second { next += 1 }
      guard next < readings.count else { return .nan }
      if readings[next].key == second { return readings[next].value.value }
      guard next > 0, readings[next].key - readings[next - 1].key <= length else { return .nan }
      let (before, after) = (readings[next - 1], readings[next])
      let share = Double(second - before.key) / Double(after.key - before.key)
      return before.value.value + share * (after.value.value - before.value.value)
    }
    return (zip(bounds, bounds.dropFirst()).map { $1 >= $0 ? $1 - $0 : .nan }, falls)
  }
}
