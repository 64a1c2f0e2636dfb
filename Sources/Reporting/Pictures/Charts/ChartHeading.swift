import Quantities

/// What every chart is told besides its figures — *kop van een grafiek*.
package struct ChartHeading: Sendable, Hashable {
  /// Stable name, unique in the document: `waaier-pv31`.
  package let name: String
  package let title: String
  /// Unit of the figures: `ha netto`.
  package let unit: String
  package let numbers: NumberText

  package init(name: String, title: String, unit: String, numbers: NumberText) {
    self.name = name
    self.title = title
    self.unit = unit
    self.numbers = numbers
  }

  func words(_ dutch: String, _ english: String) -> String { numbers.language == .nl ? dutch : english }
}

/// The rectangle between the axes, in pixels, with the grid and the numbers along it — *grafiekvlak*.
struct PlotFrame: Sendable {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// Lines across and their numbers to the left.
  func rows(_ scale: some AxisScale, _ numbers: NumberText) -> [SVGElement] {
    scale.ticks.flatMap { tick in
      [
        grid(from: (left, scale(tick)), to: (right, scale(tick)), isZero: tick == 0),
        Shapes.text(
          numbers(tick, decimals: decimals(scale, tick)), x: left - Self.gap, y: scale(tick) + Self.gap / 2,
          size: TextSize.small, anchor: .end, fill: Palette.muted),
      ]
    }
  }

  /// Lines down with a text below each; a text that would touch the one before is left out.
  func columns(_ ticks: [(x: Double, label: String)], isGrid: Bool = true) -> [SVGElement] {
    var last = -Double.infinity
    return ticks.flatMap { tick -> [SVGElement] in
      let line = isGrid ? [grid(from: (tick.x, top), to: (tick.x, bottom), isZero: false)] : []
      let half = TextSize.width(of: tick.label, size: TextSize.small) / 2
      guard tick.x - half > last + Self.gap else { return line }
      last = tick.x + half
      return line + [
        Shapes.text(
          tick.label, x: tick.x, y: bottom + TextSize.small + Self.gap / 2, size: TextSize.small, anchor: .middle,
          fill: Palette.muted)
      ]
    }
  }

  func columns(_ scale: some AxisScale, _ numbers: NumberText) -> [SVGElement] {
    columns(scale.ticks.map { (scale($0), numbers($0, decimals: decimals(scale, $0))) })
  }

  /// Title above the numbers of the rows.
  func rowTitle(_ text: String) -> SVGElement {
    Shapes.text(text, x: 0, y: top - Self.gap, size: TextSize.small, fill: Palette.muted)
  }

  /// Title below the numbers of the columns.
  func columnTitle(_ text: String) -> SVGElement {
    Shapes.text(
      text, x: right, y: bottom + 2 * TextSize.title + 2, size: TextSize.small, anchor: .end, fill: Palette.muted)
  }

  private func grid(from start: (x: Double, y: Double), to end: (x: Double, y: Double), isZero: Bool) -> SVGElement {
    Shapes.line(from: start, to: end, stroke: isZero ? Palette.ink : Palette.line, width: isZero ? 1.5 : 1)
  }

  /// Whole numbers stay whole on an axis of fractions.
  private func decimals(_ scale: some AxisScale, _ tick: Double) -> Int {
    tick.magnitude >= 1 && tick.rounded() == tick && scale is LogScale ? 0 : scale.decimals
  }

  private static let gap = 8.0
}
