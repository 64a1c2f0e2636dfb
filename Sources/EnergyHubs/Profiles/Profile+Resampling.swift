import Quantities

extension Profile {
  /// The same profile in another step. Hours are the means of their quarters; quarters repeat their hour, which hides the peaks
  /// within it. Energy is kept either way.
  public func resampled(to step: TimeStep) -> Profile {
    guard step != year.step else { return self }
    let other = ProfileYear(year.year, step: step, clock: year.clock)
    let values = step == .hour ? hourMeans : kilowatts.flatMap { repeatElement($0, count: step.perHour) }
    return Profile(unchecked: other, kilowatts: values, origin: origin)
  }

  private var hourMeans: [Float] {
    let size = year.step.perHour
    return stride(from: 0, to: kilowatts.count, by: size).map { first in
      Float(kilowatts[first..<first + size].reduce(0.0) { $0 + Double($1) } / Double(size))
    }
  }

  /// A standard profile scaled to a yearly use — *standaardprofiel*: fraction × use / hours, and marked as such.
  /// - Parameter fractions: part of the yearly use in each step; scaled so that they sum to 1.
  /// - Returns: nil when the fractions are not those of the year, or sum to nothing.
  public static func standard(
    _ name: String, fractions: [Double], annual: KilowattHours, in year: ProfileYear
  ) -> Profile? {
    let sum = fractions.reduce(0, +)
    guard sum > 0, sum.isFinite else { return nil }
    let values = fractions.map { Float($0 / sum * annual.value / year.step.hours) }
    return Profile(year, kilowatts: values, origin: .standard(name: name))
  }

  /// A shape of mean 1, one value for each step of the year, times a mean power; marked as a standard profile.
  public static func scaled(_ name: String, shape: [Double], mean: Kilowatts, in year: ProfileYear) -> Profile {
    Profile(unchecked: year, kilowatts: shape.map { Float($0 * mean.value) }, origin: .standard(name: name))
  }
}
