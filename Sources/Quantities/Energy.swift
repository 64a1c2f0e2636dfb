/// Energy — *energie*, in kilowatt-hours.
public struct KilowattHours: Quantity {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unit = Unit.kilowattHour

  /// Kilowatt-hours in one megawatt-hour; the definition of the prefix.
  public static let perMegawattHour = 1000.0

  /// What rounding leaves of an exact balance: a milliwatt-hour is nothing.
  public static let negligible = KilowattHours(1e-6)

  public init(megawattHours: Double) { self.init(megawattHours * Self.perMegawattHour) }
  public var megawattHours: Double { value / Self.perMegawattHour }

  /// Mean power that gives this energy in a time: 25 kWh in a quarter is 100 kW.
  public func power(hours: Double) -> Kilowatts { Kilowatts(value / hours) }
}
