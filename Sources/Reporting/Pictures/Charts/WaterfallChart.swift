import Quantities

/// From a first amount by steps up and down to a last one — *watervalgrafiek*.
package struct WaterfallChart: Sendable {
  package struct Step: Sendable, Hashable {
    let label: String
    /// Signed.
    let change: Double
    /// Anchors of the trees of the change and of the amount after it, for the table beside the picture.
    let explanation: String?
    let levelExplanation: String?

    package init(_ label: String, _ change: Double, explanation: String? = nil, levelExplanation: String? = nil) {
      self.label = label
      self.change = change
      self.explanation = explanation
      self.levelExplanation = levelExplanation
    }
  }

  let heading: ChartHeading
  let start: Step
  let steps: [Step]
  let endLabel: String
  /// Anchor of the tree of the last amount.
  let endExplanation: String?

  /// - Parameter start: its change is the first amount.
  package init(_ heading: ChartHeading, start: Step, steps: [Step], endLabel: String, endExplanation: String? = nil) {
    self.heading = heading
    self.start = start
    self.steps = steps
    self.endLabel = endLabel
    self.endExplanation = endExplanation
  }

  /// The last amount: the first plus every step.
  package var end: Double { steps.reduce(start.change) { $0 + $1.change } }

  private struct Row {
    let label: String
    let from: Double
    let to: Double
    let isTotal: Bool
    let explanation: String?
    let levelExplanation: String?
  }

  private var rows: [Row] {
    var running = start.change
    let moves = steps.map { step in
      defer { running += step.change }
      return Row(
        label: step.label, from: running, to: running + step.change, isTotal: false, explanation: step.explanation,
        levelExplanation: step.levelExplanation)
    }
    return [
      Row(
        label: start.label, from: 0, to: start.change, isTotal: true, explanation: nil,
        levelExplanation: start.levelExplanation)
    ] + moves
      + [Row(label: endLabel, from: 0, to: end, isTotal: true, explanation: nil, levelExplanation: endExplanation)]
  }

  package func picture(alternative: String) -> Picture {
    let bottom = Self.top + Double(rows.count) * Self.rowHeight
    let frame = PlotFrame(
      left: labelWidth + Self.valueWidth, right: Drawing.pageWidth - Self.valueWidth, top: Self.top, bottom: bottom)
    var drawing = Drawing(name: heading.name, height: bottom + Self.axisHeight)
    drawing.define(.diagonal)
    let scale = Scale(covering: rows.flatMap { [$0.from, $0.to] }, from: frame.left, to: frame.right)
    drawing.add(legend(drawing).elements(x: 0, y: 0, width: drawing.width))
    drawing.add(frame.columns(scale, heading.numbers) + [frame.columnTitle(heading.unit)])
    drawing.add(
      Shapes.line(from: (scale(0), frame.top), to: (scale(0), bottom), stroke: Palette.ink, width: 1.5))
    for (index, row) in rows.enumerated() {
      let y = frame.top + Double(index) * Self.rowHeight
      drawing.add(draw(row, at: y, scale, drawing))
      if index + 1 < rows.count { drawing.add(connector(x: scale(row.to), below: y)) }
    }
    return drawing.picture(title: heading.title, alternative: alternative)
  }

  private var labelWidth: Double {
    min((rows.map { TextSize.width(of: $0.label) }.max() ?? 0) + Self.gap, Self.widestLabel)
  }

  private func legend(_ drawing: Drawing) -> Legend {
    Legend(entries: [
      Legend.Entry(label: heading.words("erbij", "more"), fill: Palette.primary, pattern: nil),
      Legend.Entry(
        label: heading.words("eraf", "less"), fill: Palette.bands[1].narrow, pattern: drawing.fill(.diagonal)),
      Legend.Entry(label: heading.words("stand", "level"), fill: Palette.muted, pattern: nil),
    ])
  }

  private func draw(_ row: Row, at y: Double, _ scale: Scale, _ drawing: Drawing) -> [SVGElement] {
    let isLess = !row.isTotal && row.to < row.from
    let fills =
      row.isTotal ? [Palette.muted] : isLess ? [Palette.bands[1].narrow, drawing.fill(.diagonal)] : [Palette.primary]
    let (left, right) = (scale(min(row.from, row.to)), scale(max(row.from, row.to)))
    let baseline = y + Self.rowHeight / 2 + TextSize.label / 2 - 2
    let bars = fills.map {
      Shapes.rectangle(
        x: left, y: y + Self.inset, width: max(right - left, 1), height: Self.rowHeight - 2 * Self.inset, fill: $0)
    }
    let isLeft = isLess || row.to < row.from
    return bars + [Shapes.text(row.label, x: 0, y: baseline, isBold: row.isTotal)]
      + Shapes.haloed(
        Shapes.text(
          amount(row), x: isLeft ? left - Self.gap / 2 : right + Self.gap / 2, y: baseline,
          anchor: isLeft ? .end : .start, isBold: row.isTotal))
  }

  private func amount(_ row: Row) -> String {
    guard !row.isTotal else { return heading.numbers(row.to, decimals: 1) }
    let change = row.to - row.from
    let number = heading.numbers(change, decimals: 1)
    return change > 0 && number != heading.numbers(0, decimals: 1) ? "+" + number : number
  }

  private func connector(x: Double, below y: Double) -> SVGElement {
    Shapes.line(
      from: (x, y + Self.rowHeight - Self.inset), to: (x, y + Self.rowHeight + Self.inset), stroke: Palette.muted)
  }

  /// The same in numbers.
  package func twin(caption: String) -> Table {
    Table(
      caption: caption,
      columns: [
        Table.Column(heading.words("Onderdeel", "Part")),
        .number(heading.words("Verandering", "Change"), unit: heading.unit),
        .number(heading.words("Stand", "Level"), unit: heading.unit),
      ],
      rows: rows.map { row in
        Table.Row(
          [
            .text(row.label),
            row.isTotal
              ? .empty : Table.Cell(.number(row.to - row.from, decimals: 1)).explained(by: row.explanation),
            Table.Cell(.number(row.to, decimals: 1)).explained(by: row.levelExplanation),
          ], isTotal: row.isTotal)
      })
  }

  private static let top = 32.0
  private static let rowHeight = 28.0
  private static let inset = 5.0
  private static let axisHeight = 34.0
  private static let gap = 12.0
  private static let valueWidth = 62.0
  private static let widestLabel = 250.0
}
