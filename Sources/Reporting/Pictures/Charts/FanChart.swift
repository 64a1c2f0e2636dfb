import Quantities

/// Uncertain amounts through the years: bands around a middle line, with scenario lines and supply beside it — *waaiergrafiek*.
package struct FanChart: Sendable {
  /// What a set of draws gives in one year: 5, 10, 50, 90 and 95 of 100 draws are below these.
  package struct Quantiles: Sendable, Hashable {
    let year: Int
    let p5: Double
    let p10: Double
    let p50: Double
    let p90: Double
    let p95: Double

    package init(year: Int, p5: Double, p10: Double, p50: Double, p90: Double, p95: Double) {
      self.year = year
      self.p5 = p5
      self.p10 = p10
      self.p50 = p50
      self.p90 = p90
      self.p95 = p95
    }

    var all: [Double] { [p5, p10, p50, p90, p95] }
  }

  package struct Fan: Sendable, Hashable {
    let label: String
    /// Ascending in time.
    let quantiles: [Quantiles]

    package init(_ label: String, _ quantiles: [Quantiles]) {
      self.label = label
      self.quantiles = quantiles
    }
  }

  /// A single amount per year: a scenario, or supply that comes in steps.
  package struct Line: Sendable, Hashable {
    let label: String
    let points: [(year: Int, value: Double)]
    /// Whether an amount holds from its year until the next one.
    let isStep: Bool

    package init(_ label: String, _ points: [(year: Int, value: Double)], isStep: Bool = false) {
      self.label = label
      self.points = points
      self.isStep = isStep
    }

    package static func == (left: Line, right: Line) -> Bool {
      left.label == right.label && left.isStep == right.isStep && left.points.elementsEqual(right.points, by: ==)
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(label)
      hasher.combine(points.map(\.value))
    }
  }

  let heading: ChartHeading
  /// At most two: demand and supply.
  let fans: [Fan]
  let lines: [Line]

  package init(_ heading: ChartHeading, fans: [Fan], lines: [Line] = []) {
    self.heading = heading
    self.fans = fans
    self.lines = lines
  }

  package func picture(alternative: String) -> Picture {
    let legendHeight = Self.legendRow * Double(fans.count)
    let frame = PlotFrame(
      left: Self.left, right: Drawing.pageWidth - EndLabels.width(of: labels.map(\.text)),
      top: legendHeight + Self.top, bottom: legendHeight + Self.top + Self.plotHeight)
    var drawing = Drawing(name: heading.name, height: frame.bottom + Self.bottom)
    drawing.define(.diagonal)
    let scale = Scale(covering: amounts, from: frame.bottom, to: frame.top)
    let places = FanPlaces(years: years, frame: frame, scale: scale)
    for (index, fan) in fans.enumerated() { drawing.add(bands(fan, index, places, drawing)) }
    for (index, fan) in fans.enumerated() {
      drawing.add(
        legend(fan, index, drawing).elements(x: 0, y: Self.legendRow * Double(index), width: drawing.width))
    }
    drawing.add(frame.rows(scale, heading.numbers) + [frame.rowTitle(heading.unit)])
    drawing.add(frame.columns(years.map { (places.x($0), String($0)) }, isGrid: false))
    for (index, fan) in fans.enumerated() { drawing.add(middle(fan, index, places)) }
    for (index, line) in lines.enumerated() { drawing.add(style(ofLine: index).applied(to: places.path(line))) }
    drawing.add(
      EndLabels(
        labels: labels.map { EndLabels.Label(text: $0.text, y: scale($0.value), style: $0.style) }, x: frame.right,
        top: frame.top, bottom: frame.bottom
      ).elements())
    return drawing.picture(title: heading.title, alternative: alternative)
  }

  private var years: [Int] {
    Set(fans.flatMap(\.quantiles).map(\.year) + lines.flatMap(\.points).map(\.year)).sorted()
  }

  private var amounts: [Double] { fans.flatMap(\.quantiles).flatMap(\.all) + lines.flatMap(\.points).map(\.value) }

  private var labels: [(text: String, value: Double, style: LineStyle)] {
    let middles = fans.enumerated().compactMap { index, fan in
      fan.quantiles.last.map { (text: fan.label, value: $0.p50, style: style(ofFan: index)) }
    }
    return middles
      + lines.enumerated().compactMap { index, line in
        line.points.last.map { (text: line.label, value: $0.value, style: style(ofLine: index)) }
      }
  }

  private func style(ofFan index: Int) -> LineStyle {
    LineStyle(colour: Palette.series[index % Palette.series.count], width: Self.middleWidth)
  }

  private func style(ofLine index: Int) -> LineStyle {
    let dashes = LineStyle.Dash.allCases.dropFirst()
    return LineStyle(
      colour: Palette.series[(fans.count + index) % Palette.series.count],
      dash: dashes[dashes.startIndex + index % dashes.count])
  }

  private func bands(_ fan: Fan, _ index: Int, _ places: FanPlaces, _ drawing: Drawing) -> [SVGElement] {
    let colours = Palette.bands[index % Palette.bands.count]
    let wide = places.band(fan, from: \.p5, to: \.p95)
    let narrow = places.band(fan, from: \.p10, to: \.p90)
    let hatched = index == 0 ? [] : [wide.with("fill", drawing.fill(.diagonal))]
    let shapes = [(wide, colours.wide), (narrow, colours.narrow)].map {
      $0.0.with("fill", $0.1).with("fill-opacity", "0.8")
    }
    return shapes + hatched
  }

  private func middle(_ fan: Fan, _ index: Int, _ places: FanPlaces) -> [SVGElement] {
    [style(ofFan: index).applied(to: places.path(fan))]
      + fan.quantiles.map {
        Shapes.circle(
          x: places.x($0.year), y: places.scale($0.p50), radius: Self.dot, fill: style(ofFan: index).colour)
      }
  }

  private func legend(_ fan: Fan, _ index: Int, _ drawing: Drawing) -> Legend {
    let colours = Palette.bands[index % Palette.bands.count]
    let pattern = index == 0 ? nil : drawing.fill(.diagonal)
    return Legend(entries: [
      Legend.Entry(
        label: "\(fan.label), \(heading.words("midden (P50)", "middle (P50)"))", fill: "", pattern: nil,
        line: style(ofFan: index)),
      Legend.Entry(label: heading.words("P10 tot P90", "P10 to P90"), fill: colours.narrow, pattern: pattern),
      Legend.Entry(label: heading.words("P5 tot P95", "P5 to P95"), fill: colours.wide, pattern: pattern),
    ])
  }

  private static let legendRow = 20.0
  private static let left = 58.0
  private static let top = 26.0
  private static let bottom = 26.0
  private static let plotHeight = 300.0
  private static let middleWidth = 2.6
  private static let dot = 3.5
}

/// Years and amounts as places in the chart.
private struct FanPlaces {
  let years: [Int]
  let frame: PlotFrame
  let scale: Scale

  func x(_ year: Int) -> Double {
    let first = years.first ?? year
    let span = Double(max((years.last ?? year) - first, 1))
    return frame.left + Double(year - first) / span * (frame.right - frame.left)
  }

  func band(
    _ fan: FanChart.Fan, from low: (FanChart.Quantiles) -> Double, to high: (FanChart.Quantiles) -> Double
  ) -> SVGElement {
    let there = fan.quantiles.map { (x: x($0.year), y: scale(high($0))) }
    let back = fan.quantiles.reversed().map { (x: x($0.year), y: scale(low($0))) }
    return Shapes.path(there + back, isClosed: true)
  }

  func path(_ fan: FanChart.Fan) -> SVGElement { Shapes.path(fan.quantiles.map { (x($0.year), scale($0.p50)) }) }

  func path(_ line: FanChart.Line) -> SVGElement {
    let places = line.points.map { (x: x($0.year), y: scale($0.value)) }
    guard line.isStep else { return Shapes.path(places) }
    let steps = zip(places, places.dropFirst()).flatMap { [$0, (x: $1.x, y: $0.y)] }
    return Shapes.path(steps + places.suffix(1))
  }
}

extension FanChart {
  /// The same in numbers: a row per year, or for the years that are named.
  /// - Parameters:
  ///   - explanation: anchor of the tree behind a quantile of the first fan, by year and level.
  ///   - ofLine: of the first line, by year.
  package func twin(
    caption: String, years chosen: [Int]? = nil, explanation: (Int, Double) -> String? = { _, _ in nil },
    ofLine: (Int) -> String? = { _ in nil }
  ) -> Table {
    let quantiles = Self.levels.map { "P\(Int(($0 * 100).rounded()))" }
    return Table(
      caption: caption,
      columns: [.number(heading.words("Jaar", "Year"))]
        + fans.flatMap { fan in quantiles.map { Table.Column.number("\(fan.label) \($0)", unit: heading.unit) } }
        + lines.map { Table.Column.number($0.label, unit: heading.unit) },
      rows: (chosen ?? years).map { year in
        let explained = fans.prefix(1).flatMap { fan in
          zip(cells(fan, year), Self.levels).map { $0.explained(by: explanation(year, $1)) }
        }
        return Table.Row(
          [.year(year)] + explained + fans.dropFirst().flatMap { cells($0, year) }
            + lines.prefix(1).map { cell($0, year).explained(by: ofLine(year)) }
            + lines.dropFirst().map { cell($0, year) })
      },
      notes: [
        RichText(
          heading.words(
            "P10 betekent: in 10 van de 100 trekkingen is het bedrag lager.",
            "P10 means: in 10 of 100 draws the amount is lower."))
      ])
  }

  private static let levels = [0.05, 0.1, 0.5, 0.9, 0.95]

  private func cells(_ fan: Fan, _ year: Int) -> [Table.Cell] {
    guard let found = fan.quantiles.first(where: { $0.year == year }) else {
      return [Table.Cell](repeating: .empty, count: Self.levels.count)
    }
    return found.all.map { Table.Cell(.number($0, decimals: 1)) }
  }

  private func cell(_ line: Line, _ year: Int) -> Table.Cell {
    let point = line.isStep ? line.points.last { $0.year <= year } : line.points.first { $0.year == year }
    return point.map { Table.Cell(.number($0.value, decimals: 1)) } ?? .empty
  }
}
