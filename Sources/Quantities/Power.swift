/// Electrical or thermal power — *vermogen*, in kilowatts.
public struct Kilowatts: Quantity {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unit = Unit.kilowatt

  /// Kilowatts in one megawatt; the definition of the prefix.
  public static let perMegawatt = 1000.0

  /// What rounding leaves of an exact balance: a milliwatt is nothing.
  public static let negligible = Kilowatts(1e-6)

  public init(megawatts: Double) { self.init(megawatts * Self.perMegawatt) }
  public var megawatts: Double { value / Self.perMegawatt }

  /// Energy of this power held for a time: 100 kW for a quarter is 25 kWh.
  public func energy(hours: Double) -> KilowattHours { KilowattHours(value * hours) }
}
