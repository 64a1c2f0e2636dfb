import Quantities

/// One bar per row, built of parts laid end to end — *gestapelde staven*.
struct StackedBars: Sendable {
  struct Series: Sendable {
    let label: String
    let fill: String
    let pattern: Pattern?
  }

  struct Row: Sendable {
    let label: String
    /// One amount per series, not negative.
    let parts: [Double]
  }

  let name: String
  let title: String
  let unit: String
  let series: [Series]
  let rows: [Row]
  let numbers: NumberText

  func picture(alternative: String) -> Picture {
    var drawing = Drawing(name: name, height: top + Double(rows.count) * Self.rowHeight + Self.axisHeight)
    Pattern.allCases.forEach { drawing.define($0) }
    let scale = Scale(
      covering: rows.map { $0.parts.reduce(0, +) }, from: labelWidth, to: drawing.width - Self.valueWidth)
    drawing.add(legend(drawing).elements(x: 0, y: 0, width: drawing.width))
    drawAxis(scale, in: &drawing)
    for (index, row) in rows.enumerated() {
      draw(row, at: top + Double(index) * Self.rowHeight, scale, in: &drawing)
    }
    return drawing.picture(title: title, alternative: alternative)
  }

  private var top: Double { Self.legendHeight }

  private var labelWidth: Double {
    min((rows.map { TextSize.width(of: $0.label) }.max() ?? 0) + Self.gap, Self.widestLabel)
  }

  private func legend(_ drawing: Drawing) -> Legend {
    Legend(
      entries: series.map {
        Legend.Entry(label: $0.label, fill: $0.fill, pattern: $0.pattern.map(drawing.fill))
      })
  }

  private func drawAxis(_ scale: Scale, in drawing: inout Drawing) {
    let bottom = drawing.height - Self.axisHeight
    for tick in scale.ticks {
      drawing.add(Shapes.line(from: (scale(tick), top), to: (scale(tick), bottom)))
      drawing.add(
        Shapes.text(
          numbers(tick, decimals: 0), x: scale(tick), y: bottom + TextSize.title, size: TextSize.small, anchor: .middle,
          fill: Palette.muted))
    }
    drawing.add(
      Shapes.text(
        unit, x: drawing.width, y: bottom + TextSize.title, size: TextSize.small, anchor: .end, fill: Palette.muted))
  }

  private func draw(_ row: Row, at y: Double, _ scale: Scale, in drawing: inout Drawing) {
    let baseline = y + Self.rowHeight / 2 + TextSize.label / 2 - 2
    drawing.add(Shapes.text(row.label, x: 0, y: baseline))
    var sum = 0.0
    for (part, series) in zip(row.parts, series) where part > 0 {
      let bar = Shapes.rectangle(
        x: scale(sum), y: y + Self.inset, width: scale(sum + part) - scale(sum),
        height: Self.rowHeight - 2 * Self.inset,
        fill: series.fill)
      drawing.add(bar)
      if let pattern = series.pattern {
        drawing.add(
          Shapes.rectangle(
            x: scale(sum), y: y + Self.inset, width: scale(sum + part) - scale(sum),
            height: Self.rowHeight - 2 * Self.inset, fill: drawing.fill(pattern)))
      }
      sum += part
    }
    drawing.add(Shapes.text(numbers(sum, decimals: 0), x: scale(sum) + Self.gap / 2, y: baseline, isBold: true))
  }

  private static let legendHeight = 50.0
  private static let rowHeight = 28.0
  private static let inset = 5.0
  private static let axisHeight = 24.0
  private static let gap = 12.0
  private static let valueWidth = 70.0
  private static let widestLabel = 220.0
}
