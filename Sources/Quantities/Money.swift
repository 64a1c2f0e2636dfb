/// An amount of money without its price year, inside one calculation — *euro*.
public struct Euros: Quantity {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unit = Unit.euro

  /// A thousandth of a cent: what rounding leaves of an exact sum.
  public static let negligible = Euros(1e-5)
}

/// An amount in the prices of one year — *bedrag in prijspeil*. Amounts of different price years do not add.
public struct Money: Sendable, Codable, Hashable {
  public let amount: Euros
  public let priceYear: Int

  public init(_ amount: Euros, priceYear: Int) {
    self.amount = amount
    self.priceYear = priceYear
  }

  /// The sum; nil when the price years differ.
  public func adding(_ other: Money) -> Money? {
    priceYear == other.priceYear ? Money(amount + other.amount, priceYear: priceYear) : nil
  }

  /// The same amount in the prices of another year.
  /// - Parameter index: price level of the other year / price level of this one.
  public func inPrices(of year: Int, index: Double) -> Money { Money(amount * index, priceYear: year) }
}

/// Price of energy — *energieprijs*.
public struct EurosPerKilowattHour: Quantity {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unit = Unit.euroPerKilowattHour

  /// Market prices are per MWh: 41.20 EUR/MWh is 0.0412 EUR/kWh.
  public init(perMegawattHour: Double) { self.init(perMegawattHour / KilowattHours.perMegawattHour) }
}

/// Price of power — *vermogenstarief*, for the period that goes with it (a month, a year).
public struct EurosPerKilowatt: Quantity {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unit = Unit.euroPerKilowatt
}
