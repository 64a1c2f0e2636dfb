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

private struct EnergyChapter {
  let edition: Edition
  let scan: ScanEnergy.Response

  private var numbers: NumberText { edition.numbers }
  private func words(_ dutch: String, _ english: String) -> String { edition.words(dutch, english) }
  private func marked(_ figure: String) -> RichText { RichText([.assumed(figure)]) }

  var chapter: Chapter {
    Chapter(
      id: "energie", title: words("Energie op de werklocaties", "Energy on the work locations"), startsPage: true,
      blocks: [.paragraph(introduction)] + summary
        + [
          .heading(words("Wanneer de terreinen stroom vragen", "When the parks take power")), .figure(curve),
          .heading(words("Waar een groepscontract de meeste ruimte geeft", "Where a group contract gives most room")),
          .paragraph(rankingWords),
        ] + potential + [
          .heading(words("Waar dit op rust", "What this rests on")), .table(assumptions), .paragraph(reproduction),
          .code(command),
        ])
  }

  private var introduction: RichText {
    edition.rich(
      "De bedrijventerreinen van Nederland gebruiken samen 30 TWh elektriciteit en 20 miljard m³ aardgas per jaar (Kamerstuk 34 682, nr. 103). De scan verdeelt die totalen over de grond die in gebruik is, naar de sectoren van de regio, en maakt er met rekenregels uren van. Er is geen meter gelezen: de uitkomst wijst aan waar een nader onderzoek het eerst loont.",
      "The business parks of the Netherlands together use 30 TWh of electricity and 20 billion m³ of natural gas a year (Kamerstuk 34 682, nr. 103). The scan spreads these totals over land in use, by the sectors of the region, and makes hours of them by rule. No meter was read: the outcome shows where a closer study pays first."
    )
  }

  private var summary: [Block] {
    scan.totals.first.map { total in
      let figures = total.figures
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
              row(words("Elektriciteit", "Electricity"), figures.electricity, Self.mega, "GWh"),
              row(words("Aardgas", "Natural gas"), figures.gas, Self.mega, words("mln m³", "million m³")),
              row(words("Gecontracteerd", "Contracted"), figures.contracted, Self.kilo, "MW"),
              row(words("Som van de pieken per terrein", "Sum of the parks’ peaks"), figures.peak, Self.kilo, "MW"),
              row(words("Onbenutte rechten", "Unused rights"), figures.unused, Self.kilo, "MW"),
              row(
                words("Vrij te spelen met groepscontracten", "Freed by group contracts"), figures.freed, Self.kilo,
                "MW"),
              row(words("Zonnepanelen op daken", "Panels on roofs"), figures.solar, Self.kilo, "MWp"),
              row(words("Opbrengst daarvan", "Yield of these"), figures.solarYield, Self.mega, "GWh"),
            ],
            notes: [
              edition.rich(
                "\(total.parks) terreinen met \(numbers(total.area.value, decimals: 0)) ha netto in gebruik. Laag en hoog volgen uit de banden van de aannames hieronder.",
                "\(total.parks) parks with \(numbers(total.area.value, decimals: 0)) ha net in use. Low and high follow from the bands of the assumptions below."
              )
            ]))
      ]
    } ?? []
  }

  private func row(_ name: String, _ band: EnergyBand, _ unit: Double, _ symbol: String) -> Table.Row {
    let figures = [band.value, band.low, band.high].map { Table.Cell(.number($0 / unit, decimals: 0)) }
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
    return Figure(
      picture: chart.picture(
        alternative: words(
          "Twee dalende lijnen: het vermogen loopt van \(numbers(top, decimals: 0)) MW af; met alle panelen eindigt het op \(numbers(bottom, decimals: 0)) MW, waarbij een negatieve waarde teruglevering is.",
          "Two falling lines: power falls from \(numbers(top, decimals: 0)) MW; with all panels it ends at \(numbers(bottom, decimals: 0)) MW, where a negative value is fed into the grid."
        )), caption: title, source: edition.sourceLine, isAssumed: true,
      twin: chart.twin(
        caption: title, at: scan.duration.enumerated().filter { $0.offset % Self.every == 0 }.map(\.element.hours),
        decimals: 0))
  }

  /// Where a group contract frees most, with the ranking in numbers.
  private var potential: [Block] {
    let freed = Dictionary(scan.parks.map { ($0.rin, $0.figures.freed.value / Self.kilo) }, uniquingKeysWith: max)
    let kind = ParkMap.Kind(
      label: words("met een groepscontract", "by a group contract"), fill: Palette.primary,
      symbolFill: Palette.supply[1], hasSymbol: true)
    let sites = edition.response.parks.compactMap { park in
      park.outline.map { ParkMap.Site(outline: $0, kind: kind, amount: freed[park.rin] ?? 0) }
    }
    let title = words("Vrij te spelen vermogen per terrein", "Power that can be freed, by park")
    let map = ParkMap(
      name: "kaart-energie", title: title, backdrop: edition.backdrop, sites: sites, credits: edition.mapCredits,
      legendTitle: words("Vrij te spelen", "To be freed"), kinds: [kind],
      size: .init(
        words("Grootte van het teken", "Size of the sign"), unit: "MW", largest: sites.map(\.amount).max() ?? 0),
      numbers: numbers)
    let alternative = words(
      "Kaart van \(edition.response.province.name) met \(sites.count) werklocaties. Hoe groter de cirkel, hoe meer vermogen een groepscontract vrijspeelt; de tabel eronder noemt de terreinen met het meeste.",
      "Map of \(edition.response.province.name) with \(sites.count) work locations. The larger the circle, the more power a group contract frees; the table below names the parks with most."
    )
    return edition.block(
      scan.parks.isEmpty ? nil : map.picture(alternative: alternative), caption: title, isAssumed: true, twin: ranking)
  }

  private var rankingWords: RichText {
    guard let first = scan.parks.first else { return edition.rich("Er zijn geen terreinen.", "There are no parks.") }
    let freed = marked(numbers(first.figures.freed.value / Self.kilo, decimals: 1))
    return edition.rich(
      "Bedrijven op een terrein hebben elk een eigen recht, maar pieken niet tegelijk. Een groepscontract houdt de gezamenlijke piek met een reserve aan; de rest komt vrij voor bedrijven op de wachtlijst. \(first.name) staat bovenaan met \(freed) MW.",
      "Firms on a park each hold a right, but do not peak together. A group contract keeps the joint peak with a reserve; the rest comes free for firms in the queue. \(first.name) leads with \(freed) MW."
    )
  }

  private var ranking: Table {
    let shown = scan.parks.prefix(Self.shown)
    return table(
      of: shown,
      caption: words(
        "De \(shown.count) terreinen met de meeste ruimte, van \(scan.parks.count)",
        "The \(shown.count) parks with most room, of \(scan.parks.count)"))
  }

  /// Every park, for the workbook.
  var everyPark: Table {
    table(of: scan.parks[...], caption: words("Energiescan per terrein", "Energy scan by park"))
  }

  private func table(of parks: ArraySlice<ScanEnergy.Park>, caption: String) -> Table {
    Table(
      caption: caption,
      columns: [
        .number(words("Rang", "Rank")), Table.Column(words("Terrein", "Park")),
        Table.Column(words("Gemeente", "Municipality")), .number(words("In gebruik", "In use"), unit: "ha"),
        .number(words("Gebruik", "Use"), unit: "GWh", isAssumed: true),
        .number(words("Piek", "Peak"), unit: "MW", isAssumed: true),
        .number(words("Onbenut", "Unused"), unit: "MW", isAssumed: true),
        .number(words("Vrij te spelen", "To be freed"), unit: "MW", isAssumed: true),
        Table.Column(words("Laag – hoog", "Low – high"), unit: "MW"),
        .number(words("Panelen", "Panels"), unit: "MWp", isAssumed: true),
      ],
      rows: parks.enumerated().map { rank, park in ranked(rank + 1, park) },
      notes: [
        RichText(
          words(
            "De band van een terrein houdt rekening met gebruik dat de helft of het dubbele kan zijn van wat oppervlakte en sectoren zeggen.",
            "The band of a park allows for use of half or twice what its area and sectors say."))
      ])
  }

  private func ranked(_ rank: Int, _ park: ScanEnergy.Park) -> Table.Row {
    let figures = park.figures
    func megawatts(_ band: EnergyBand) -> Table.Cell { Table.Cell(.number(band.value / Self.kilo, decimals: 1)) }
    return Table.Row([
      .count(rank), .text(park.name), .text(edition.name(of: park.municipality)), .amount(park.area, decimals: 0),
      Table.Cell(.number(figures.electricity.value / Self.mega, decimals: 0)), megawatts(figures.peak),
      megawatts(figures.unused), megawatts(figures.freed),
      .text(numbers.range(figures.freed.low / Self.kilo, figures.freed.high / Self.kilo, decimals: 1)),
      megawatts(figures.solar),
    ])
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
        edition.rich(
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
    return Table.Row([.text(reading.label[edition.language])] + values + [.text(source.joined(separator: ", "))])
  }

  private static func isTold(_ reading: ParameterReading) -> Bool {
    reading.member.isEmpty && reading.key.hasPrefix("energy-scan/")
      && !["/latitude", "/longitude", "/coldest-week"].contains { reading.key.hasSuffix($0) }
  }

  private var reproduction: RichText {
    edition.rich(
      "De hele lijst van terreinen maakt u zo:", "This makes the whole list of parks:")
  }

  private var command: String { "werklocaties energy scan register.gpkg --region \(edition.province.text) --csv" }

  private static let shown = 15
  private static let every = 10
  private static let decimals = 3
  private static let kilo = 1e3
  private static let mega = 1e6
}
