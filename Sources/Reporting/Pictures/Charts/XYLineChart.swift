import PlaneGeometry
import Quantities

/// Lines over a numeric axis: a profile of a week, a load-duration curve, a frontier — *lijngrafiek met getallenas*.
package struct XYLineChart: Sendable {
  package struct Series: Sendable, Hashable {
    let label: String
    /// Ascending in x.
    let points: [Point]
    /// Whether the room down to zero is filled: a line before another that must be seen apart at hundreds of points.
    let isArea: Bool

    package init(_ label: String, _ points: [(x: Double, y: Double)], isArea: Bool = false) {
      self.label = label
      self.points = points.map { Point(x: $0.x, y: $0.y) }
      self.isArea = isArea
    }
  }

  /// A single place that matters, such as the knee of a frontier.
  package struct Mark: Sendable, Hashable {
    let label: String
    let place: Point

    package init(_ label: String, x: Double, y: Double) {
      self.label = label
      place = Point(x: x, y: y)
    }
  }

  /// A level that should not be passed; what lies above it is shaded.
  package struct Threshold: Sendable, Hashable {
    let label: String
    let value: Double

    package init(_ label: String, _ value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// The axis along the bottom.
  package struct Axis: Sendable, Hashable {
    let title: String
    /// Texts at places of their own, such as the days of a week; nil for round numbers.
    let ticks: [Tick]?
    let includesZero: Bool

    package struct Tick: Sendable, Hashable {
      let x: Double
      let label: String

      package init(_ x: Double, _ label: String) {
        self.x = x
        self.label = label
      }
    }

    package init(_ title: String, ticks: [Tick]? = nil, includesZero: Bool = false) {
      self.title = title
      self.ticks = ticks
      self.includesZero = includesZero
    }
  }

  let heading: ChartHeading
  let axis: Axis
  let series: [Series]
  let marks: [Mark]
  let threshold: Threshold?
  let size: ChartSize

  package init(
    _ heading: ChartHeading, axis: Axis, series: [Series], marks: [Mark] = [], threshold: Threshold? = nil,
    size: ChartSize = .page
  ) {
    self.heading = heading
    self.axis = axis
    self.series = series
    self.marks = marks
    self.threshold = threshold
    self.size = size
  }

  package func picture(alternative: String) -> Picture {
    let frame = frame
    var drawing = Drawing(
      name: heading.name, width: size.width,
      height: frame.bottom + (axis.title.isEmpty ? Self.untitledBottom : Self.bottom))
    drawing.define(.diagonal)
    let x = Scale(
      covering: series.flatMap(\.points).map(\.x) + marks.map(\.place.x) + (axis.ticks ?? []).map(\.x),
      includesZero: axis.includesZero, isTight: true, smallest: Self.smallestSpan, from: frame.left, to: frame.right)
    let y = Scale(
      covering: series.flatMap(\.points).map(\.y) + marks.map(\.place.y) + (threshold.map { [$0.value] } ?? []),
      smallest: Self.smallestSpan, from: frame.bottom, to: frame.top)
    drawing.add(shade(y, frame, drawing))
    drawing.add(
      frame.rows(y, heading.numbers) + [frame.rowTitle(heading.unit)]
        + (axis.title.isEmpty ? [] : [frame.columnTitle(axis.title)]))
    drawing.add(
      axis.ticks.map { frame.columns($0.map { (x($0.x), $0.label) }) } ?? frame.columns(x, heading.numbers))
    for (index, series) in series.enumerated() {
      if series.isArea { drawing.add(area(series.points, index, x, y)) }
      drawing.add(style(index).applied(to: path(series.points, x, y)))
    }
    drawing.add(
      limit(y, frame) + marks.enumerated().flatMap { draw($1, $0, x, y, frame) } + names(y, frame))
    return drawing.picture(title: heading.title, alternative: alternative)
  }

  private var frame: PlotFrame {
    let names = EndLabels.width(of: series.map(\.label) + [limitText].compactMap { $0 })
    let top = size.namesLinesAtEnd ? Self.top : Self.top - Self.gap + legend.height(width: size.width)
    return PlotFrame(
      left: Self.left, right: size.width - (size.namesLinesAtEnd ? names : Self.lastTick), top: top,
      bottom: top + size.plotHeight)
  }

  private func names(_ y: Scale, _ frame: PlotFrame) -> [SVGElement] {
    size.namesLinesAtEnd ? labels(y, frame).elements() : legend.elements(x: 0, y: 0, width: size.width)
  }

  private var legend: Legend {
    let level = limitText.map { Legend.Entry(label: $0, fill: Palette.ink, pattern: nil, line: Self.limitStyle) }
    return Legend(
      entries: series.enumerated().map { index, series in
        let style = style(index)
        return Legend.Entry(
          label: series.label, fill: series.isArea ? Palette.bands[0].wide : style.colour, pattern: nil,
          line: series.isArea ? nil : style)
      } + [level].compactMap { $0 })
  }

  /// Beside an area there are so many points that a dash would be noise: the area tells the lines apart.
  private func style(_ index: Int) -> LineStyle {
    let usual = LineStyle.series(index)
    guard series.contains(where: \.isArea) else { return usual }
    let rank = series[..<index].count { !$0.isArea }
    return LineStyle(
      colour: series[index].isArea ? Palette.bands[0].narrow : usual.colour,
      dash: series[index].isArea ? .solid : LineStyle.series(rank).dash, width: Self.fine)
  }

  private func area(_ points: [Point], _ index: Int, _ x: Scale, _ y: Scale) -> SVGElement {
    let line = points.map { Point(x: x($0.x), y: y($0.y)) }.simplified(within: Self.visible)
    let floor = [line.last, line.first].compactMap { $0 }.map { (x: $0.x, y: y(0)) }
    return Shapes.path(line.map { ($0.x, $0.y) } + floor, isClosed: true).with("fill", Palette.bands[0].wide)
  }

  /// Without the points that the eye cannot tell from the line.
  private func path(_ points: [Point], _ x: Scale, _ y: Scale) -> SVGElement {
    let places = points.map { Point(x: x($0.x), y: y($0.y)) }.simplified(within: Self.visible)
    return Shapes.path(places.map { ($0.x, $0.y) })
  }

  private func labels(_ y: Scale, _ frame: PlotFrame) -> EndLabels {
    let ends = series.enumerated().compactMap { index, series in
      series.points.last.map { EndLabels.Label(text: series.label, y: y($0.y), style: style(index)) }
    }
    let level = threshold.map { EndLabels.Label(text: limitText ?? "", y: y($0.value), style: Self.limitStyle) }
    return EndLabels(
      labels: [level].compactMap { $0 } + ends, x: frame.right, top: frame.top, bottom: frame.bottom)
  }

  private var limitText: String? {
    threshold.map { limit in
      let decimals = limit.value.rounded() == limit.value ? 0 : 1
      return "\(limit.label) \(heading.numbers(limit.value, decimals: decimals)) \(heading.unit)"
    }
  }

  private func shade(_ y: Scale, _ frame: PlotFrame, _ drawing: Drawing) -> [SVGElement] {
    guard let threshold, y(threshold.value) > frame.top else { return [] }
    return [Palette.bands[1].wide, drawing.fill(.diagonal)].map {
      Shapes.rectangle(
        x: frame.left, y: frame.top, width: frame.right - frame.left, height: y(threshold.value) - frame.top, fill: $0
      ).with("fill-opacity", "0.5")
    }
  }

  private func limit(_ y: Scale, _ frame: PlotFrame) -> [SVGElement] {
    threshold.map { limit in
      [Self.limitStyle.applied(to: Shapes.path([(frame.left, y(limit.value)), (frame.right, y(limit.value))]))]
    } ?? []
  }

  private func draw(_ mark: Mark, _ index: Int, _ x: Scale, _ y: Scale, _ frame: PlotFrame) -> [SVGElement] {
    let place = (x: x(mark.place.x), y: y(mark.place.y))
    let width = TextSize.width(of: mark.label, size: TextSize.small) + 2 * Self.gap
    let isLeft = place.x + width > frame.right
    return [
      Marker.allCases[(index + 1) % Marker.allCases.count].element(
        x: place.x, y: place.y, radius: Self.dot, fill: Palette.accent
      ).with("stroke", Palette.paper)
    ]
      + Shapes.haloed(
        Shapes.text(
          mark.label, x: place.x + (isLeft ? -Self.gap : Self.gap), y: place.y - Self.gap, size: TextSize.small,
          anchor: isLeft ? .end : .start, isBold: true))
  }

  /// Unlike any series: ink, and thin.
  private static let limitStyle = LineStyle(colour: Palette.ink, width: 1.2)
  private static let left = 62.0
  private static let top = 28.0
  private static let bottom = 34.0
  private static let untitledBottom = 20.0
  private static let fine = 1.4
  /// Room for half of the last number below the plot.
  private static let lastTick = 20.0
  private static let gap = 8.0
  private static let dot = 6.0
  /// Pixels: finer than this is not seen.
  private static let visible = 0.3
  private static let smallestSpan = 1e-6
}

extension XYLineChart {
  /// The same in numbers at some places on the axis: of each series the point nearest to them, and every mark.
  /// - Parameter places: x of the rows.
  /// - Parameter explanations: per place the anchors of its row, the place first; empty for none.
  package func twin(caption: String, at places: [Double], decimals: Int = 1, explanations: [[String?]] = []) -> Table {
    Table(
      caption: caption,
      columns: [.number(axis.title)] + series.map { Table.Column.number($0.label, unit: heading.unit) },
      rows: places.enumerated().map { row, x in
        let cells = [Table.Cell(.number(x, decimals: decimals))] + series.map { cell(nearest(to: x, in: $0), decimals) }
        guard explanations.indices.contains(row) else { return Table.Row(cells) }
        return Table.Row(zip(cells, explanations[row]).map { $0.explained(by: $1) })
      },
      notes: marks.map { mark in
        RichText(
          "\(mark.label): \(heading.numbers(mark.place.y, decimals: decimals)) \(heading.unit) (\(axis.title): \(heading.numbers(mark.place.x, decimals: decimals)))."
        )
      })
  }

  private func nearest(to x: Double, in series: Series) -> Point? {
    series.points.min { ($0.x - x).magnitude < ($1.x - x).magnitude }
  }

  private func cell(_ point: Point?, _ decimals: Int) -> Table.Cell {
    point.map { Table.Cell(.number($0.y, decimals: decimals)) } ?? .empty
  }
}
