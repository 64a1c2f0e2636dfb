import CGEOS

extension MultiPolygon {
  /// The area grown by `distance` metres, or shrunk by a negative one; nil when nothing is left. Round corners get
  /// `quadrantSegments` sides per quarter circle.
  public func buffered(by distance: Double, quadrantSegments: Int = 8) throws(GeometryError) -> MultiPolygon? {
    try GEOSSession().shape(of: self)
      .map("buffer") { GEOSBuffer_r($0, $1, distance, Int32(clamping: quadrantSegments)) }.area()
  }

  /// The area with fewer points, none of the borders moved by more than `tolerance`; rings neither cross nor vanish.
  public func simplified(tolerance: Double) throws(GeometryError) -> MultiPolygon {
    let shape = try GEOSSession().shape(of: self)
    return try shape.map("simplification") { GEOSTopologyPreserveSimplify_r($0, $1, tolerance) }.area() ?? self
  }
}
