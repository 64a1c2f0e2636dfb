import Quantities

/// Bars from a low to a high amount in groups of rows — *bandbreedtegrafiek*.
struct RangeChart: Sendable {
  struct Row: Sendable {
    let label: String
    let low: Double
    let high: Double
    let fill: String
    let isEmphasised: Bool

    init(_ label: String, _ amounts: [Double], fill: String, isEmphasised: Bool = false) {
      self.label = label
      low = amounts.min() ?? 0
      high = amounts.max() ?? 0
      self.fill = fill
      self.isEmphasised = isEmphasised
    }
  }

  struct Group: Sendable {
    let title: String
    let rows: [Row]
  }

  let name: String
  let title: String
  let unit: String
  let groups: [Group]
  let numbers: NumberText

  func picture(alternative: String) -> Picture {
    var drawing = Drawing(name: name, height: height)
    let scale = Scale(
      covering: groups.flatMap(\.rows).flatMap { [$0.low, $0.high] }, from: labelWidth,
      to: drawing.width - Self.valueWidth)
    drawAxis(scale, in: &drawing)
    var y = Self.top
    for group in groups { draw(group, at: &y, scale, in: &drawing) }
    return drawing.picture(title: title, alternative: alternative)
  }

  private var height: Double {
    Self.top + Self.axisHeight
      + groups.reduce(0) { $0 + Self.groupHeight + Double($1.rows.count) * Self.rowHeight }
  }

  private var labelWidth: Double {
    let longest = groups.flatMap(\.rows).map { TextSize.width(of: $0.label) }.max() ?? 0
    return min(longest + Self.labelGap, Self.widestLabel)
  }

  private func drawAxis(_ scale: Scale, in drawing: inout Drawing) {
    let bottom = height - Self.axisHeight
    for tick in scale.ticks {
      let x = scale(tick)
      let isZero = tick == 0
      drawing.add(
        Shapes.line(
          from: (x, Self.top), to: (x, bottom), stroke: isZero ? Palette.ink : Palette.line, width: isZero ? 1.5 : 1))
      drawing.add(
        Shapes.text(
          numbers(tick, decimals: 0), x: x, y: bottom + TextSize.title, size: TextSize.small, anchor: .middle,
          fill: Palette.muted))
    }
    drawing.add(
      Shapes.text(
        unit, x: drawing.width, y: bottom + TextSize.title, size: TextSize.small, anchor: .end, fill: Palette.muted))
  }

  private func draw(_ group: Group, at y: inout Double, _ scale: Scale, in drawing: inout Drawing) {
    drawing.add(
      Shapes.haloed(Shapes.text(group.title, x: 0, y: y + TextSize.title, size: TextSize.title, isBold: true)))
    y += Self.groupHeight
    for row in group.rows {
      draw(row, at: y, scale, in: &drawing)
      y += Self.rowHeight
    }
  }

  private func draw(_ row: Row, at y: Double, _ scale: Scale, in drawing: inout Drawing) {
    let (left, right) = (scale(row.low), scale(row.high))
    let middle = y + Self.rowHeight / 2
    let baseline = middle + TextSize.label / 2 - 2
    drawing.add(Shapes.text(row.label, x: 0, y: baseline, isBold: row.isEmphasised))
    drawing.add(
      Shapes.rectangle(
        x: left, y: middle - Self.barHeight / 2, width: max(right - left, 1), height: Self.barHeight, fill: row.fill
      ).with("fill-opacity", "0.55"))
    for end in [left, right] { drawing.add(Shapes.circle(x: end, y: middle, radius: Self.dot, fill: row.fill)) }
    let value = numbers.range(row.low, row.high, decimals: row.high.magnitude < 10 ? 1 : 0)
    drawing.add(
      Shapes.haloed(
        Shapes.text(value, x: max(right, scale(0)) + Self.labelGap, y: baseline, isBold: row.isEmphasised)))
  }

  private static let top = 4.0
  private static let axisHeight = 24.0
  private static let groupHeight = 26.0
  private static let rowHeight = 24.0
  private static let barHeight = 11.0
  private static let dot = 5.0
  private static let labelGap = 12.0
  private static let valueWidth = 110.0
  private static let widestLabel = 250.0
}
