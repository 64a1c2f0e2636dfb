import Planning
import Quantities

/// The report about the energy of one park as a workbook — *rekenblad*. Members appear with figures of a year; series per step are
/// sums of the group.
public enum EnergyReportWorkbook {
  public static func compose(_ response: ComposeEnergyReport.Response, language: Language) -> Workbook {
    let edition = EnergyEdition(response, in: language)
    let outside: [(name: String, table: Table)] = [
      (edition.words("Samenvatting", "Summary"), edition.summarySheet),
      (edition.words("Maanden", "Months"), edition.monthTable), (edition.words("Duur", "Duration"), edition.levelTable),
      ("Parameters", edition.parameterTable), (edition.words("Bronnen", "Sources"), edition.sourceSheet),
    ]
    let group: [(name: String, table: Table)] = [
      (edition.words("Samenvatting", "Summary"), edition.summarySheet),
      (edition.words("Leden", "Members"), edition.memberSheet),
      (edition.words("Afruil", "Frontier"), edition.frontierSheet),
      (edition.words("Maten", "Sizes"), edition.sizeTable), (edition.words("Kosten", "Cost"), edition.costTable),
      (edition.words("Maanden", "Months"), edition.monthTable), (edition.words("Week", "Week"), edition.weekSheet),
      ("Parameters", edition.parameterTable), (edition.words("Bronnen", "Sources"), edition.sourceSheet),
    ]
    let sheets = response.request.receiver == nil ? group : outside
    return Workbook(
      title: edition.words("Energierapport \(response.study.name)", "Energy report \(response.study.name)"),
      sheets: sheets.map { sheet in
        Workbook.Sheet(
          named: sheet.name, sheet.table, footer: edition.footer,
          warning: edition.isSynthetic ? edition.sentenceCase(edition.syntheticLabel) + "." : nil, in: language)
      })
  }
}

extension EnergyEdition {
  /// The group against its rights, with the costs and the proof below.
  fileprivate var summarySheet: Table {
    let table = situationTable
    return Table(caption: table.caption, columns: table.columns, rows: table.rows, notes: [verdict] + table.notes)
  }

  /// Every member, with the division in which nobody pays more than alone.
  fileprivate var memberSheet: Table {
    let table = memberTable(isWhole: true)
    let spared = group.members.map { cell($0.spared) } + [cell(group.canSpareAll ? group.costTogether : nil)]
    return Table(
      caption: table.caption,
      columns: table.columns + [
        .number(words("Niemand slechter af", "Nobody worse off"), unit: "€", isAssumed: assumesTransport)
      ],
      rows: zip(table.rows, spared).map { Table.Row($0.cells + [$1], isTotal: $0.isTotal) }, notes: table.notes)
  }

  fileprivate var frontierSheet: Table {
    let knee = response.frontier.knee
    return Table(
      caption: words(
        "Kleinste opslag waarmee de groep een jaar onder een grens blijft, bij \(kilowatts(response.frontier.power)) vermogen",
        "Least storage that keeps the group below a limit for a year, with a power of \(kilowatts(response.frontier.power))"
      ),
      columns: [
        .number(words("Grens", "Limit"), unit: "kW"), .number(words("Opslag", "Storage"), unit: "kWh"),
        .number(words("Meer per kW lager", "More per kW less"), unit: "kWh"), Table.Column(words("Vol", "Full")),
        Table.Column(words("Leeg", "Empty")), Table.Column(words("Knik", "Knee")),
      ],
      rows: response.frontier.points.map { point in
        Table.Row([
          cell(point.limit, 1), cell(point.capacity, 1), cell(point.marginal, 2),
          .text(point.capacity > 0 ? point.from : ""), .text(point.capacity > 0 ? point.to : ""),
          .text(point == knee ? words("knik", "knee") : ""),
        ])
      })
  }

  /// The group in the week with the highest peak, per step.
  fileprivate var weekSheet: Table {
    let week = response.curves.week
    return Table(
      caption: words(
        "De groep in de week van \(week.days.first?.date.description ?? ""), per tijdstap",
        "The group in the week of \(week.days.first?.date.description ?? ""), by step"),
      columns: [.number(words("Uur van de week", "Hour of the week"))]
        + [
          words("Inkoop nu", "Import now"), words("Inkoop straks", "Import after"), words("Zon gebruikt", "Sun used"),
          words("Batterij (laden negatief)", "Battery (charging negative)"),
        ].map { .number($0, unit: "kW") },
      rows: week.importedBefore.indices.map { step in
        Table.Row(
          [cell(Double(step) * week.hoursPerStep, 2)]
            + [week.importedBefore[step], week.importedAfter?[step], week.sun?[step], week.battery?[step]].map {
              cell($0, 1)
            })
      })
  }
}
