import Planning
import Quantities

extension EnergyEdition {
  /// The week with the highest peak, before and after — *piekweek*.
  var weekBlocks: [Block] {
    [.heading(words("De week met de hoogste piek", "The week with the highest peak")), .figure(weekImport)]
      + (week.sun == nil ? [] : [.figure(weekBuilt)])
  }

  private var week: PeakWeek { response.curves.week }

  private func line(_ name: String, _ values: [Double], isArea: Bool = false) -> XYLineChart.Series {
    .init(name, values.enumerated().map { (Double($0.offset) * week.hoursPerStep, $0.element) }, isArea: isArea)
  }

  private var weekAxis: XYLineChart.Axis {
    .init(
      "", ticks: week.days.map { .init($0.start, Self.dayNames[$0.date.weekday][language]) })
  }

  static let dayNames = [
    LocalizedText(nl: "ma", en: "Mon"), LocalizedText(nl: "di", en: "Tue"), LocalizedText(nl: "wo", en: "Wed"),
    LocalizedText(nl: "do", en: "Thu"), LocalizedText(nl: "vr", en: "Fri"), LocalizedText(nl: "za", en: "Sat"),
    LocalizedText(nl: "zo", en: "Sun"),
  ]

  func spelled(_ day: PeakWeek.Day) -> String { "\(Self.dayNames[day.date.weekday][language]) \(day.date)" }

  private var weekImport: Figure {
    let title = words(
      "Inkoop van de groep, week van \(week.days.first?.date.spelled(in: language) ?? "")",
      "Import of the group, week of \(week.days.first?.date.spelled(in: language) ?? "")")
    let chart = XYLineChart(
      heading("week-inkoop", title), axis: weekAxis,
      series: [line(words("nu", "now"), week.importedBefore, isArea: true)]
        + (week.importedAfter.map { [line(words("straks", "after"), $0)] } ?? []),
      threshold: answer.map { .init(words("contract straks", "contract after"), $0.sizes.contract.rounded()) },
      size: .low)
    let after = week.days.compactMap(\.peakAfter).max()
    return figure(
      chart, title,
      words(
        "Een vlak voor nu en een lijn voor straks. Nu is de hoogste inkoop \(kilowatts(week.importedBefore.max() ?? 0))\(after.map { ", straks \(kilowatts($0))" } ?? "").",
        "An area for now and a line for after. The highest import is \(kilowatts(week.importedBefore.max() ?? 0)) now\(after.map { " and \(kilowatts($0)) after" } ?? "")."
      ),
      weekTable(
        words("Hoogste inkoop per dag", "Highest import by day"),
        [words("nu", "now")] + (after == nil ? [] : [words("straks", "after")]),
        unit: "kW", paths: 0
      ) { after == nil ? [$0.peakBefore] : [$0.peakBefore, $0.peakAfter] })
  }

  private var weekBuilt: Figure {
    let title = words("Zon en batterij in die week", "Sun and battery in that week")
    let chart = XYLineChart(
      heading("week-inzet", title), axis: weekAxis,
      series: [
        line(words("zon gebruikt", "sun used"), week.sun ?? [], isArea: true),
        line(words("batterij (laden is negatief)", "battery (charging is negative)"), week.battery ?? []),
      ], size: .low)
    return figure(
      chart, title,
      words(
        "Een vlak voor de opwek van de panelen, en een lijn voor de batterij die overdag bijspringt en daarbuiten laadt.",
        "An area for what the panels give, and a line for the battery that helps by day and charges outside it."),
      weekTable(
        words("Zon en batterij per dag", "Sun and battery by day"),
        [words("zon", "sun"), words("geladen", "charged"), words("ontladen", "discharged")], unit: "kWh", paths: 2
      ) {
        [$0.sun, $0.charged, $0.discharged]
      })
  }

  private func figure(_ chart: XYLineChart, _ title: String, _ alternative: String, _ twin: Table) -> Figure {
    Figure(
      picture: chart.picture(alternative: alternative), caption: title, source: sourceLine,
      isAssumed: assumesCosts && answer != nil, twin: twin, layout: .tableBeside)
  }

  /// - Parameter paths: where those of the columns begin among the paths of a day.
  private func weekTable(
    _ caption: String, _ titles: [String], unit: String, paths first: Int, _ values: (PeakWeek.Day) -> [Double?]
  ) -> Table {
    Table(
      caption: caption,
      columns: [Table.Column(words("dag", "day"))] + titles.map { .number($0, unit: unit) },
      rows: week.days.map { day in
        let paths = EnergyReportPaths.week(day.date).dropFirst(first)
        return Table.Row([.text(spelled(day))] + zip(values(day), paths).map { explained(cell($0), by: $1) })
      })
  }
}
