import Quantities

/// What each group of inputs does to an outcome when it alone is low or high, the widest first — *tornadografiek*.
package struct TornadoChart: Sendable {
  package struct Bar: Sendable, Hashable {
    let label: String
    /// The outcome when the input is low, and when it is high.
    let atLow: Double
    let atHigh: Double

    package init(_ label: String, atLow: Double, atHigh: Double) {
      self.label = label
      self.atLow = atLow
      self.atHigh = atHigh
    }

    package var width: Double { (atHigh - atLow).magnitude }
  }

  let heading: ChartHeading
  /// The outcome when every input has its middle value.
  let centre: Double
  /// By width, the widest first; equal widths by label.
  package let bars: [Bar]

  package init(_ heading: ChartHeading, centre: Double, bars: [Bar]) {
    self.heading = heading
    self.centre = centre
    self.bars = bars.sorted { (-$0.width, $0.label) < (-$1.width, $1.label) }
  }

  package func picture(alternative: String) -> Picture {
    let bottom = Self.top + Double(bars.count) * Self.rowHeight
    let frame = PlotFrame(
      left: labelWidth + Self.valueWidth, right: Drawing.pageWidth - Self.valueWidth, top: Self.top, bottom: bottom)
    var drawing = Drawing(name: heading.name, height: bottom + Self.axisHeight)
    drawing.define(.diagonal)
    let scale = Scale(
      covering: bars.flatMap { [$0.atLow, $0.atHigh] } + [centre], includesZero: false, from: frame.left,
      to: frame.right)
    drawing.add(legend(drawing).elements(x: 0, y: 0, width: drawing.width))
    drawing.add(frame.columns(scale, heading.numbers) + [frame.columnTitle(heading.unit)])
    if scale.ticks.contains(0) {
      drawing.add(Shapes.line(from: (scale(0), frame.top), to: (scale(0), bottom), stroke: Palette.muted, width: 1.5))
    }
    for (index, bar) in bars.enumerated() {
      drawing.add(draw(bar, at: frame.top + Double(index) * Self.rowHeight, scale, drawing))
    }
    drawing.add(middle(scale, frame))
    return drawing.picture(title: heading.title, alternative: alternative)
  }

  private var labelWidth: Double {
    min((bars.map { TextSize.width(of: $0.label) }.max() ?? 0) + Self.gap, Self.widestLabel)
  }

  private func legend(_ drawing: Drawing) -> Legend {
    Legend(entries: [
      Legend.Entry(
        label: heading.words("invoer laag", "input low"), fill: Palette.bands[1].narrow,
        pattern: drawing.fill(.diagonal)
      ),
      Legend.Entry(label: heading.words("invoer hoog", "input high"), fill: Palette.primary, pattern: nil),
    ])
  }

  private func draw(_ bar: Bar, at y: Double, _ scale: Scale, _ drawing: Drawing) -> [SVGElement] {
    let baseline = y + Self.rowHeight / 2 + TextSize.label / 2 - 2
    let low = side(from: centre, to: bar.atLow, at: y, scale, fill: Palette.bands[1].narrow)
    let ends = (left: min(bar.atLow, bar.atHigh), right: max(bar.atLow, bar.atHigh))
    let outer = (left: min(ends.left, centre), right: max(ends.right, centre))
    return [
      Shapes.text(bar.label, x: 0, y: baseline), low,
      side(from: centre, to: bar.atLow, at: y, scale, fill: drawing.fill(.diagonal)),
      side(from: centre, to: bar.atHigh, at: y, scale, fill: Palette.primary),
      value(ends.left, scale, x: scale(outer.left) - Self.gap / 2, y: baseline, .end),
      value(ends.right, scale, x: scale(outer.right) + Self.gap / 2, y: baseline, .start),
    ]
  }

  private func side(from start: Double, to end: Double, at y: Double, _ scale: Scale, fill: String) -> SVGElement {
    let (one, other) = (scale(start), scale(end))
    return Shapes.rectangle(
      x: min(one, other), y: y + Self.inset, width: (one - other).magnitude, height: Self.rowHeight - 2 * Self.inset,
      fill: fill)
  }

  private func value(_ amount: Double, _ scale: Scale, x: Double, y: Double, _ anchor: Shapes.Anchor) -> SVGElement {
    Shapes.text(heading.numbers(amount, decimals: scale.decimals), x: x, y: y, size: TextSize.small, anchor: anchor)
  }

  private func middle(_ scale: Scale, _ frame: PlotFrame) -> [SVGElement] {
    let words = heading.words("midden", "middle") + " " + heading.numbers(centre, decimals: scale.decimals)
    return [
      Shapes.line(
        from: (scale(centre), frame.top - Self.inset), to: (scale(centre), frame.bottom), stroke: Palette.ink,
        width: 1.5
      )
    ]
      + Shapes.haloed(
        Shapes.text(
          words, x: scale(centre), y: frame.top - Self.gap, size: TextSize.small, anchor: .middle, isBold: true))
  }

  /// The same in numbers.
  /// - Parameters:
  ///   - explanations: anchors of the trees of a bar's two ends and its width, by its label.
  ///   - middle: anchor of the tree of the outcome that the bars surround.
  package func twin(caption: String, explanations: [String: [String?]] = [:], middle: String? = nil) -> Table {
    let outcome = RichText(heading.numbers(centre, decimals: 1)).explained(by: middle)
    let (dutch, english): (RichText, RichText) = (
      "Als alle invoer op het midden staat is de uitkomst \(outcome) \(heading.unit).",
      "With every input at its middle the outcome is \(outcome) \(heading.unit)."
    )
    return Table(
      caption: caption,
      columns: [
        Table.Column(heading.words("Invoer", "Input")),
        .number(heading.words("Bij lage invoer", "At low input"), unit: heading.unit),
        .number(heading.words("Bij hoge invoer", "At high input"), unit: heading.unit),
        .number(heading.words("Breedte", "Width"), unit: heading.unit),
      ],
      rows: bars.map { bar in
        let cells = [bar.atLow, bar.atHigh, bar.width].map { Table.Cell(.number($0, decimals: 1)) }
        let explained = explanations[bar.label].map { zip(cells, $0).map { $0.explained(by: $1) } }
        return Table.Row([.text(bar.label)] + (explained ?? cells))
      },
      notes: [heading.numbers.language == .nl ? dutch : english])
  }

  private static let top = 56.0
  private static let rowHeight = 26.0
  private static let inset = 5.0
  private static let axisHeight = 34.0
  private static let gap = 12.0
  private static let valueWidth = 52.0
  private static let widestLabel = 250.0
}
