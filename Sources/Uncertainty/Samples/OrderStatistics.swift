/// Values at given places of a sample's order, without sorting it — *rangordestatistieken*.
///
/// Method: count the values in equal intervals between the smallest and the largest, then sort only the intervals that hold a
/// place that is asked for. Two passes over the sample; when values crowd together the crowded interval is divided again.
public enum OrderStatistics {
  /// - Parameter ranks: places from 0 on, in any order.
  /// - Returns: one value per rank. The values must be finite and the ranks within the sample.
  public static func values(of sample: UnsafeBufferPointer<Float>, at ranks: [Int]) -> [Float] {
    select(sample, ranks, depth: 0)
  }

  public static func values(of sample: UnsafeBufferPointer<Double>, at ranks: [Int]) -> [Double] {
    select(sample, ranks, depth: 0)
  }

  private static let intervals = 1024
  /// Below this, sorting is as fast.
  private static let small = 128
  /// A sample whose values crowd together more often than this is sorted.
  private static let deepest = 4

  private static func select<Value: SampleValue>(
    _ sample: UnsafeBufferPointer<Value>, _ ranks: [Int], depth: Int
  ) -> [Value] {
    guard sample.count > small, depth < deepest else { return sorted(sample, ranks) }
    var (least, most) = (sample[0], sample[0])
    for value in sample {
      least = value < least ? value : least
      most = value > most ? value : most
    }
    let scale = Value(intervals - 1) / (most - least)
    guard most > least, scale.isFinite else {
      return most > least ? sorted(sample, ranks) : ranks.map { _ in least }
    }
    return Division(sample, least: least, scale: scale, intervals: intervals).values(at: ranks) { part, inner in
      select(part, inner, depth: depth + 1)
    }
  }

  private static func sorted<Value: SampleValue>(_ sample: UnsafeBufferPointer<Value>, _ ranks: [Int])
    -> [Value]
  {
    let sorted = sample.sorted()
    return ranks.map { sorted[$0] }
  }
}

/// A sample divided into equal intervals of value.
private struct Division<Value: SampleValue> {
  let sample: UnsafeBufferPointer<Value>
  let least: Value
  let scale: Value
  /// Number of values below each interval, and the whole at the end.
  let below: [Int32]

  init(_ sample: UnsafeBufferPointer<Value>, least: Value, scale: Value, intervals: Int) {
    self.sample = sample
    self.least = least
    self.scale = scale
    var counts = [Int32](repeating: 0, count: intervals + 1)
    counts.withUnsafeMutableBufferPointer { counts in
      for value in sample { counts[value.interval(from: least, scale) + 1] += 1 }
      for index in 1...intervals { counts[index] += counts[index - 1] }
    }
    below = counts
  }

  /// The interval that holds a rank.
  private func interval(of rank: Int) -> Int {
    var (low, high) = (0, below.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if below[middle] <= Int32(rank) { low = middle } else { high = middle }
    }
    return low
  }

  func values(at ranks: [Int], inside: (UnsafeBufferPointer<Value>, [Int]) -> [Value]) -> [Value] {
    let homes = ranks.map(interval)
    let wanted = Set(homes).sorted()
    let parts = parts(wanted)
    var found = [Value](repeating: least, count: ranks.count)
    for (interval, part) in zip(wanted, parts) {
      let mine = ranks.indices.filter { homes[$0] == interval }
      let values = part.withUnsafeBufferPointer { inside($0, mine.map { ranks[$0] - Int(below[interval]) }) }
      for (index, value) in zip(mine, values) { found[index] = value }
    }
    return found
  }

  /// The values in each of the wanted intervals.
  private func parts(_ wanted: [Int]) -> [[Value]] {
    var places = [Int32](repeating: -1, count: below.count)
    for (index, interval) in wanted.enumerated() { places[interval] = Int32(index) }
    var parts = wanted.map { interval in
      var part: [Value] = []
      part.reserveCapacity(Int(below[interval + 1] - below[interval]))
      return part
    }
    places.withUnsafeBufferPointer { places in
      for value in sample {
        let place = places[value.interval(from: least, scale)]
        if place >= 0 { parts[Int(place)].append(value) }
      }
    }
    return parts
  }
}

/// Single and double precision, each with its own conversion: the generic one is many times slower.
private protocol SampleValue: BinaryFloatingPoint {
  /// Number of whole intervals between `least` and this.
  func interval(from least: Self, _ scale: Self) -> Int
}

extension Float: SampleValue {
  fileprivate func interval(from least: Float, _ scale: Float) -> Int { Int((self - least) * scale) }
}

extension Double: SampleValue {
  fileprivate func interval(from least: Double, _ scale: Double) -> Int { Int((self - least) * scale) }
}
