import CGEOS

extension GEOSShape {
  /// These lines cut where they cross, each stretch once. A `precision` above 0 also joins what lies that near.
  func noded(precision: Double = 0) throws(GeometryError) -> GEOSShape {
    try map("noding") { precision > 0 ? GEOSUnaryUnionPrec_r($0, $1, precision) : GEOSUnaryUnion_r($0, $1) }
  }

  /// The smallest areas that these noded lines enclose. Neighbours have exactly the same points on their shared border.
  func faces() throws(GeometryError) -> [Polygon] {
    try map("polygonizing") { context, lines in
      var members: [OpaquePointer?] = [lines]
      return GEOSPolygonize_r(context, &members, UInt32(members.count))
    }.polygons()
  }
}
