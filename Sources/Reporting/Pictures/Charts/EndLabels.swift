/// Names at the ends of lines, moved apart where they would cover each other — *bijschriften aan het eind van lijnen*.
package struct EndLabels: Sendable {
  struct Label: Sendable {
    let text: String
    /// Where the line ends.
    let y: Double
    let style: LineStyle
  }

  let labels: [Label]
  /// Where the lines end.
  let x: Double
  let top: Double
  let bottom: Double

  func elements() -> [SVGElement] {
    let places = Self.apart(labels.map(\.y), by: Self.spacing, from: top, to: bottom)
    return zip(labels, places).flatMap { label, y -> [SVGElement] in
      let start = x + Self.leader
      return [
        Shapes.line(from: (x + 2, label.y), to: (start, y), stroke: label.style.colour, width: 0.8)
      ] + label.style.sample(x: start, y: y, width: Self.sample) + [
        Shapes.text(
          label.text, x: start + Self.sample + Self.gap, y: y + TextSize.small / 2 - 2, size: TextSize.small,
          fill: label.style.colour)
      ]
    }
  }

  /// Width that the labels take beside the chart.
  static func width(of texts: [String]) -> Double {
    (texts.map { TextSize.width(of: $0, size: TextSize.small) }.max() ?? 0) + leader + sample + 2 * gap
  }

  /// Places near the wanted ones, at least `spacing` apart, in the same order, and between the ends as far as there is room.
  ///
  /// Example: 10, 12 and 40 at least 8 apart between 0 and 44 become 10, 18 and 40.
  package static func apart(_ wanted: [Double], by spacing: Double, from top: Double, to bottom: Double) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var places = wanted
    var least = top
    for index in order {
      places[index] = max(wanted[index], least)
      least = places[index] + spacing
    }
    var most = bottom
    for index in order.reversed() {
      places[index] = min(places[index], most)
      most = places[index] - spacing
    }
    return places
  }

  private static let spacing = 14.0
  private static let leader = 14.0
  private static let sample = 18.0
  private static let gap = 5.0
}
