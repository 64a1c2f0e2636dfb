/// Jobs, not persons and not full-time equivalents — *banen*.
public struct Jobs: Quantity {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unit = Unit.job

  /// Net land these jobs need at a land use per job — *terreinquotiënt*.
  public func land(at perJob: LandPerJob) -> NetHectares {
    NetHectares(value * perJob.value / SquareMetres.perHectare)
  }
}

/// Net plot area per job — *terreinquotiënt*.
public struct LandPerJob: Quantity {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unit = Unit.squareMetrePerJob
}

/// Price of land, without VAT — *grondprijs*.
public struct EuroPerSquareMetre: Quantity {
  public let value: Double
  public init(_ value: Double) { self.value = value }
  public static let unit = Unit.euroPerSquareMetre
}
