extension CoordinateReferenceSystem {
  /// What coordinates without a stated reference system look like.
  public struct Recognition: Hashable, Sendable {
    public let system: CoordinateReferenceSystem
    /// True when y (or latitude) comes first.
    public let axesSwapped: Bool
  }

  /// The system in which `box` lies in or just around the Netherlands, axes in the expected order; nil when none fits.
  public static func recognised(fromBounds box: BoundingBox) -> CoordinateReferenceSystem? {
    recognition(ofBounds: box).flatMap { $0.axesSwapped ? nil : $0.system }
  }

  /// As `recognised(fromBounds:)`, and also finds coordinates whose axes are swapped.
  public static func recognition(ofBounds box: BoundingBox) -> Recognition? {
    let swapped = BoundingBox(minX: box.minY, minY: box.minX, maxX: box.maxY, maxY: box.maxX)
    for (candidate, axesSwapped) in [(box, false), (swapped, true)] {
      let match = ranges.first { $0.range.contains(candidate) }
      if let match { return Recognition(system: match.system, axesSwapped: axesSwapped) }
    }
    return nil
  }

  /// The Netherlands with a margin in each system; the ranges do not overlap. Degrees are taken as WGS 84, the default
  /// of GeoJSON.
  private static let ranges: [(system: CoordinateReferenceSystem, range: BoundingBox)] = [
    (.rdNew, BoundingBox(minX: 0, minY: 280_000, maxX: 300_000, maxY: 640_000)),
    (.wgs84, BoundingBox(minX: 2, minY: 50, maxX: 8, maxY: 54.5)),
    (.webMercator, BoundingBox(minX: 222_000, minY: 6_440_000, maxX: 891_000, maxY: 7_260_000)),
    (.etrs89LAEA, BoundingBox(minX: 3_750_000, minY: 2_950_000, maxX: 4_250_000, maxY: 3_550_000)),
  ]
}
