/// What is asked of the draws — *vraagstelling*.
public struct BandQuestion: Sendable, Hashable, Codable {
  /// Probabilities of the quantiles, ascending, such as P5, P10, P50, P90 and P95.
  public var levels: [Double]
  /// A shortage of more than this counts as large, ha net.
  public var largeShortage: Double
  /// Groups of regions whose amounts are added per draw: provinces, the country; each a list of region indices.
  public var groups: [[Int]]

  public init(levels: [Double], largeShortage: Double, groups: [[Int]] = []) {
    self.levels = levels
    self.largeShortage = largeShortage
    self.groups = groups
  }
}
