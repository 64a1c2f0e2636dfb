import WorkLocations

/// How an amount of demand spreads over classes of land — *segmentprofiel*.
///
/// Size, category and water are taken as independent: the share of a class is the product of its three shares. That is an
/// assumption of the method; no published table crosses the three.
public struct SegmentProfile: Sendable, Codable, Hashable {
  /// Share per class of land in the order of `SpaceClass.all`; sums to 1.
  public let shares: [Double]

  public init(sizes: [PlotSizeClass: Double], categories: [CategoryClass: Double], waterShare: Double) {
    shares = SpaceClass.all.map { space in
      let water = space.water == .wet ? waterShare : 1 - waterShare
      return (sizes[space.size] ?? 0) * (categories[space.category] ?? 0) * water
    }
  }

  /// Everything in one category and water class, spread over sizes.
  public init(sizes: [PlotSizeClass: Double], category: CategoryClass, water: WaterAccess) {
    self.init(sizes: sizes, categories: [category: 1], waterShare: water == .wet ? 1 : 0)
  }
}
