import Quantities

/// Forecast against what came true, one marker per case, with the line on which both are equal — *spreidingsgrafiek*.
package struct ScatterChart: Sendable {
  package struct Point: Sendable, Hashable {
    let label: String
    let forecast: Double
    let realised: Double
    /// The area of the marker follows it: the size of the region.
    let size: Double

    package init(_ label: String, forecast: Double, realised: Double, size: Double = 1) {
      self.label = label
      self.forecast = forecast
      self.realised = realised
      self.size = size
    }
  }

  package struct Series: Sendable, Hashable {
    let label: String
    let points: [Point]

    package init(_ label: String, _ points: [Point]) {
      self.label = label
      self.points = points
    }
  }

  /// Outcomes between two multiples of the forecast: 0.8 to 1.25.
  package struct Band: Sendable, Hashable {
    let label: String
    let low: Double
    let high: Double

    package init(_ label: String, low: Double, high: Double) {
      self.label = label
      self.low = low
      self.high = high
    }
  }

  let heading: ChartHeading
  let series: [Series]
  /// The widest first.
  let bands: [Band]
  let isLogarithmic: Bool
  /// Points that are named in the picture: those furthest from the line.
  let namedPoints: Int

  package init(
    _ heading: ChartHeading, series: [Series], bands: [Band] = [], isLogarithmic: Bool = false, namedPoints: Int = 5
  ) {
    self.heading = heading
    self.series = series
    self.bands = bands
    self.isLogarithmic = isLogarithmic
    self.namedPoints = namedPoints
  }

  package func picture(alternative: String) -> Picture {
    let legendHeight = legend.height(width: Drawing.pageWidth)
    let top = legendHeight + Self.top
    let frame = PlotFrame(left: Self.left, right: Self.left + Self.side, top: top, bottom: top + Self.side)
    var drawing = Drawing(name: heading.name, height: frame.bottom + Self.bottom)
    let clip = drawing.defineClip(x: frame.left...frame.right, y: frame.top...frame.bottom)
    drawing.add(legend.elements(x: 0, y: 0, width: drawing.width))
    draw(
      scales: isLogarithmic
        ? (
          LogScale(covering: values, from: frame.left, to: frame.right),
          LogScale(covering: values, from: frame.bottom, to: frame.top)
        )
        : (
          Scale(covering: values, from: frame.left, to: frame.right),
          Scale(covering: values, from: frame.bottom, to: frame.top)
        ), in: frame, clip, &drawing)
    return drawing.picture(title: heading.title, alternative: alternative)
  }

  private var values: [Double] { series.flatMap(\.points).flatMap { [$0.forecast, $0.realised] } }

  private func draw(
    scales: (x: any AxisScale, y: any AxisScale), in frame: PlotFrame, _ clip: String, _ drawing: inout Drawing
  ) {
    drawing.add(bandShapes(scales).map { $0.with("clip-path", clip) })
    drawing.add(rows(scales.y, frame) + columns(scales.x, frame))
    drawing.add(
      [
        frame.rowTitle(heading.words("werkelijk", "realised") + ", " + heading.unit),
        frame.columnTitle(heading.words("geraamd", "forecast") + ", " + heading.unit),
      ])
    drawing.add(Self.equality.applied(to: line(times: 1, scales)).with("clip-path", clip))
    for (index, series) in series.enumerated() { drawing.add(markers(series, index, scales)) }
    drawing.add(names(scales, frame))
  }

  private func rows(_ scale: any AxisScale, _ frame: PlotFrame) -> [SVGElement] { frame.rows(scale, heading.numbers) }

  private func columns(_ scale: any AxisScale, _ frame: PlotFrame) -> [SVGElement] {
    frame.columns(scale, heading.numbers)
  }

  // MARK: The line and its bands

  /// From below the first tick to above the last, so that the edge of the frame cuts it.
  private func places(times factor: Double, _ scales: (x: any AxisScale, y: any AxisScale)) -> [(x: Double, y: Double)]
  {
    let (first, last) = (scales.x.ticks.first ?? 0, scales.x.ticks.last ?? 1)
    return [first, last].map { (x: scales.x($0), y: scales.y($0 * factor)) }
  }

  private func line(times factor: Double, _ scales: (x: any AxisScale, y: any AxisScale)) -> SVGElement {
    Shapes.path(places(times: factor, scales))
  }

  private func bandShapes(_ scales: (x: any AxisScale, y: any AxisScale)) -> [SVGElement] {
    bands.enumerated().flatMap { index, band in
      [
        Shapes.path(
          places(times: band.low, scales) + places(times: band.high, scales).reversed(), isClosed: true
        ).with("fill", Self.fill(ofBand: index)),
        Self.edge.applied(to: line(times: band.low, scales)), Self.edge.applied(to: line(times: band.high, scales)),
      ]
    }
  }

  private static func fill(ofBand index: Int) -> String { index == 0 ? Palette.bands[0].wide : Palette.bands[0].narrow }

  private var legend: Legend {
    Legend(
      entries: series.enumerated().map { index, series in
        Legend.Entry(
          label: series.label, fill: Palette.series[index % Palette.series.count], pattern: nil,
          marker: Self.marker(index))
      } + [
        Legend.Entry(
          label: heading.words("raming komt uit", "forecast comes true"), fill: "", pattern: nil, line: Self.equality)
      ]
        + bands.enumerated().map { index, band in
          Legend.Entry(label: band.label, fill: Self.fill(ofBand: index), pattern: nil)
        })
  }

  // MARK: Points

  private static func marker(_ index: Int) -> Marker { Marker.allCases[index % Marker.allCases.count] }

  private func markers(_ series: Series, _ index: Int, _ scales: (x: any AxisScale, y: any AxisScale)) -> [SVGElement] {
    let colour = Palette.series[index % Palette.series.count]
    return shown(series.points).sorted { ($1.size, $0.label) < ($0.size, $1.label) }.map { point in
      Self.marker(index).element(
        x: scales.x(point.forecast), y: scales.y(point.realised), radius: radius(point), fill: colour
      ).with("fill-opacity", "0.6").with("stroke", colour)
    }
  }

  /// On a logarithmic axis only what is above zero has a place.
  private func shown(_ points: [Point]) -> [Point] {
    isLogarithmic ? points.filter { $0.forecast > 0 && $0.realised > 0 } : points
  }

  private func radius(_ point: Point) -> Double {
    let largest = series.flatMap(\.points).map(\.size).max() ?? 1
    return Self.smallest + (max(point.size, 0) / max(largest, .leastNormalMagnitude)).squareRoot() * Self.growth
  }

  private func names(_ scales: (x: any AxisScale, y: any AxisScale), _ frame: PlotFrame) -> [SVGElement] {
    var taken: [(x: ClosedRange<Double>, y: Double)] = []
    return shown(series.flatMap(\.points)).sorted { (-miss($0), $0.label) < (-miss($1), $1.label) }
      .prefix(namedPoints).flatMap { point -> [SVGElement] in
        let place = (x: scales.x(point.forecast) + radius(point) + 4, y: scales.y(point.realised) + 4)
        let width = place.x...(place.x + TextSize.width(of: point.label, size: TextSize.small))
        let isFree = taken.allSatisfy {
          !$0.x.overlaps(width) || ($0.y - place.y).magnitude > TextSize.small
        }
        guard isFree, width.upperBound < Drawing.pageWidth else { return [] }
        taken.append((width, place.y))
        return Shapes.haloed(Shapes.text(point.label, x: place.x, y: place.y, size: TextSize.small))
      }
  }

  /// How far a point is off: as a ratio on a logarithmic axis, else as an amount.
  private func miss(_ point: Point) -> Double {
    guard isLogarithmic else { return (point.realised - point.forecast).magnitude }
    let ratio = point.realised / point.forecast
    return max(ratio, 1 / ratio)
  }

  /// The same in numbers, in the order of the series.
  package func twin(caption: String) -> Table {
    Table(
      caption: caption,
      columns: [
        Table.Column(heading.words("Gebied", "Area")), Table.Column(heading.words("Reeks", "Series")),
        .number(heading.words("Geraamd", "Forecast"), unit: heading.unit),
        .number(heading.words("Werkelijk", "Realised"), unit: heading.unit),
        .number(heading.words("Werkelijk / geraamd", "Realised / forecast")),
      ],
      rows: series.flatMap { series in
        series.points.map { point in
          Table.Row([
            .text(point.label), .text(series.label), Table.Cell(.number(point.forecast, decimals: 1)),
            Table.Cell(.number(point.realised, decimals: 1)),
            point.forecast == 0 ? .empty : Table.Cell(.number(point.realised / point.forecast, decimals: 2)),
          ])
        }
      })
  }

  private static let equality = LineStyle(colour: Palette.ink, dash: .long, width: 1.5)
  private static let edge = LineStyle(colour: Palette.muted, dash: .dotted, width: 0.8)
  private static let left = 64.0
  private static let top = 26.0
  private static let bottom = 40.0
  private static let side = 470.0
  private static let smallest = 2.5
  private static let growth = 10.0
}
