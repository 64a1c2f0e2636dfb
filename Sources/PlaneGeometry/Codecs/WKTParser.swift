/// A recursive-descent reader of well-known text over its bytes.
struct WKTParser {
  private let bytes: [UInt8]
  private var offset = 0
  /// Collections may hold collections; deeper than this is an attack on the stack, not a map.
  private static let deepestNesting = 32

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func reference() throws(GeometryError) -> Int? {
    let start = offset
    guard word() == "SRID" else {
      offset = start
      return nil
    }
    try expect("=")
    guard let srid = Int(numberText()) else { throw malformed("number expected after SRID=") }
    try expect(";")
    return srid
  }

  mutating func geometry(nesting: Int = 0) throws(GeometryError) -> Geometry {
    guard nesting <= Self.deepestNesting else { throw malformed("collections nested too deep") }
    let kind = try kind()
    if takeEmpty() { return .empty(kind) }
    switch kind {
    case .point: return try point()
    case .lineString: return .lineString(try path())
    case .polygon: return try polygon().map(Geometry.polygon) ?? .empty(.polygon)
    case .multiPoint: return try multiPoint()
    case .multiLineString:
      return .orEmpty(
        try list { p throws(GeometryError) in try p.path() }.filter { !$0.isEmpty }, kind, Geometry.multiLineString)
    case .multiPolygon: return try multiPolygon()
    case .collection:
      return .collection(try list { p throws(GeometryError) in try p.geometry(nesting: nesting + 1) })
    }
  }

  mutating func end() throws(GeometryError) {
    skipSpace()
    guard offset == bytes.count else { throw malformed("text after the geometry") }
  }

  private mutating func kind() throws(GeometryError) -> Geometry.Kind {
    skipSpace()
    let start = offset
    let name = word()
    // "POLYGON Z" and "POLYGONZ" both occur; the coordinates themselves tell how many numbers there are.
    for suffix in ["", "ZM", "Z", "M"] where name.hasSuffix(suffix) {
      let plain = name.dropLast(suffix.count)
      guard let kind = Geometry.Kind.allCases.first(where: { $0.wktName == plain }) else { continue }
      let afterName = offset
      if !["ZM", "Z", "M"].contains(word()) { offset = afterName }
      return kind
    }
    offset = start
    throw malformed(name.isEmpty ? "geometry type expected" : "unknown geometry type \(name)")
  }
}

extension WKTParser {
  private mutating func point() throws(GeometryError) -> Geometry {
    try expect("(")
    let point = try coordinate()
    try expect(")")
    return .point(point)
  }

  private mutating func polygon() throws(GeometryError) -> Polygon? {
    if takeEmpty() { return nil }
    let rings = try list { p throws(GeometryError) in try p.path() }
    return try Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
  }

  private mutating func multiPolygon() throws(GeometryError) -> Geometry {
    let polygons = try list { p throws(GeometryError) in try p.polygon() }.compactMap { $0 }
    return polygons.isEmpty ? .empty(.multiPolygon) : .multiPolygon(try MultiPolygon(polygons))
  }

  /// Both `MULTIPOINT ((1 2), (3 4))` and the older `MULTIPOINT (1 2, 3 4)`.
  private mutating func multiPoint() throws(GeometryError) -> Geometry {
    let points = try list { p throws(GeometryError) -> Point? in
      if p.takeEmpty() { return nil }
      guard p.take("(") else { return try p.coordinate() }
      let point = try p.coordinate()
      try p.expect(")")
      return point
    }
    return .orEmpty(points.compactMap { $0 }, .multiPoint, Geometry.multiPoint)
  }

  private mutating func path() throws(GeometryError) -> [Point] {
    if takeEmpty() { return [] }
    return try list { p throws(GeometryError) in try p.coordinate() }
  }

  private mutating func list<Item>(
    of item: (inout WKTParser) throws(GeometryError) -> Item
  ) throws(GeometryError) -> [Item] {
    try expect("(")
    var items: [Item] = []
    repeat { items.append(try item(&self)) } while take(",")
    try expect(")")
    return items
  }

  private mutating func coordinate() throws(GeometryError) -> Point {
    let point = Point(x: try number(), y: try number())
    // At most Z and M follow.
    for _ in 0..<2 where nextIsNumber() { _ = try number() }
    return point
  }
}

extension WKTParser {
  private mutating func number() throws(GeometryError) -> Double {
    skipSpace()
    if let value = plainDecimal() { return value }
    let start = offset
    guard let value = Double(numberText()), value.isFinite else {
      offset = start
      throw malformed("number expected")
    }
    return value
  }

  /// Reads the common notation quickly. Up to 15 digits fit a double exactly and so does their power of ten, so one
  /// division gives the same bits as the slow way; nil, and nothing read, for longer numbers and exponents.
  private mutating func plainDecimal() -> Double? {
    var at = offset
    let isNegative = at < bytes.count && bytes[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var (digits, count, power, afterPoint) = (0, 0, 1.0, false)
    while at < bytes.count, Self.isNumeric(bytes[at]) {
      if bytes[at] == UInt8(ascii: "."), !afterPoint {
        afterPoint = true
      } else {
        guard let digit = Self.digit(bytes[at]) else { return nil }
        digits = digits * 10 + digit
        count += 1
        if afterPoint { power *= 10 }
        guard count <= Self.exactDigits else { return nil }
      }
      at += 1
    }
    guard count > 0 else { return nil }
    offset = at
    let value = Double(digits) / power
    return isNegative ? -value : value
  }

  private static let exactDigits = 15

  private static func digit(_ byte: UInt8) -> Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
  }

  private mutating func numberText() -> String {
    skipSpace()
    let start = offset
    while offset < bytes.count, Self.isNumeric(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func nextIsNumber() -> Bool {
    skipSpace()
    return offset < bytes.count && Self.isNumeric(bytes[offset])
  }

  private mutating func word() -> String {
    skipSpace()
    let start = offset
    while offset < bytes.count, Self.isLetter(bytes[offset]) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self).uppercased()
  }

  private mutating func takeEmpty() -> Bool {
    let start = offset
    if word() == "EMPTY" { return true }
    offset = start
    return false
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(GeometryError) {
    guard take(character) else { throw malformed("'\(character)' expected") }
  }

  private mutating func skipSpace() {
    while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
  }

  private func malformed(_ reason: String) -> GeometryError {
    .malformed(format: "WKT", offset: offset, reason: reason)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (UInt8(ascii: "\t")...UInt8(ascii: "\r")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
