import PlaneGeometry
import Quantities

/// Parks by what can be issued: a sign per kind of availability, its size by hectares — *kaart van terreinen*.
struct ParkMap: Sendable {
  struct Site: Sendable {
    let outline: MultiPolygon
    let availability: Availability
    /// Issuable now or later, ha net.
    let issuable: Double
  }

  let name: String
  let title: String
  let backdrop: RegionBackdrop
  let sites: [Site]
  /// Lines below the map: source, and that data are synthetic.
  let credits: [String]
  let legendTitle: String
  let sizeTitle: String
  let labels: [Availability: String]

  /// Nil when no region and no park has a place.
  func picture(alternative: String) -> Picture? {
    guard let extent = backdrop.extent ?? BoundingBox(around: sites.map(\.outline.boundingBox)) else { return nil }
    let frame = MapFrame(
      showing: extent, left: 0, top: 0, width: Drawing.pageWidth - Self.legendWidth, tallest: Self.tallest)
    let mapHeight = max(frame.height, Self.legendHeight)
    var drawing = Drawing(name: name, height: mapHeight + Double(credits.count) * Self.creditHeight)
    drawing.add(backdrop.elements(in: frame))
    drawing.add(sites.compactMap { outline($0, in: frame) })
    drawing.add(sites.sorted { $0.issuable > $1.issuable }.compactMap { symbol($0, in: frame) })
    drawing.add(frame.furniture())
    drawLegend(in: &drawing)
    for (index, credit) in credits.enumerated() {
      drawing.add(
        Shapes.text(
          credit, x: 0, y: mapHeight + Double(index + 1) * Self.creditHeight - 3, size: TextSize.small,
          fill: Palette.muted))
    }
    return drawing.picture(title: title, alternative: alternative)
  }

  /// The park's own shape where it is large enough to see; a dot of the smallest size elsewhere.
  private func outline(_ site: Site, in frame: MapFrame) -> SVGElement? {
    let fill = site.availability.fill
    if frame.extent(site.outline) >= Self.smallestShape, let path = frame.path(site.outline) {
      return SVGElement("path", ["d": path, "fill": fill, "stroke": Palette.ink, "stroke-width": "0.3"])
    }
    let place = frame.place(site.outline.pointOnSurface)
    return Shapes.circle(x: place.x, y: place.y, radius: Self.smallestDot, fill: fill)
  }

  private func symbol(_ site: Site, in frame: MapFrame) -> SVGElement? {
    guard site.issuable > 0 else { return nil }
    let place = frame.place(site.outline.pointOnSurface)
    return Self.symbol(site.availability, x: place.x, y: place.y, radius: Self.radius(site.issuable))
  }

  private static func symbol(_ availability: Availability, x: Double, y: Double, radius: Double) -> SVGElement {
    let circle = Shapes.circle(x: x, y: y, radius: radius, fill: availability.symbolFill)
    return circle.with("fill-opacity", "0.75").with("stroke", availability.fill).with("stroke-width", "1.6")
  }

  /// The area of a sign follows the hectares.
  private static func radius(_ hectares: Double) -> Double { 1.5 + hectares.squareRoot() * 1.6 }

  private func drawLegend(in drawing: inout Drawing) {
    let x = Drawing.pageWidth - Self.legendWidth + Self.indent
    var y = Self.indent
    drawing.add(Shapes.text(legendTitle, x: x, y: y, isBold: true))
    for availability in Availability.allCases {
      y += Self.rowHeight
      drawing.add(Self.sample(availability, x: x + Self.indent / 2, y: y - 4))
      drawing.add(Shapes.text(labels[availability] ?? "", x: x + Self.indent + 4, y: y))
    }
    y += 2 * Self.rowHeight
    drawing.add(Shapes.text(sizeTitle, x: x, y: y, isBold: true))
    for hectares in Self.sampleSizes {
      y += Self.rowHeight + Self.radius(hectares) / 2
      drawing.add(Self.symbol(.immediate, x: x + Self.indent, y: y - 4, radius: Self.radius(hectares)))
      drawing.add(Shapes.text(Pixels.text(hectares) + " ha", x: x + 2 * Self.indent + 8, y: y))
    }
  }

  private static func sample(_ availability: Availability, x: Double, y: Double) -> SVGElement {
    switch availability {
    case .immediate, .later: symbol(availability, x: x, y: y, radius: 6)
    case .none, .unknown:
      Shapes.rectangle(x: x - 5, y: y - 4, width: 10, height: 8, fill: availability.fill)
        .with("stroke", Palette.ink).with("stroke-width", "0.3")
    }
  }

  private static let legendWidth = 190.0
  private static let legendHeight = 240.0
  private static let tallest = 620.0
  private static let creditHeight = 16.0
  private static let indent = 16.0
  private static let rowHeight = 22.0
  /// Pixels across from which a shape is told from a dot.
  private static let smallestShape = 2.5
  private static let smallestDot = 1.1
  private static let sampleSizes: [Double] = [1, 10, 50]
}

/// What a park has to issue — *beschikbaarheid*.
enum Availability: Sendable, Hashable, CaseIterable {
  case immediate, later, none, unknown

  var label: LocalizedText {
    switch self {
    case .immediate: LocalizedText(nl: "terstond uitgeefbaar", en: "immediately issuable")
    case .later: LocalizedText(nl: "alleen later uitgeefbaar", en: "issuable later only")
    case .none: LocalizedText(nl: "niets uitgeefbaar", en: "nothing issuable")
    case .unknown: LocalizedText(nl: "niet ingevuld", en: "not filled in")
    }
  }

  var fill: String {
    switch self {
    case .immediate: Palette.primary
    case .later: Palette.accent
    case .none: "#a9b3bc"
    case .unknown: "#ffffff"
    }
  }

  /// Full for now, open for later.
  var symbolFill: String { self == .later ? Palette.paper : fill }
}
