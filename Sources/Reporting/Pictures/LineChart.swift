import Quantities

/// A series over years with single marks beside it — *lijngrafiek*.
struct LineChart: Sendable {
  struct Point: Sendable {
    let year: Int
    let value: Double
  }

  /// A single figure of another definition.
  struct Mark: Sendable {
    let label: String
    let point: Point
    let fill: String
    let isSquare: Bool
  }

  let name: String
  let title: String
  let unit: String
  let seriesLabel: String
  let points: [Point]
  let marks: [Mark]
  let numbers: NumberText

  func picture(alternative: String) -> Picture {
    var drawing = Drawing(name: name, height: Self.height)
    let scale = Scale(
      covering: points.map(\.value) + marks.map(\.point.value), from: Self.height - Self.bottom, to: Self.top,
      tickCount: 5)
    drawAxes(scale, in: &drawing)
    drawLine(scale, in: &drawing)
    for mark in marks { draw(mark, scale, in: &drawing) }
    return drawing.picture(title: title, alternative: alternative)
  }

  private var years: ClosedRange<Int> {
    let all = points.map(\.year) + marks.map(\.point.year)
    return (all.min() ?? 0)...(all.max() ?? 1)
  }

  private func x(_ year: Int) -> Double {
    let span = Double(max(years.upperBound - years.lowerBound, 1))
    return Self.left + Double(year - years.lowerBound) / span * (Drawing.pageWidth - Self.left - Self.right)
  }

  private func drawAxes(_ scale: Scale, in drawing: inout Drawing) {
    for tick in scale.ticks {
      drawing.add(Shapes.line(from: (Self.left, scale(tick)), to: (drawing.width - Self.right, scale(tick))))
      drawing.add(
        Shapes.text(
          numbers(tick, decimals: 0), x: Self.left - Self.gap, y: scale(tick) + Self.gap / 2, size: TextSize.small,
          anchor: .end, fill: Palette.muted))
    }
    drawing.add(Shapes.text(unit, x: 0, y: TextSize.label, size: TextSize.small, fill: Palette.muted))
    var last = -Double.infinity
    for year in Set(points.map(\.year) + marks.map(\.point.year)).sorted() where x(year) - last > Self.yearWidth {
      drawing.add(
        Shapes.text(
          String(year), x: x(year), y: Self.height - Self.gap, size: TextSize.small, anchor: .middle,
          fill: Palette.muted
        ))
      last = x(year)
    }
  }

  private func drawLine(_ scale: Scale, in drawing: inout Drawing) {
    guard let first = points.first else { return }
    let path = points.map { "\(Pixels.text(x($0.year))),\(Pixels.text(scale($0.value)))" }.joined(separator: " L")
    drawing.add(
      SVGElement("path", ["d": "M" + path, "fill": "none", "stroke": Palette.primary, "stroke-width": "2.5"]))
    for point in points {
      drawing.add(Shapes.circle(x: x(point.year), y: scale(point.value), radius: Self.dot, fill: Palette.primary))
    }
    drawing.add(
      Shapes.haloed(
        Shapes.text(
          seriesLabel, x: x(first.year), y: scale(first.value) - Self.labelRise, fill: Palette.primary, isBold: true)))
  }

  private func draw(_ mark: Mark, _ scale: Scale, in drawing: inout Drawing) {
    let (x, y) = (x(mark.point.year), scale(mark.point.value))
    drawing.add(
      mark.isSquare
        ? Shapes.rectangle(x: x - Self.dot, y: y - Self.dot, width: 2 * Self.dot, height: 2 * Self.dot, fill: mark.fill)
        : Shapes.circle(x: x, y: y, radius: Self.dot + 1, fill: mark.fill))
    drawing.add(
      Shapes.text(
        "\(mark.label): \(numbers(mark.point.value, decimals: 0))", x: x + Self.labelRise, y: y + Self.gap / 2,
        fill: mark.fill, isBold: true))
  }

  private static let height = 300.0
  private static let top = 26.0
  private static let bottom = 30.0
  private static let left = 60.0
  private static let right = 170.0
  private static let gap = 8.0
  private static let dot = 4.0
  private static let labelRise = 12.0
  private static let yearWidth = 34.0
}
