/// Between which values a size may be chosen, and its price — *bandbreedte en prijs van een maat*.
///
/// Both bounds are finite: a bound that holds for every conceivable answer (see `SizingCertificate`) needs them.
public struct SizeRange: Sendable, Hashable {
  /// kW or kWh.
  public var least: Double
  public var most: Double
  /// EUR per kW (or kWh) over the period that the series cover.
  public var price: Double

  public init(least: Double = 0, most: Double, price: Double) {
    self.least = least
    self.most = most
    self.price = price
  }

  /// A size that is given.
  public init(fixed size: Double, price: Double = 0) { self.init(least: size, most: size, price: price) }

  var isFixed: Bool { least == most }
}
