import Quantities

/// Least-cost operation of one hub whose sizes are fixed — *inzetvraag*.
///
/// Symbols per step t of dt hours: load L, available sun V, import g, export x, sun used v, charge c, discharge d (kW);
/// import price ci, export price ce (EUR/kWh, may be negative);
/// flexible power y with a price p of its own, at most Y (`FlexiblePower`); import limit U, export limit X (kW); content s (kWh).
///
///     minimise  Σ dt (ci g - ce x + w d + Σ p y)
///     (1) g - x + v + d - c = L + Σ y taken - Σ y given,   0 ≤ y ≤ Y
///     (2) 0 ≤ v ≤ V              sun may be curtailed
///     (3) 0 ≤ g ≤ U, 0 ≤ x ≤ X, g x = 0    one meter: import and export within a step are one net flow
///     (4) battery of `Battery`: content, powers, c d = 0
///     (5) the year is a circle: the content at the end is that at the start, whose height is free
///
/// U is the least of every right, monthly level and contract that holds in the step (`UpperBound`).
public struct DispatchProblem: Sendable, Hashable {
  /// dt, hours in a step.
  public var hours: Double
  /// L, kW; negative where must-run generation exceeds use.
  public var load: [Double]
  /// V, kW, not negative.
  public var sun: [Double]
  /// ci, EUR/kWh.
  public var importPrice: [Double]
  /// ce, EUR/kWh.
  public var exportPrice: [Double]
  /// U, kW, not negative.
  public var importLimit: [Double]
  /// X, kW, not negative.
  public var exportLimit: [Double]
  public var battery: Battery
  /// Loads that may be switched off, boilers.
  public var flexible: [FlexiblePower]

  public init(
    hours: Double, load: [Double], sun: [Double], importPrice: [Double], exportPrice: [Double],
    importLimit: [Double], exportLimit: [Double], battery: Battery, flexible: [FlexiblePower] = []
  ) {
    self.hours = hours
    self.load = load
    self.sun = sun
    self.importPrice = importPrice
    self.exportPrice = exportPrice
    self.importLimit = importLimit
    self.exportLimit = exportLimit
    self.battery = battery
    self.flexible = flexible
  }

  public var count: Int { load.count }

  /// What may be given or taken at most in a step, kW.
  func flexible(_ direction: FlexiblePower.Direction, at step: Int) -> Double {
    flexible.reduce(0) { $1.direction == direction ? $0 + $1.limit[step] : $0 }
  }
}
