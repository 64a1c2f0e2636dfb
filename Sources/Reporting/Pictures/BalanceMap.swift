import PlaneGeometry
import Quantities
import SupplyDemandBalance
import WorkLocations

/// Market regions by balance, one map per scenario side by side — *kaart van balans*.
struct BalanceMap: Sendable {
  struct Outcome: Sendable {
    let region: Region
    let balance: Double
    let verdict: Verdict
    /// Balance as a share of demand; tells a slight shortage from a severe one.
    let share: Double
  }

  struct Panel: Sendable {
    let title: String
    let outcomes: [Outcome]
  }

  let name: String
  let title: String
  let backdrop: RegionBackdrop
  let panels: [Panel]
  let credits: [String]
  let language: Language

  func picture(alternative: String) -> Picture? {
    guard let extent = backdrop.extent, !panels.isEmpty else { return nil }
    let width = Drawing.pageWidth / Double(max(panels.count, 2))
    let frames = panels.indices.map {
      MapFrame(
        showing: extent, left: Double($0) * width, top: Self.titleHeight, width: width - Self.gutter,
        tallest: Self.tallest)
    }
    let mapBottom = Self.titleHeight + (frames.first?.height ?? 0)
    let legend = legend(Drawing(name: name, height: 0))
    let legendHeight = legend.height(width: Drawing.pageWidth)
    var drawing = Drawing(
      name: name, height: mapBottom + Self.gutter + legendHeight + Double(credits.count) * Self.creditHeight)
    Pattern.allCases.forEach { drawing.define($0) }
    for (panel, frame) in zip(panels, frames) { draw(panel, in: frame, &drawing) }
    drawing.add(legend.elements(x: 0, y: mapBottom + Self.gutter, width: Drawing.pageWidth))
    drawCredits(below: mapBottom + Self.gutter + legendHeight, in: &drawing)
    return drawing.picture(title: title, alternative: alternative)
  }

  private func draw(_ panel: Panel, in frame: MapFrame, _ drawing: inout Drawing) {
    drawing.add(Shapes.text(panel.title, x: frame.left, y: TextSize.title, size: TextSize.title, isBold: true))
    for outcome in panel.outcomes { drawing.add(area(outcome, in: frame, drawing)) }
    drawing.add(
      RegionBackdrop(province: backdrop.province, marketRegions: backdrop.marketRegions, municipalities: [])
        .elements(in: frame))
    drawLabels(panel, in: frame, &drawing)
    drawing.add(frame.furniture())
  }

  private func area(_ outcome: Outcome, in frame: MapFrame, _ drawing: Drawing) -> [SVGElement] {
    guard let path = outcome.region.boundary.flatMap(frame.path) else { return [] }
    let grade = Grade(verdict: outcome.verdict, share: outcome.share)
    let fills = [grade.fill] + (grade.pattern.map { [drawing.fill($0)] } ?? [])
    return fills.map { SVGElement("path", ["d": path, "fill": $0]) }
  }

  /// From north to south; a label that would cover one above it moves down.
  private func drawLabels(_ panel: Panel, in frame: MapFrame, _ drawing: inout Drawing) {
    let places = panel.outcomes.compactMap { outcome in
      (outcome.region.boundary?.pointOnSurface ?? outcome.region.point).map { (outcome, frame.place($0)) }
    }
    var taken: [BoundingBox] = []
    for (outcome, wanted) in places.sorted(by: { ($0.1.y, $0.1.x) < ($1.1.y, $1.1.x) }) {
      var place = wanted
      while let above = taken.first(where: { $0.intersects(Self.box(of: outcome, at: place)) }) {
        place.y = above.maxY + TextSize.small + 2
      }
      taken.append(Self.box(of: outcome, at: place))
      drawing.add(label(outcome, at: place))
    }
  }

  private static func box(of outcome: Outcome, at place: Point) -> BoundingBox {
    let half = TextSize.width(of: outcome.region.name, size: TextSize.small) / 2
    return BoundingBox(
      minX: place.x - half, minY: place.y - TextSize.small, maxX: place.x + half, maxY: place.y + TextSize.label + 1)
  }

  private func label(_ outcome: Outcome, at place: Point) -> [SVGElement] {
    let amount = NumberStyle(decimals: 0, language: language).signed(outcome.balance)
    let value = (amount.hasPrefix("-") ? "−" + amount.dropFirst() : amount) + " ha"
    return Shapes.haloed(
      Shapes.text(outcome.region.name, x: place.x, y: place.y - 3, size: TextSize.small, anchor: .middle))
      + Shapes.haloed(
        Shapes.text(value, x: place.x, y: place.y + TextSize.label, anchor: .middle, isBold: true))
  }

  private func legend(_ drawing: Drawing) -> Legend {
    Legend(
      entries: Grade.allCases.map {
        Legend.Entry(label: $0.label[language], fill: $0.fill, pattern: $0.pattern.map(drawing.fill))
      })
  }

  private func drawCredits(below y: Double, in drawing: inout Drawing) {
    for (index, credit) in credits.enumerated() {
      drawing.add(
        Shapes.text(
          credit, x: 0, y: y + Double(index + 1) * Self.creditHeight - 3, size: TextSize.small, fill: Palette.muted))
    }
  }

  private static let titleHeight = 24.0
  private static let tallest = 380.0
  private static let gutter = 14.0
  private static let creditHeight = 16.0
}

/// How a verdict is coloured: a shortage of more than half the demand is severe.
enum Grade: Sendable, Hashable, CaseIterable {
  case severe, shortage, balanced, over

  init(verdict: Verdict, share: Double) {
    switch verdict {
    case .shortage: self = share < -1 / 2.0 ? .severe : .shortage
    case .balanced: self = .balanced
    case .over: self = .over
    }
  }

  var label: LocalizedText {
    switch self {
    case .severe: LocalizedText(nl: "tekort, meer dan de helft van de vraag", en: "shortage of over half the demand")
    case .shortage: LocalizedText(nl: "tekort", en: "shortage")
    case .balanced: LocalizedText(nl: "in balans", en: "in balance")
    case .over: LocalizedText(nl: "overaanbod", en: "oversupply")
    }
  }

  var fill: String {
    switch self {
    case .severe: Palette.shortage
    case .shortage: Palette.slightShortage
    case .balanced: Palette.balanced
    case .over: Palette.surplus
    }
  }

  var pattern: Pattern? {
    switch self {
    case .severe: .cross
    case .shortage: .diagonal
    case .balanced: nil
    case .over: .dots
    }
  }
}
