import Quantities

extension PeakFrontier {
  /// The lowest limit that this power can keep with storage of any size, kW.
  ///
  /// At least peak - B; higher when the year does not leave room to fill up again, and then found by bisection. Where the
  /// border is known beforehand, the bisection need not ask.
  public var lowestLimit: Kilowatts {
    var low = peak.value - battery.dischargePower.value
    var high = peak.value
    let border = border(between: low, and: high)
    if low >= border.lowerBound, requirement(at: Kilowatts(low)) != nil { return Kilowatts(low) }
    while high - low > Kilowatts.negligible.value {
      let middle = low + (high - low) / 2
      let isPossible =
        middle > border.lowerBound && (middle >= border.upperBound || requirement(at: Kilowatts(middle)) != nil)
      if isPossible { high = middle } else { low = middle }
    }
    return Kilowatts(high)
  }

  /// Limits between which the need stops growing from lap to lap: by a secant on both sides, which on a convex line hold the
  /// border between them; eight limits at a time.
  private func border(between low: Double, and high: Double) -> ClosedRange<Double> {
    let margin = Kilowatts.negligible.value / 100
    var (left, right) = (low, high)
    while right - left > margin {
      let places = Lanes(left, right, count: Lanes.scalarCount)
      let growths = growths(at: places)
      guard all(growths .== growths), growths[0] > 0, growths[Lanes.scalarCount - 1] <= 0 else { return low...high }
      let next = (1..<Lanes.scalarCount).first { growths[$0] <= 0 } ?? Lanes.scalarCount - 1
      func zero(_ one: Int, _ other: Int) -> Double {
        let fall = growths[one] - growths[other]
        return fall > 0 ? places[one] + growths[one] / fall * (places[other] - places[one]) : places[one]
      }
      let chord = min(places[next], zero(next - 1, next) + margin / 2)
      let before = next > 1 ? zero(next - 2, next - 1) - margin / 2 : places[0]
      guard chord - max(before, places[next - 1]) < right - left else { break }
      (left, right) = (max(before, places[next - 1]), chord)
    }
    return max(low, left - margin)...min(high, right + margin)
  }
}

extension Lanes {
  /// Numbers at equal distances, both ends included.
  fileprivate init(_ first: Double, _ last: Double, count: Int) {
    self.init()
    for lane in 0..<count { self[lane] = first + (last - first) * Double(lane) / Double(count - 1) }
  }
}
