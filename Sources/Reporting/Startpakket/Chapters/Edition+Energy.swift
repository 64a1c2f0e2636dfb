import Planning
import Provenance
import Quantities
import WorkLocations

extension Edition {
  /// What the parks use, and where room on the network can be found — *energie*; none in a report without the scan.
  var energy: Chapter? { response.energy.map { EnergyChapter(edition: self, scan: $0).chapter } }

  /// Every park of the scan; nil in a report without it.
  var energySheet: Table? { response.energy.map { EnergyChapter(edition: self, scan: $0).everyPark } }
}

/// Theme 4 in the startpakket: the scan of the parks — *hoofdstuk energie*.
struct EnergyChapter: Bilingual {
  let edition: Edition
  let scan: ScanEnergy.Response

  var language: Language { edition.language }
  var numbers: NumberText { edition.numbers }
  func marked(_ figure: String) -> RichText { RichText([.assumed(figure)]) }

  var chapter: Chapter {
    Chapter(
      id: "energie", title: words("Energie op de werklocaties", "Energy on the work locations"), startsPage: true,
      blocks: [.paragraph(introduction)] + summary
        + [
          .heading(words("Wanneer de terreinen stroom vragen", "When the parks take power")), .figure(curve),
          .heading(words("Waar een groepscontract de meeste ruimte geeft", "Where a group contract gives most room")),
          .paragraph(rankingWords),
        ] + potential + hubs + [
          .heading(words("Waar dit op rust", "What this rests on")), .table(assumptions), .paragraph(reproduction),
          .code(command),
        ] + explanations)
  }

  private var introduction: RichText {
    rich(
      "De bedrijventerreinen van Nederland gebruiken samen 30 TWh elektriciteit en 20 miljard m³ aardgas per jaar (Kamerstuk 34 682, nr. 103). De scan verdeelt die totalen over de grond die in gebruik is, naar de sectoren van de regio, en maakt er met rekenregels uren van. Er is geen meter gelezen: de uitkomst wijst aan waar een nader onderzoek het eerst loont.",
      "The business parks of the Netherlands together use 30 TWh of electricity and 20 billion m³ of natural gas a year (Kamerstuk 34 682, nr. 103). The scan spreads these totals over land in use, by the sectors of the region, and makes hours of them by rule. No meter was read: the outcome shows where a closer study pays first."
    )
  }

  private var summary: [Block] {
    scan.totals.first.map { total in
      func row(_ name: String, _ item: ScanItem, _ unit: Double, _ symbol: String) -> Table.Row {
        self.row(name, item, total, unit, symbol)
      }
      let paths = ExplainScan.pathsOfParks(in: total.region)
      let parks = RichText(String(total.parks)).explained(by: anchor(paths.count))
      let area = RichText(numbers(total.area.value, decimals: 0)).explained(by: anchor(paths.area))
      return [
        .table(
          Table(
            caption: words("Energie van de werklocaties, per jaar", "Energy of the work locations, a year"),
            columns: [
              Table.Column(words("Wat", "What")), .number(words("Midden", "Middle"), isAssumed: true),
              .number(words("Laag", "Low"), isAssumed: true), .number(words("Hoog", "High"), isAssumed: true),
              Table.Column(words("Eenheid", "Unit")),
            ],
            rows: [
              row(words("Elektriciteit", "Electricity"), .electricity, Self.mega, "GWh"),
              row(words("Aardgas", "Natural gas"), .gas, Self.mega, words("mln m³", "million m³")),
              row(words("Gecontracteerd", "Contracted"), .contracted, Self.kilo, "MW"),
              row(words("Som van de pieken per terrein", "Sum of the parks’ peaks"), .peak, Self.kilo, "MW"),
              row(words("Onbenutte rechten", "Unused rights"), .unused, Self.kilo, "MW"),
              row(
                words("Vrij te spelen met groepscontracten", "Freed by group contracts"), .freed, Self.kilo,
                "MW"),
              row(words("Zonnepanelen op daken", "Panels on roofs"), .solar, Self.kilo, "MWp"),
              row(words("Opbrengst daarvan", "Yield of these"), .solarYield, Self.mega, "GWh"),
            ],
            notes: [
              rich(
                "\(parks) terreinen met \(area) ha netto in gebruik. Laag en hoog volgen uit de banden van de aannames hieronder.",
                "\(parks) parks with \(area) ha net in use. Low and high follow from the bands of the assumptions below."
              )
            ]))
      ]
    } ?? []
  }

  private func row(
    _ name: String, _ item: ScanItem, _ total: ScanEnergy.Total, _ unit: Double, _ symbol: String
  ) -> Table.Row {
    let figures = ScanEnd.allCases.map { end in
      explained(
        Table.Cell(.number(total.figures[item, end] / unit, decimals: 0)), item, end, in: total.region.text)
    }
    return Table.Row([.text(name)] + figures + [.text(symbol)])
  }

  private var curve: Figure {
    let title = words("Belastingduurkromme van alle terreinen samen", "Load-duration curve of all parks together")
    let chart = XYLineChart(
      ChartHeading(name: "energie-belastingduur", title: title, unit: "MW", numbers: numbers),
      axis: XYLineChart.Axis(words("uren per jaar", "hours a year"), includesZero: true),
      series: [
        XYLineChart.Series(words("zonder panelen", "without panels"), scan.duration.map { ($0.hours, $0.load) }),
        XYLineChart.Series(words("met alle panelen", "with all panels"), scan.duration.map { ($0.hours, $0.net) }),
      ])
    let top = scan.duration.first?.load ?? 0
    let bottom = scan.duration.last?.net ?? 0
    let points = ScanEnergy.pointsTold.filter(scan.duration.indices.contains)
    return Figure(
      picture: chart.picture(
        alternative: words(
          "Twee dalende lijnen: het vermogen loopt van \(numbers(top, decimals: 0)) MW af; met alle panelen eindigt het op \(numbers(bottom, decimals: 0)) MW, waarbij een negatieve waarde teruglevering is.",
          "Two falling lines: power falls from \(numbers(top, decimals: 0)) MW; with all panels it ends at \(numbers(bottom, decimals: 0)) MW, where a negative value is fed into the grid."
        )), caption: title, source: edition.sourceLine, isAssumed: true,
      twin: chart.twin(
        caption: title, at: points.map { scan.duration[$0].hours }, decimals: 0, explanations: points.map(explained)))
  }

  private var rankingWords: RichText {
    guard let first = scan.parks.first else { return rich("Er zijn geen terreinen.", "There are no parks.") }
    let freed = marked(numbers(first.figures.freed.value / Self.kilo, decimals: 1))
      .explained(by: anchor(ExplainScan.path(of: .freed, in: first.rin.text)))
    return rich(
      "Bedrijven op een terrein hebben elk een eigen recht, maar pieken niet tegelijk. Een groepscontract houdt de gezamenlijke piek met een reserve aan; de rest komt vrij voor bedrijven op de wachtlijst. \(first.name) staat bovenaan met \(freed) MW.",
      "Firms on a park each hold a right, but do not peak together. A group contract keeps the joint peak with a reserve; the rest comes free for firms in the queue. \(first.name) leads with \(freed) MW."
    )
  }

  /// The values with a band or a source; shapes per sector group are in the library.
  private var assumptions: Table {
    Table(
      caption: words("Waarden van de energiescan", "Values of the energy scan"),
      columns: [
        Table.Column(words("Waarde", "Value")), .number(words("Midden", "Middle")), .number(words("Laag", "Low")),
        .number(words("Hoog", "High")), Table.Column(words("Bron", "Source")),
      ],
      rows: scan.parameters.filter(Self.isTold).map(told),
      notes: [
        rich(
          "De werkritmes en verhoudingen per doelgroep zijn ook aannames; ze staan in \(code: "energy-scan/").",
          "The work rhythms and proportions per sector group are assumptions too; they are in \(code: "energy-scan/")."
        )
      ])
  }

  private func told(_ reading: ParameterReading) -> Table.Row {
    let dated = reading.dated
    let source = [dated.source ?? words("aanname", "assumption"), dated.locator].compactMap { $0 }
    let values = [dated.value, dated.low, dated.high].map { value in
      Table.Cell(.number(value, decimals: value >= 100 ? 0 : Self.decimals), isAssumed: reading.isAssumption)
    }
    return Table.Row([.text(reading.label[language])] + values + [.text(source.joined(separator: ", "))])
  }

  private static func isTold(_ reading: ParameterReading) -> Bool {
    reading.member.isEmpty && reading.key.hasPrefix("energy-scan/")
      && !["latitude", "longitude", "axial-tilt", "equinox-day", "coldest-week"].contains {
        reading.key.hasSuffix("/" + $0)
      }
  }

  private var reproduction: RichText {
    rich(
      "De hele lijst van terreinen maakt u zo:", "This makes the whole list of parks:")
  }

  private var command: String { "werklocaties energy scan register.gpkg --region \(edition.province.text) --csv" }

  private static let decimals = 3
  static let kilo = 1e3
  static let mega = 1e6
}
