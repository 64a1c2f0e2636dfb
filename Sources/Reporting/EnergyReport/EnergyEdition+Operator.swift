import Planning
import Quantities

extension EnergyEdition {
  /// What the grid sees: sums of the group and rights, no firm by itself — *bijlage voor de netbeheerder*.
  var operatorAnnex: Chapter {
    Chapter(
      id: "netbeheerder", title: words("Bijlage voor de netbeheerder", "Annex for the grid operator"), startsPage: true,
      blocks: [
        .paragraph(
          rich(
            "Alleen sommen van de groep en haar rechten staan hier; geen profiel van een lid. Vermogens zijn gemiddelden per \(study.stepMinutes) minuten van \(study.year).",
            "Only sums of the group and its rights stand here; no profile of a member. Powers are means over \(study.stepMinutes) minutes of \(study.year)."
          )), .table(situationTable),
      ] + excessWords + [
        .heading(words("Hoogste waarde per maand", "Highest value by month")), .figure(months),
        .heading(words("Afname en invoeding tegenover het recht", "Import and feed-in against the right")),
        .figure(
          duration(
            "belastingduur-net",
            words("Belastingduurkromme, invoeding negatief", "Load-duration curve, feed-in negative"))),
        .heading(words("Tijd en energie boven een vermogen", "Time and energy above a power")), .table(levelTable),
      ])
  }

  /// A line of the table of situations.
  private struct Measure {
    let name: String
    let unit: String
    var isAssumed = false
    /// Whether it follows from the rule of under-use.
    var isRule = false
    let value: (GridUse.Situation) -> Double
  }

  private var measures: [Measure] {
    let share = percent(response.grid.nearShare)
    let part = percent(group.durationShare)
    return [
      Measure(name: words("Recht op afname", "Right to take"), unit: "kW", isAssumed: assumesRight, value: \.contract),
      Measure(name: words("Hoogste afname", "Highest import"), unit: "kW", value: \.importPeak),
      Measure(name: words("Hoogste invoeding", "Highest feed-in"), unit: "kW", value: \.exportPeak),
      Measure(
        name: words("Vrij voor anderen, vast", "Free for others, firm"), unit: "kW", isAssumed: assumesRight,
        value: \.freedFirm),
      Measure(
        name: words("Daarbovenop vrij in \(part) van de uren", "Free on top in \(part) of the hours"), unit: "kW",
        isAssumed: assumesNonFirm, value: \.freedNonFirm),
      Measure(
        name: words("Kan vervallen bij onderbenutting", "May be taken back for under-use"), unit: "kW",
        isAssumed: assumesRisk || assumesRight, isRule: true, value: \.atRisk),
      Measure(
        name: words("Op of boven \(share) van het recht", "At or above \(share) of the right"), unit: words("uur", "h"),
        isAssumed: assumesRight, value: \.nearHours),
      Measure(
        name: words("Boven het recht", "Above the right"), unit: words("uur", "h"), isAssumed: assumesRight,
        value: \.excessHours),
      Measure(
        name: words("Energie boven het recht", "Energy above the right"), unit: "kWh", isAssumed: assumesRight,
        value: \.excess),
    ]
  }

  var situationTable: Table {
    let situations = response.grid.situations
    let right = linked(kilowatts(response.grid.exportRight), by: EnergyReportPaths.feedInRight)
    return Table(
      caption: words("De groep tegenover haar rechten", "The group against its rights"),
      columns: [Table.Column(words("Wat", "What"))] + situations.map { .number(name(of: $0.kind)) }
        + [Table.Column(words("Eenheid", "Unit"))],
      rows: measures.enumerated().map { row, measure in
        Table.Row(
          [.text(measure.name)]
            + situations.map { situation in
              explained(
                cell(measure.value(situation), if: isAssumed(measure, situation)),
                by: EnergyReportPaths.situation(situation.kind)[row])
            } + [.text(measure.unit)])
      },
      notes: [
        rich(
          "Recht op invoeding: \(right). Onderbenutting: Netcode artikel 7.13, toegepast op de leden apart en op de groep als geheel.",
          "Right to feed in: \(right). Under-use: Netcode article 7.13, applied to each member and to the group as a whole."
        )
      ])
  }

  /// The rights of each firm are facts, but for the rule of what may be taken back; those of the group rest on its size.
  private func isAssumed(_ measure: Measure, _ situation: GridUse.Situation) -> Bool {
    switch situation.kind {
    case .separate: measure.isRule && assumesRisk
    case .joint: measure.isAssumed
    case .hub: assumesCosts || measure.isAssumed
    }
  }

  private var excessWords: [Block] {
    guard let joint = situation(.joint), joint.excessHours > 0 else { return [] }
    let hours = linked(number(joint.excessHours, 1), by: EnergyReportPaths.excessHours)
    let right = linked(kilowatts(joint.contract), by: EnergyReportPaths.right)
    let peak = linked(kilowatts(joint.importPeak), by: EnergyReportPaths.peakWithoutHub)
    return [
      .callout(
        Callout(
          .finding, title: words("Het groepsrecht wordt overschreden", "The group right is exceeded"),
          text: rich(
            "Zonder te bouwen gaat de groep \(hours) uur per jaar boven \(right); het hoogst is \(peak).",
            "With nothing built the group exceeds \(right) in \(hours) hours a year; the highest is \(peak)."
          )))
    ]
  }

  // MARK: Months

  static let monthNames = [
    LocalizedText(nl: "jan", en: "Jan"), LocalizedText(nl: "feb", en: "Feb"), LocalizedText(nl: "mrt", en: "Mar"),
    LocalizedText(nl: "apr", en: "Apr"), LocalizedText(nl: "mei", en: "May"), LocalizedText(nl: "jun", en: "Jun"),
    LocalizedText(nl: "jul", en: "Jul"), LocalizedText(nl: "aug", en: "Aug"), LocalizedText(nl: "sep", en: "Sep"),
    LocalizedText(nl: "okt", en: "Oct"), LocalizedText(nl: "nov", en: "Nov"), LocalizedText(nl: "dec", en: "Dec"),
  ]

  private var months: Figure {
    let months = response.grid.months
    let title = words("Hoogste afname per maand", "Highest import by month")
    let after = months.compactMap(\.importAfter)
    let chart = XYLineChart(
      heading("maandpieken", title),
      axis: .init(
        words("maand", "month"),
        ticks: Self.monthNames.enumerated().map { .init(Double($0.offset), $0.element[language]) }),
      series: [.init(words("nu", "now"), months.enumerated().map { (Double($0.offset), $0.element.importBefore) })]
        + (after.isEmpty
          ? []
          : [
            .init(
              words("met advies", "as advised"),
              after.enumerated().map { (Double($0.offset), $0.element) })
          ]),
      threshold: .init(words("groepsrecht", "group right"), group.contract.rounded()), size: .beside)
    return Figure(
      picture: chart.picture(
        alternative: words(
          "Lijnen over twaalf maanden; nu is de hoogste \(kilowatts(months.map(\.importBefore).max() ?? 0)). De tabel ernaast geeft ook de invoeding.",
          "Lines over twelve months; the highest is \(kilowatts(months.map(\.importBefore).max() ?? 0)) now. The table beside it gives feed-in too."
        )), caption: title, source: sourceLine, isAssumed: assumesCosts && !after.isEmpty, twin: monthTable,
      layout: .tableBeside)
  }

  var monthTable: Table {
    Table(
      caption: words("Afname en invoeding per maand", "Import and feed-in by month"),
      columns: [Table.Column(words("Maand", "Month"))]
        + [
          words("afname nu", "import now"), words("afname straks", "import after"),
          words("invoeding nu", "feed-in now"),
          words("invoeding straks", "feed-in after"),
        ].map { .number($0, unit: "kW") },
      rows: response.grid.months.enumerated().map { place, month in
        let values = [month.importBefore, month.importAfter, month.exportBefore, month.exportAfter]
        return Table.Row(
          [.text(Self.monthNames[place][language])]
            + zip(values, EnergyReportPaths.month(place + 1)).map { explained(cell($0), by: $1) })
      })
  }

  var levelTable: Table {
    Table(
      caption: words(
        "Afname op of boven een deel van het groepsrecht van \(kilowatts(group.contract))",
        "Import at or above a part of the group right of \(kilowatts(group.contract))"),
      columns: [
        .number(words("Deel", "Part"), unit: "%"),
        .number(words("Vermogen", "Power"), unit: "kW", isAssumed: assumesRight),
        .number(words("Nu", "Now"), unit: words("uur", "h")), .number(words("Nu erboven", "Above, now"), unit: "MWh"),
        .number(words("Straks", "After"), unit: words("uur", "h")),
        .number(words("Straks erboven", "Above, after"), unit: "MWh"),
      ],
      rows: response.grid.levels.map { level in
        let cells = [
          cell(level.power), cell(level.hoursBefore, 1), cell(level.energyBefore, 1), cell(level.hoursAfter, 1),
          cell(level.energyAfter, 1),
        ]
        return Table.Row(
          [cell(level.share * 100)] + zip(cells, EnergyReportPaths.level(level)).map { explained($0, by: $1) })
      })
  }
}
