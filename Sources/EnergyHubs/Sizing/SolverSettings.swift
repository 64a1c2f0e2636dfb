/// Settings of the algorithms in this folder: they change how fast and how closely an answer is reached, not which one.
enum SolverSettings {
  /// Part of the way to the nearest bound that a step takes.
  static let stepShare = 0.97
  /// Rounds after which the method gives up.
  static let mostRounds = 150
  /// Gap and residuals, relative to the cost and the largest load, at which the method stops.
  static let gapTolerance = 1e-9
  static let residualTolerance = 1e-9
  /// Rounds without progress after which the best point so far is taken.
  static let mostIdleRounds = 8
  /// Weight that holds a quantity in place that cannot move (no sun, no right): far above any that a limit gets.
  static let pin = 1e40
  /// A pivot smaller than this share of its diagonal is rounding.
  static let smallestPivot = 1e-15
  /// First distance to each limit, and first product of distance and price, in scaled units.
  static let firstSlack = 0.3
  static let firstProduct = 3.0
  /// Exponent of the centring rule of Mehrotra (1992), who takes 3. Higher centres less as soon as the prediction goes some way:
  /// over ten years of two kinds 14 needs 321 rounds where 5 needs 376 and 3 needs 463 (8 and 20 need 355 and 335).
  static let centringPower = 14
  /// Narrowest room between zero and a right, relative to the largest load: an interior must exist.
  static let narrowest = 1e-7
  /// Largest relative gap and violation, relative to the largest load, with which an answer is given out.
  static let acceptedGap = 1e-6
  static let acceptedViolation = 1e-7
  /// Relative difference between a stated and a recomputed cost that rounding explains.
  static let acceptedCostDifference = 1e-9
  /// Share by which a repair exceeds the least that is needed: an interior must exist.
  static let repairRoom = 1e-4
  /// Shares of the room between the battery of the lower bound and the largest, tried in turn where the former cannot do without
  /// charging and discharging at once.
  static let batteryShares = [0.125, 0.25, 0.5, 1]
  /// Halvings in the search for the least feed-in: to a millionth of what is too much.
  static let feedInHalvings = 20
  /// Room above each limit for the second method, relative to the largest load: sizes hold their last digits of rounding.
  static let dispatchRoom = 1e-8
  /// Operations with rounding behind one term of a cost or a bound, at most.
  static let operationsPerTerm = 8.0
  /// Most kinds of roof: each widens the border of the band.
  static let mostRoofs = 4
  /// Most stretches that the year is cut into for the sake of whole vectors: each is one unknown in the shared system.
  static let mostStretches = 48
}
