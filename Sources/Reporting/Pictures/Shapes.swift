/// The simple shapes that every chart draws.
enum Shapes {
  enum Anchor: String { case start, middle, end }

  static func text(
    _ text: String, x: Double, y: Double, size: Double = TextSize.label, anchor: Anchor = .start,
    fill: String = Palette.ink, isBold: Bool = false
  ) -> SVGElement {
    let element = SVGElement(
      "text",
      [
        "x": Pixels.text(x), "y": Pixels.text(y), "font-size": Pixels.text(size), "fill": fill,
        "text-anchor": anchor.rawValue,
      ], text: text)
    return isBold ? element.with("font-weight", "700") : element
  }

  /// A text with a light rim, readable on any map.
  static func haloed(_ text: SVGElement) -> [SVGElement] {
    [
      text.with("stroke", Palette.paper).with("stroke-width", "3").with("stroke-linejoin", "round")
        .with("aria-hidden", "true"), text,
    ]
  }

  static func rectangle(x: Double, y: Double, width: Double, height: Double, fill: String) -> SVGElement {
    SVGElement(
      "rect",
      [
        "x": Pixels.text(x), "y": Pixels.text(y), "width": Pixels.text(max(width, 0)),
        "height": Pixels.text(height), "fill": fill,
      ])
  }

  static func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), stroke: String = Palette.line, width: Double = 1
  ) -> SVGElement {
    SVGElement(
      "line",
      [
        "x1": Pixels.text(start.x), "y1": Pixels.text(start.y), "x2": Pixels.text(end.x), "y2": Pixels.text(end.y),
        "stroke": stroke, "stroke-width": Pixels.text(width),
      ])
  }

  static func circle(x: Double, y: Double, radius: Double, fill: String) -> SVGElement {
    SVGElement(
      "circle", ["cx": Pixels.text(x), "cy": Pixels.text(y), "r": Pixels.text(radius), "fill": fill])
  }
}

extension Shapes {
  /// A line through places in pixels.
  static func path(_ places: [(x: Double, y: Double)], isClosed: Bool = false) -> SVGElement {
    let data = places.map { "\(Pixels.text($0.x)),\(Pixels.text($0.y))" }.joined(separator: "L")
    return SVGElement("path", ["d": places.isEmpty ? "M0,0" : "M" + data + (isClosed ? "Z" : "")])
  }
}

/// Type sizes in pictures, in pixels; 12 px is about 8.5 pt in the PDF.
enum TextSize {
  static let small = 11.0
  static let label = 12.0
  static let title = 14.0
  /// About the width of a letter, as a share of the type size, for leaving room.
  static let letterWidth = 0.56

  static func width(of text: String, size: Double = label) -> Double { Double(text.count) * size * letterWidth }
}
