import Planning
import Quantities
import WorkLocations

/// The parks by what a group contract frees: map, ranking and the whole list.
extension EnergyChapter {
  /// Where a group contract frees most, with the ranking in numbers.
  var potential: [Block] {
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

  private var ranking: Table {
    let shown = scan.parks.prefix(ScanEnergy.parksTold)
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
        .number(words("Vrij laag", "Freed, low"), unit: "MW", isAssumed: true),
        .number(words("Vrij hoog", "Freed, high"), unit: "MW", isAssumed: true),
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
    func cell(_ item: ScanItem, _ end: ScanEnd = .middle, in unit: Double, decimals: Int) -> Table.Cell {
      explained(Table.Cell(.number(figures[item, end] / unit, decimals: decimals)), item, end, in: park.rin.text)
    }
    func megawatts(_ item: ScanItem, _ end: ScanEnd = .middle) -> Table.Cell {
      cell(item, end, in: Self.kilo, decimals: 1)
    }
    return Table.Row([
      .count(rank), .text(park.name), .text(edition.name(of: park.municipality)),
      explained(.amount(park.area, decimals: 0), ExplainScan.pathOfArea(in: park.rin)),
      cell(.electricity, in: Self.mega, decimals: 0), megawatts(.peak), megawatts(.unused), megawatts(.freed),
      megawatts(.freed, .low), megawatts(.freed, .high), megawatts(.solar),
    ])
  }
}
