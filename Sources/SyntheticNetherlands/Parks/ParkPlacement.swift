import PlaneGeometry
import WorkLocations

/// Finds a place for each park inside the drawn boundary of its municipality, large parks first.
///
/// Three searches follow one another: around a hub, over the whole cell, and over the whole cell with a nearly square
/// outline that lies straight in the frame.
struct ParkPlacement {
  let facts: Facts
  let cells: [MultiPolygon]
  let seed: UInt64

  func place(_ drafts: inout [ParkDraft]) throws {
    var start = 0
    while start < drafts.count {
      let municipality = drafts[start].municipality
      let end = drafts[start...].firstIndex { $0.municipality != municipality } ?? drafts.count
      try place(&drafts[start..<end], in: facts.municipalities[municipality], cell: cells[municipality])
      start = end
    }
  }

  private func place(_ parks: inout ArraySlice<ParkDraft>, in fact: MunicipalityFact, cell: MultiPolygon) throws {
    var stream = RandomStream(seed: seed, label: "places \(fact.code)")
    var ground = try Ground(cell: cell, angle: stream.between(0...Double.pi / 2))
    let hubs = hubs(for: parks.count, around: fact.point, on: ground, &stream)
    let largestFirst = parks.indices.sorted { (-parks[$0].gross, $0) < (-parks[$1].gross, $1) }
    for i in largestFirst {
      let hub = hub(of: parks[i], in: fact, on: ground) ?? stream.pick(hubs)
      guard let (shape, middle) = site(for: Double(parks[i].gross), near: hub, on: ground, &stream) else {
        throw ExampleError.noRoom(municipality: fact.code, park: parks[i].rin.text)
      }
      ground.take(shape, at: middle)
      parks[i].outline = try Self.outline(shape, at: middle, on: ground)
    }
  }

  /// Places in the cell around which parks gather; the municipality's own point is the first.
  private func hubs(
    for parks: Int, around point: Point, on ground: Ground, _ stream: inout RandomStream
  ) -> [Point] {
    var hubs = [ground.frame(point)]
    for _ in 0..<ExampleRecipe.Placing.triesForHub where hubs.count <= parks / ExampleRecipe.Placing.parksPerHub {
      let candidate = Point(
        x: stream.between(ground.box.minX...ground.box.maxX), y: stream.between(ground.box.minY...ground.box.maxY))
      if ground.contains(candidate) { hubs.append(candidate) }
    }
    return hubs
  }

  /// The known place of a cluster or campus, moved into the cell; nil for any other park.
  private func hub(of park: ParkDraft, in fact: MunicipalityFact, on ground: Ground) -> Point? {
    let place: PlaceFact? =
      switch park.role {
      case .campus(let id): facts.campuses.first { $0.id == id }
      case .seaport, .clusterSite: facts.clusters.first { $0.id == park.cluster }
      case .largeSite, .regular, .zone: nil
      }
    guard let point = place?.point else { return nil }
    let home = ground.frame(fact.point)
    var (inside, outside) = (home, ground.frame(point))
    if ground.contains(outside) { return outside }
    for _ in 0..<ExampleRecipe.Placing.halvings {
      let middle = Point(x: (inside.x + outside.x) / 2, y: (inside.y + outside.y) / 2)
      if ground.contains(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }

  private func site(
    for area: Double, near hub: Point, on ground: Ground, _ stream: inout RandomStream
  ) -> (ParkShape, Point)? {
    let shape = ParkShape(
      area: area, aspect: ExampleRecipe.Outlines.aspect, turn: ExampleRecipe.Outlines.turn, &stream)
    if let middle = siteNear(hub, for: shape, on: ground, &stream) { return (shape, middle) }
    if let middle = siteAnywhere(for: shape, nearest: hub, on: ground) { return (shape, middle) }
    let compact = ParkShape(area: area, aspect: ExampleRecipe.Outlines.fallbackAspect, turn: 0, &stream)
    return siteAnywhere(for: compact, nearest: hub, on: ground).map { (compact, $0) }
  }

  private func siteNear(
    _ hub: Point, for shape: ParkShape, on ground: Ground, _ stream: inout RandomStream
  ) -> Point? {
    var reach = max(ExampleRecipe.Placing.hubSpread, shape.shorterSide)
    for _ in 0..<ExampleRecipe.Placing.triesAtHub {
      let middle = Point(x: hub.x + reach * stream.normal(), y: hub.y + reach * stream.normal())
      if ground.isFree(shape, at: middle) { return middle }
      reach *= ExampleRecipe.Placing.hubGrowth
    }
    return nil
  }

  /// The free point of a grid over the cell that is nearest to the hub.
  private func siteAnywhere(for shape: ParkShape, nearest hub: Point, on ground: Ground) -> Point? {
    let step = max(shape.shorterSide * ExampleRecipe.Placing.step, ExampleRecipe.Placing.leastStep)
    let columns = Int(ground.box.width / step)
    let rows = Int(ground.box.height / step)
    var best: (distance: Double, point: Point)?
    for column in 0...columns {
      for row in 0...rows {
        let point = Point(x: ground.box.minX + Double(column) * step, y: ground.box.minY + Double(row) * step)
        let distance = point.distance(to: hub)
        if let best, best.distance <= distance { continue }
        if ground.isFree(shape, at: point) { best = (distance, point) }
      }
    }
    return best?.point
  }

  /// The outline in RD New, to the millimetre.
  private static func outline(_ shape: ParkShape, at middle: Point, on ground: Ground) throws -> MultiPolygon {
    let ring = shape.points.map { point in
      let place = ground.map(Point(x: middle.x + point.x, y: middle.y + point.y))
      return Point(x: rounded(place.x), y: rounded(place.y))
    }
    return MultiPolygon(try Polygon(exterior: ring + ring.prefix(1)))
  }

  private static func rounded(_ coordinate: Double) -> Double {
    (coordinate * ExampleRecipe.Outlines.decimals).rounded() / ExampleRecipe.Outlines.decimals
  }
}
