import Quantities

/// The months as parameters name them.
enum Month {
  /// "01" to "12".
  static let members = (1...Moment.monthsPerYear).map { $0 < twoDigits ? "0\($0)" : "\($0)" }

  private static let twoDigits = 10
}
