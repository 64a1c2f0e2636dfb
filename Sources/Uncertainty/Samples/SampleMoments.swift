/// Running mean and variance — *gemiddelde en spreiding*; one value at a time, or two samples joined.
///
/// Source: T. Chan, G. Golub, R. LeVeque, "Algorithms for computing the sample variance", The American Statistician 37 (1983).
public struct SampleMoments: Sendable, Hashable {
  public private(set) var count = 0
  public private(set) var mean = 0.0
  /// Sum of squared differences with the mean.
  private var squares = 0.0

  public init() {}

  public init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  public init(_ values: UnsafeBufferPointer<Float>) {
    var sum = 0.0
    for value in values { sum += Double(value) }
    let middle = values.isEmpty ? 0 : sum / Double(values.count)
    count = values.count
    mean = middle
    for value in values { squares += (Double(value) - middle) * (Double(value) - middle) }
  }

  public mutating func add(_ value: Double) {
    count += 1
    let difference = value - mean
    mean += difference / Double(count)
    squares += difference * (value - mean)
  }

  public mutating func add(_ other: SampleMoments) {
    guard other.count > 0 else { return }
    let whole = Double(count + other.count)
    let difference = other.mean - mean
    squares += other.squares + difference * difference * Double(count) * Double(other.count) / whole
    mean += difference * Double(other.count) / whole
    count += other.count
  }

  /// Unbiased variance; 0 for fewer than two values.
  public var variance: Double { count > 1 ? squares / Double(count - 1) : 0 }
  /// Standard error of the mean.
  public var standardError: Double { count > 0 ? (variance / Double(count)).squareRoot() : 0 }
}
