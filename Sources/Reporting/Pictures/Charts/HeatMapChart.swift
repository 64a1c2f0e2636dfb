import Quantities

/// Every hour of a year as a cell, days from left to right and hours from top to bottom, by class of amount — *uurkaart*.
///
/// Cells of a class are one path, equal neighbours one rectangle, so that 8 760 cells stay below 200 kB.
package struct HeatMapChart: Sendable {
  /// Where a month begins in the days.
  package struct Month: Sendable, Hashable {
    let label: String
    /// First day, from 0.
    let firstDay: Int

    package init(_ label: String, firstDay: Int) {
      self.label = label
      self.firstDay = firstDay
    }
  }

  let heading: ChartHeading
  /// One list of hours per day, equally long.
  let days: [[Double]]
  /// Ascending in time; they cover all days.
  let months: [Month]
  /// Above this a cell is marked as too much; nil for no limit.
  let threshold: Double?

  package init(_ heading: ChartHeading, days: [[Double]], months: [Month], threshold: Double? = nil) {
    self.heading = heading
    self.days = days
    self.months = months
    self.threshold = threshold
  }

  package func picture(alternative: String) -> Picture {
    let legendHeight = legend.height(width: Drawing.pageWidth)
    let top = legendHeight + Self.top
    var drawing = Drawing(name: heading.name, height: top + cellHeight * Double(hours) + Self.bottom)
    drawing.add(legend.elements(x: 0, y: 0, width: drawing.width))
    let cells = Array(0...Palette.intensity.count).map { cellPath($0) }.filter { !$0.data.isEmpty }
    drawing.add(
      SVGElement(
        "g",
        [
          "transform":
            "translate(\(Pixels.text(Self.left)) \(Pixels.text(top))) scale(\(scaleText(cellWidth)) \(scaleText(cellHeight)))",
          "shape-rendering": "crispEdges",
        ], cells.map { SVGElement("path", ["d": $0.data, "fill": $0.fill]) }))
    drawing.add(axes(top: top))
    return drawing.picture(title: heading.title, alternative: alternative)
  }

  private var hours: Int { days.first?.count ?? 0 }
  private var cellWidth: Double {
    ((Drawing.pageWidth - Self.left - Self.right) / Double(max(days.count, 1)) * Self.tenths).rounded(.down)
      / Self.tenths
  }
  private var cellHeight: Double { Self.rowHeight }

  private func scaleText(_ value: Double) -> String { Pixels.text(value) }

  // MARK: Classes

  /// Upper ends of the classes below the threshold, ascending; the last holds all that is not too much.
  private var limits: [Double] {
    let all = days.joined()
    let (low, high) = (min(all.min() ?? 0, 0), threshold ?? all.max() ?? 1)
    let width = (high - low) / Double(Palette.intensity.count)
    return (1...Palette.intensity.count).map { low + width * Double($0) }
  }

  private func classes(_ limits: [Double]) -> (Double) -> Int {
    { value in
      if let threshold, value > threshold { return Palette.intensity.count }
      return min(limits.firstIndex { value <= $0 } ?? limits.count - 1, limits.count - 1)
    }
  }

  private func cellPath(_ wanted: Int) -> (data: String, fill: String) {
    let index = classes(limits)
    var data = ""
    for hour in 0..<hours {
      var day = 0
      while day < days.count {
        var end = day
        while end < days.count, index(days[end][hour]) == wanted { end += 1 }
        if end > day { data += "M\(day) \(hour)h\(end - day)v1h-\(end - day)z" }
        day = max(end, day + 1)
      }
    }
    return (data, wanted < Palette.intensity.count ? Palette.intensity[wanted] : Palette.excess)
  }

  private var legend: Legend {
    let limits = limits
    let decimals = (limits.last ?? 0).magnitude < 10 ? 1 : 0
    let entries = zip(limits, Palette.intensity).enumerated().map { index, pair in
      let above = index == 0 ? "" : heading.numbers(limits[index - 1], decimals: decimals) + " "
      let label =
        above + heading.words("tot", "to") + " " + heading.numbers(pair.0, decimals: decimals) + " " + heading.unit
      return Legend.Entry(label: label, fill: pair.1, pattern: nil)
    }
    guard let threshold else { return Legend(entries: entries) }
    let words = heading.words("meer dan", "more than")
    return Legend(
      entries: entries + [
        Legend.Entry(
          label: "\(words) \(heading.numbers(threshold, decimals: decimals)) \(heading.unit)", fill: Palette.excess,
          pattern: nil)
      ])
  }

  // MARK: Axes

  private func axes(top: Double) -> [SVGElement] {
    let bottom = top + cellHeight * Double(hours)
    let hourTexts = stride(from: 0, through: hours, by: max(hours / 4, 1)).map { hour in
      Shapes.text(
        heading.words("\(hour) uur", "\(hour):00"), x: Self.left - Self.gap,
        y: top + cellHeight * Double(hour) + Self.gap,
        size: TextSize.small, anchor: .end, fill: Palette.muted)
    }
    return hourTexts
      + months.flatMap { month -> [SVGElement] in
        let x = Self.left + cellWidth * Double(month.firstDay)
        return [
          Shapes.line(from: (x, top), to: (x, bottom + Self.gap), stroke: Palette.muted, width: 0.6),
          Shapes.text(
            month.label, x: x + Self.gap, y: bottom + TextSize.small + Self.gap, size: TextSize.small,
            fill: Palette.muted),
        ]
      }
  }

  private static let left = 52.0
  private static let right = 6.0
  private static let top = 8.0
  private static let bottom = 24.0
  private static let rowHeight = 9.0
  private static let gap = 4.0
  private static let tenths = 10.0
}

extension HeatMapChart {
  /// The same in numbers, a row per month: mean, largest amount, and hours above the threshold.
  package func twin(caption: String, decimals: Int = 1) -> Table {
    Table(
      caption: caption,
      columns: [
        Table.Column(heading.words("Maand", "Month")),
        .number(heading.words("Gemiddeld", "Mean"), unit: heading.unit),
        .number(heading.words("Hoogste uur", "Highest hour"), unit: heading.unit),
      ]
        + (threshold.map { limit in
          let number = heading.numbers(limit, decimals: decimals)
          return [
            .number(heading.words("Uren boven \(number)", "Hours above \(number)"), unit: heading.words("uur", "hours"))
          ]
        } ?? []),
      rows: months.indices.map { row($0, decimals) })
  }

  private func row(_ index: Int, _ decimals: Int) -> Table.Row {
    let end = index + 1 < months.count ? months[index + 1].firstDay : days.count
    let amounts = days[min(months[index].firstDay, end)..<end].flatMap { $0 }
    let mean = amounts.reduce(0, +) / Double(max(amounts.count, 1))
    let above = threshold.map { limit in [Table.Cell.count(amounts.count { $0 > limit })] } ?? []
    return Table.Row(
      [
        .text(months[index].label), Table.Cell(.number(mean, decimals: decimals)),
        Table.Cell(.number(amounts.max() ?? 0, decimals: decimals)),
      ] + above)
  }
}
