/// Lengths of the axes of a band model.
public struct BandSizes: Sendable, Hashable {
  public let regions: Int
  public let sectors: Int
  public let types: Int
  public let addOns: Int
  /// Paths have this many values: index 0 is the start year.
  public let years: Int
  /// Sets of coefficients that regions share.
  public let coefficientSets: Int

  public init(regions: Int, sectors: Int, types: Int, addOns: Int, years: Int, coefficientSets: Int = 1) {
    self.regions = regions
    self.sectors = sectors
    self.types = types
    self.addOns = addOns
    self.years = years
    self.coefficientSets = coefficientSets
  }
}
