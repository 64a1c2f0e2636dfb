import Planning
import Quantities

extension EnergyEdition {
  /// When the group takes power — *belastingkrommen*.
  var demandBlocks: [Block] {
    [
      .heading(words("Wanneer het park stroom vraagt", "When the park takes power")),
      .figure(
        duration("belastingduur", words("Belastingduurkromme van de groep", "Load-duration curve of the group"))),
      .figure(day),
    ]
  }

  /// - Parameters: name of the picture and title, both unique in the document.
  func duration(_ name: String, _ title: String) -> Figure {
    let points = response.curves.duration
    let chart = XYLineChart(
      heading(name, title), axis: .init(words("uren per jaar", "hours a year"), includesZero: true),
      series: [.init(words("nu", "now"), points.map { ($0.hours, $0.before) })]
        + (points.contains { $0.after == nil }
          ? [] : [.init(words("met advies", "as advised"), points.map { ($0.hours, $0.after ?? 0) })]),
      threshold: .init(words("groepsrecht", "group right"), group.contract.rounded()), size: .beside)
    let near = response.grid.levels.first { $0.share == response.grid.nearShare }
    return figure(
      chart, title,
      words(
        "Dalende lijn van \(kilowatts(points.first?.before ?? 0)) naar \(kilowatts(points.last?.before ?? 0)). De groep ligt \(number(near?.hoursBefore ?? 0)) uur per jaar boven \(percent(response.grid.nearShare)) van het groepsrecht.",
        "Falling line from \(kilowatts(points.first?.before ?? 0)) to \(kilowatts(points.last?.before ?? 0)). The group lies above \(percent(response.grid.nearShare)) of the group right in \(number(near?.hoursBefore ?? 0)) hours a year."
      ), at: GroupCurves.shownPoints.map { points[$0].hours },
      explained: GroupCurves.shownPoints.map(EnergyReportPaths.duration))
  }

  private var day: Figure {
    let points = response.curves.day
    let title = words("Gemiddelde dag van de groep, nu", "Mean day of the group, now")
    func line(_ name: String, _ value: (GroupCurves.DayPoint) -> Double) -> XYLineChart.Series {
      .init(name, points.map { (Double($0.hour), value($0)) })
    }
    let chart = XYLineChart(
      heading("dag", title),
      axis: .init(
        words("uur van de dag", "hour of the day"),
        ticks: GroupCurves.shownHours.map { .init(Double($0), number(Double($0))) }),
      series: [
        line(words("werkdag", "working day"), \.weekday), line(words("weekend", "weekend"), \.weekend),
        line(words("hoogste", "highest"), \.highest),
      ], size: .beside)
    let top = points.max { $0.highest < $1.highest }
    return figure(
      chart, title,
      words(
        "Drie lijnen over 24 uur. De hoogste waarde valt om \(top?.hour ?? 0) uur met \(kilowatts(top?.highest ?? 0)).",
        "Three lines over 24 hours. The highest value falls at \(top?.hour ?? 0):00 with \(kilowatts(top?.highest ?? 0))."
      ), at: GroupCurves.shownHours.map(Double.init),
      explained: GroupCurves.shownHours.map { [nil] + EnergyReportPaths.day($0) })
  }

  /// How much storage for how many kW — *afruil*.
  var frontierBlocks: [Block] {
    [.heading(words("Hoeveel opslag voor hoeveel kW", "How much storage for how many kW")), .figure(frontier)]
  }

  private var frontier: Figure {
    let found = response.frontier
    let title = words(
      "Laagste groepspiek per opslag, zonder panelen", "Lowest group peak by storage, without panels")
    let shown = shownFrontier
    let chart = XYLineChart(
      heading("afruil", title), axis: .init(words("opslag, kWh", "storage, kWh"), includesZero: true),
      series: [.init(words("laagste grens", "lowest limit"), shown.map { ($0.capacity, $0.limit) })],
      marks: [
        found.knee.map { XYLineChart.Mark(words("knik", "knee"), x: $0.capacity, y: $0.limit) },
        answer.map {
          XYLineChart.Mark(
            words("advies, met panelen", "advice, with panels"), x: $0.sizes.batteryEnergy, y: $0.sizes.contract)
        },
      ].compactMap { $0 }, size: .beside)
    let step = max(1, (shown.count - 1) / Self.frontierRows)
    let rows = shown.enumerated().filter { $0.offset % step == 0 }.map(\.element.capacity)
    return figure(
      chart, title,
      words(
        "De eerste kilowatts kosten weinig opslag; voorbij de knik bij \(number(found.knee?.capacity ?? 0)) kWh loopt de opslag snel op. Met \(kilowatts(found.power)) vermogen is \(kilowatts(found.lowestLimit)) het laagst haalbare.",
        "The first kilowatts take little storage; beyond the knee at \(number(found.knee?.capacity ?? 0)) kWh it rises fast. With a power of \(kilowatts(found.power)), \(kilowatts(found.lowestLimit)) is the lowest possible."
      ), at: rows,
      explained: rows.map { capacity in
        found.points.lastIndex { $0.capacity == capacity }.map { EnergyReportPaths.frontier($0 + 1) } ?? []
      })
  }

  /// From no storage to well beyond the knee: the last kilowatts take so much that the rest would be a corner.
  private var shownFrontier: [TraceFrontier.Point] {
    let found = response.frontier
    let widest = Self.beyondKnee * max(found.knee?.capacity ?? 0, answer?.sizes.batteryEnergy ?? 0)
    let points = found.points.reversed().filter { widest <= 0 || $0.capacity <= widest }
    return points.count > 1 ? points : found.points.reversed()
  }

  private static let beyondKnee = 2.0
  private static let frontierRows = 7

  /// A chart with its table at its side.
  /// - Parameter paths: per row those of its numbers.
  func figure(
    _ chart: XYLineChart, _ title: String, _ alternative: String, at places: [Double], explained paths: [[String?]]
  ) -> Figure {
    Figure(
      picture: chart.picture(alternative: alternative), caption: title, source: sourceLine,
      twin: chart.twin(
        caption: title + words(", in getallen", ", in numbers"), at: places, decimals: 0,
        explanations: paths.map { $0.map { $0.flatMap(anchor) } }),
      layout: .tableBeside)
  }
}
