import Quantities

extension RawSeries {
  /// The same series in the step of another year. Hours are the means of their quarters, with a hole where one is missing; quarters
  /// repeat their hour, which hides the peaks within it. Energy is kept either way.
  public func resampled(to other: ProfileYear) -> RawSeries {
    guard other.step != year.step else { return self }
    let values: [Float]
    if other.step == .quarterHour {
      values = kilowatts.flatMap { repeatElement($0, count: other.step.perHour) }
    } else {
      let size = year.step.perHour
      values = stride(from: 0, to: kilowatts.count, by: size).map { first in
        Float(kilowatts[first..<first + size].reduce(0.0) { $0 + Double($1) } / Double(size))
      }
    }
    return RawSeries(name: name, year: other, kilowatts: values)
  }
}
