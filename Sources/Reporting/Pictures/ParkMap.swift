import PlaneGeometry
import Planning
import Quantities

/// Parks by kind, with a sign whose area follows an amount — *kaart van terreinen*.
struct ParkMap: Sendable {
  struct Site: Sendable {
    let outline: MultiPolygon
    let kind: Kind
    /// What the sign shows; none is drawn at zero.
    let amount: Double
  }

  /// What a park is, and how that looks.
  struct Kind: Sendable, Hashable {
    let label: String
    let fill: String
    let symbolFill: String
    /// Whether parks of this kind have an amount.
    let hasSymbol: Bool
  }

  /// The signs: their unit, and amounts for the legend, the largest last.
  struct Size: Sendable {
    let title: String
    let unit: String
    let samples: [Double]

    /// Round amounts below the largest that is shown.
    init(_ title: String, unit: String, samples: [Double]) {
      self.title = title
      self.unit = unit
      self.samples = samples
    }

    init(_ title: String, unit: String, largest: Double) {
      let round = LogScale(covering: [max(largest, Self.least)], from: 0, to: 1).ticks.last { $0 <= largest } ?? 1
      self.init(title, unit: unit, samples: [round / 10, round / 2, round])
    }

    private static let least = 1e-3
  }

  let name: String
  let title: String
  let backdrop: RegionBackdrop
  let sites: [Site]
  /// Lines below the map: source, and that data are synthetic.
  let credits: [String]
  let legendTitle: String
  let kinds: [Kind]
  let size: Size
  let numbers: NumberText

  /// Nil when no region and no park has a place.
  func picture(alternative: String) -> Picture? {
    guard let extent = backdrop.extent ?? BoundingBox(around: sites.map(\.outline.boundingBox)) else { return nil }
    let frame = MapFrame(
      showing: extent, left: 0, top: 0, width: Drawing.pageWidth - Self.legendWidth, tallest: Self.tallest)
    let mapHeight = max(frame.height, Self.legendHeight)
    var drawing = Drawing(name: name, height: mapHeight + Double(credits.count) * Self.creditHeight)
    drawing.add(backdrop.elements(in: frame))
    drawing.add(sites.compactMap { outline($0, in: frame) })
    drawing.add(sites.sorted { $0.amount > $1.amount }.compactMap { symbol($0, in: frame) })
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
    let fill = site.kind.fill
    if frame.extent(site.outline) >= Self.smallestShape, let path = frame.path(site.outline) {
      return SVGElement("path", ["d": path, "fill": fill, "stroke": Palette.ink, "stroke-width": "0.3"])
    }
    let place = frame.place(site.outline.pointOnSurface)
    return Shapes.circle(x: place.x, y: place.y, radius: Self.smallestDot, fill: fill)
  }

  private func symbol(_ site: Site, in frame: MapFrame) -> SVGElement? {
    guard site.amount > 0 else { return nil }
    let place = frame.place(site.outline.pointOnSurface)
    return Self.symbol(site.kind, x: place.x, y: place.y, radius: radius(site.amount))
  }

  private static func symbol(_ kind: Kind, x: Double, y: Double, radius: Double) -> SVGElement {
    let circle = Shapes.circle(x: x, y: y, radius: radius, fill: kind.symbolFill)
    return circle.with("fill-opacity", "0.75").with("stroke", kind.fill).with("stroke-width", "1.6")
  }

  /// The area of a sign follows the amount.
  private func radius(_ amount: Double) -> Double {
    1.5 + (amount / (size.samples.last ?? 1)).squareRoot() * Self.largestSign
  }

  private func drawLegend(in drawing: inout Drawing) {
    let x = Drawing.pageWidth - Self.legendWidth + Self.indent
    var y = Self.indent
    drawing.add(Shapes.text(legendTitle, x: x, y: y, isBold: true))
    for kind in kinds {
      y += Self.rowHeight
      drawing.add(Self.sample(kind, x: x + Self.indent / 2, y: y - 4))
      drawing.add(Shapes.text(kind.label, x: x + Self.indent + 4, y: y))
    }
    guard let sized = kinds.first(where: \.hasSymbol) else { return }
    y += 2 * Self.rowHeight
    drawing.add(Shapes.text(size.title, x: x, y: y, isBold: true))
    for amount in size.samples {
      y += Self.rowHeight + radius(amount) / 2
      drawing.add(Self.symbol(sized, x: x + Self.indent, y: y - 4, radius: radius(amount)))
      drawing.add(Shapes.text(spelled(amount) + " " + size.unit, x: x + 2 * Self.indent + 8, y: y))
    }
  }

  /// With as many decimals as a round amount needs.
  private func spelled(_ amount: Double) -> String {
    let decimals = [1.0, 10].firstIndex { (amount * $0).rounded() == amount * $0 } ?? 2
    return numbers(amount, decimals: decimals)
  }

  private static func sample(_ kind: Kind, x: Double, y: Double) -> SVGElement {
    guard !kind.hasSymbol else { return symbol(kind, x: x, y: y, radius: 6) }
    return Shapes.rectangle(x: x - 5, y: y - 4, width: 10, height: 8, fill: kind.fill)
      .with("stroke", Palette.ink).with("stroke-width", "0.3")
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
  /// Radius in pixels of the largest sample of the legend.
  private static let largestSign = 11.31
}

extension Availability {
  private var fill: String {
    switch self {
    case .immediate: Palette.primary
    case .later: Palette.accent
    case .nothing: "#a9b3bc"
    case .unknown: "#ffffff"
    }
  }

  /// How it looks on a map.
  func kind(in language: Language) -> ParkMap.Kind {
    ParkMap.Kind(
      label: label[language], fill: fill, symbolFill: symbolFill, hasSymbol: self == .immediate || self == .later)
  }

  /// Full for now, open for later.
  private var symbolFill: String { self == .later ? Palette.paper : fill }
}
