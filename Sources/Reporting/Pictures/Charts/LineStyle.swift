/// How a line looks: lines differ in dash and marker as well as in colour — *lijnstijl*.
package struct LineStyle: Sendable, Hashable {
  package enum Dash: String, Sendable, Hashable, CaseIterable {
    case solid = ""
    case long = "9 4"
    case short = "4 3"
    case dotted = "1.5 3"
    case mixed = "9 3 2 3"
  }

  let colour: String
  let dash: Dash
  let width: Double

  init(colour: String, dash: Dash = .solid, width: Double = 2) {
    self.colour = colour
    self.dash = dash
    self.width = width
  }

  /// The style of the nth series of a chart.
  package static func series(_ index: Int) -> LineStyle {
    LineStyle(
      colour: Palette.series[index % Palette.series.count], dash: Dash.allCases[index % Dash.allCases.count])
  }

  func applied(to path: SVGElement) -> SVGElement {
    let line = path.with("fill", "none").with("stroke", colour).with("stroke-width", Pixels.text(width))
      .with("stroke-linejoin", "round")
    return dash == .solid ? line : line.with("stroke-dasharray", dash.rawValue)
  }

  /// A piece of the line for a legend or a label.
  func sample(x: Double, y: Double, width: Double) -> [SVGElement] {
    [applied(to: Shapes.path([(x, y), (x + width, y)]))]
  }
}

/// The shape of a single point, so that points differ in more than colour — *puntsymbool*.
package enum Marker: Sendable, Hashable, CaseIterable {
  case circle, square, triangle, diamond

  func element(x: Double, y: Double, radius: Double, fill: String) -> SVGElement {
    switch self {
    case .circle: Shapes.circle(x: x, y: y, radius: radius, fill: fill)
    case .square:
      Shapes.rectangle(x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, fill: fill)
    case .triangle:
      Shapes.path([(x, y - radius), (x + radius, y + radius), (x - radius, y + radius)], isClosed: true)
        .with("fill", fill)
    case .diamond:
      Shapes.path([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], isClosed: true)
        .with("fill", fill)
    }
  }
}
