import Quantities

extension Profile {
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
