/// Area of everything inside a park's contour, public space included — *bruto hectare*.
public struct GrossHectares: Quantity {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unit = Unit.grossHectare
}

/// Area of issuable plots, issued or not — *netto hectare*.
public struct NetHectares: Quantity {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unit = Unit.netHectare

  /// What binary fractions leave of an exact fit; less than a tenth of a square centimetre is nothing.
  public static let negligible = NetHectares(1e-9)

  /// Gross area that holds this net area when `publicShare` of the gross area is public space.
  ///
  /// Formula: gross = net / (1 - public share). Not net × (1 + share): the share is of the gross area.
  /// - Parameter publicShare: share of the gross area, 0 ≤ share < 1.
  public func gross(publicShare: Double) -> GrossHectares { GrossHectares(value / (1 - publicShare)) }
}

/// Area in square metres — *vierkante meter*.
public struct SquareMetres: Quantity {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unit = Unit.squareMetre
  /// Square metres in one hectare; the definition of the hectare.
  public static let perHectare = 10_000.0

  public init(netHectares: NetHectares) { self.init(netHectares.value * Self.perHectare) }
  public var asNetHectares: NetHectares { NetHectares(value / Self.perHectare) }
  public var asGrossHectares: GrossHectares { GrossHectares(value / Self.perHectare) }
}
