/// A hatched fill, so that a difference is not told by colour alone — *arcering*.
enum Pattern: String, Sendable, Hashable, CaseIterable {
  case diagonal, dots, cross

  func identifier(prefix: String) -> String { "\(prefix)-\(rawValue)" }

  func definition(prefix: String) -> SVGElement {
    SVGElement(
      "pattern",
      [
        "id": identifier(prefix: prefix), "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
      ],
      [SVGElement("rect", ["width": "6", "height": "6", "fill": "#ffffff", "fill-opacity": "0.25"]), mark])
  }

  private var mark: SVGElement {
    switch self {
    case .diagonal: Self.stroke("M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2")
    case .cross: Self.stroke("M0,0 l6,6 M6,0 l-6,6")
    case .dots: SVGElement("circle", ["cx": "3", "cy": "3", "r": "1.1", "fill": Palette.ink, "fill-opacity": "0.7"])
    }
  }

  private static func stroke(_ path: String) -> SVGElement {
    SVGElement(
      "path", ["d": path, "stroke": Palette.ink, "stroke-width": "1", "stroke-opacity": "0.6", "fill": "none"])
  }
}
