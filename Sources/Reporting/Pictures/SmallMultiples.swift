import Quantities

/// The same small chart per region: bands around a zero line — *kleine grafieken*.
struct SmallMultiples: Sendable {
  struct Band: Sendable {
    let label: String
    let low: Double
    let high: Double
  }

  struct Panel: Sendable {
    let title: String
    let bands: [Band]
  }

  let name: String
  let title: String
  let panels: [Panel]
  let numbers: NumberText

  func picture(alternative: String) -> Picture {
    let rows = (panels.count + Self.columns - 1) / Self.columns
    var drawing = Drawing(name: name, height: Double(max(rows, 1)) * Self.panelHeight)
    let amounts = panels.flatMap(\.bands).flatMap { [$0.low, $0.high] }
    for (index, panel) in panels.enumerated() {
      let x = Double(index % Self.columns) * (drawing.width / Double(Self.columns))
      let y = Double(index / Self.columns) * Self.panelHeight
      let scale = Scale(
        covering: amounts, from: y + Self.panelHeight - Self.bottom, to: y + Self.top, tickCount: 4)
      draw(panel, x: x, y: y, scale, in: &drawing)
    }
    return drawing.picture(title: title, alternative: alternative)
  }

  private func draw(_ panel: Panel, x: Double, y: Double, _ scale: Scale, in drawing: inout Drawing) {
    let width = drawing.width / Double(Self.columns) - Self.gutter
    drawing.add(Shapes.text(panel.title, x: x, y: y + TextSize.title, size: TextSize.label, isBold: true))
    for tick in scale.ticks {
      let isZero = tick == 0
      drawing.add(
        Shapes.line(
          from: (x + Self.left, scale(tick)), to: (x + width, scale(tick)), stroke: isZero ? Palette.ink : Palette.line,
          width: isZero ? 1.5 : 0.7))
      drawing.add(
        Shapes.text(
          numbers(tick, decimals: 0), x: x + Self.left - Self.gap, y: scale(tick) + Self.gap, size: TextSize.small,
          anchor: .end, fill: Palette.muted))
    }
    let step = (width - Self.left) / Double(max(panel.bands.count, 1))
    for (index, band) in panel.bands.enumerated() {
      let centre = x + Self.left + (Double(index) + 1 / 2.0) * step
      draw(band, centre: centre, base: y + Self.panelHeight - Self.gap, scale, in: &drawing)
    }
  }

  private func draw(_ band: Band, centre: Double, base: Double, _ scale: Scale, in drawing: inout Drawing) {
    let (top, bottom) = (scale(band.high), scale(band.low))
    let fill = band.high < 0 ? Palette.accent : band.low > 0 ? Palette.primary : Palette.muted
    drawing.add(
      Shapes.rectangle(
        x: centre - Self.barWidth / 2, y: top, width: Self.barWidth, height: max(bottom - top, 2), fill: fill
      ).with("fill-opacity", "0.85"))
    drawing.add(
      Shapes.haloed(
        Shapes.text(
          numbers(band.high, decimals: 0), x: centre, y: top - Self.gap, size: TextSize.small, anchor: .middle)))
    drawing.add(
      Shapes.haloed(
        Shapes.text(
          numbers(band.low, decimals: 0), x: centre, y: bottom + TextSize.small + 1, size: TextSize.small,
          anchor: .middle))
    )
    drawing.add(
      Shapes.text(band.label, x: centre, y: base, size: TextSize.small, anchor: .middle, fill: Palette.muted))
  }

  private static let columns = 3
  private static let panelHeight = 200.0
  private static let top = 40.0
  private static let bottom = 36.0
  private static let left = 42.0
  private static let gutter = 18.0
  private static let gap = 4.0
  private static let barWidth = 22.0
}
