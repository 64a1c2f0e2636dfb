import Planning
import Quantities
import SupplyDemandBalance
import WorkLocations

extension Edition {
  /// Supply as it stands in register and plans, per market region and kind.
  var supplyByMarketRegion: Table {
    supplyTable(
      caption: words("Aanbod per marktregio", "Supply by market region"), regions: marketRegions)
  }

  var supplyByMunicipality: Table {
    supplyTable(
      caption: words("Aanbod per gemeente", "Supply by municipality"),
      regions: response.municipalities.map(\.code).filter { !supply(of: $0).isEmpty })
  }

  private func supplyTable(caption: String, regions: [RegionCode]) -> Table {
    let rows = regions.map { supplyRow($0, supply(of: $0), isTotal: false) }
    return Table(
      caption: caption,
      columns: [Table.Column(words("Gebied", "Area"))]
        + SupplyKind.allCases.map { .number($0.label[language], unit: netUnit) },
      rows: rows + [supplyRow(province, balance.supply, isTotal: true)],
      notes: [
        rich(
          "Harde plannen liggen vast. Zachte plannen nog niet. Bevroren plannen tellen niet mee als aanbod.",
          "Hard plans are adopted. Soft plans are not yet. Frozen plans do not count as supply.")
      ])
  }

  private func supplyRow(_ region: RegionCode, _ lines: [SupplyLine], isTotal: Bool) -> Table.Row {
    Table.Row(
      [.text(name(of: region))]
        + SupplyKind.allCases.map { kind in
          let own = lines.filter { $0.kind == kind }
          return .amount(own.map(\.net).total(), isAssumed: own.contains { $0.assumptions.contains(.year) })
            .explained(by: explanation(of: .supply(kind, record: nil), in: region))
        }, isTotal: isTotal)
  }

  /// All parks of a municipality by what they can issue.
  var parksByAvailability: Table {
    let byMunicipality = Dictionary(grouping: sites, by: \.park.municipality)
    let rows = byMunicipality.sorted { $0.key < $1.key }.map { availabilityRow($0.key, $0.value) }
    return Table(
      caption: words(
        "Werklocaties naar beschikbaarheid, per gemeente", "Work locations by availability and municipality"),
      columns: [Table.Column(words("Gemeente", "Municipality")), .number(words("Terreinen", "Parks"))]
        + Availability.allCases.map { .number($0.label[language]) } + [
          .number(words("Netto", "Net"), unit: "ha"),
          .number(words("Terstond", "Immediate"), unit: netUnit), .number(words("Later", "Later"), unit: netUnit),
        ],
      rows: rows + [availabilityRow(province, sites, isTotal: true)])
  }

  private func availabilityRow(_ region: RegionCode, _ sites: [SiteSupply], isTotal: Bool = false) -> Table.Row {
    func explained(_ cell: Table.Cell, _ figure: RegisterFigure) -> Table.Cell {
      cell.explained(by: explanation(of: figure, in: region))
    }
    return Table.Row(
      [.text(name(of: region)), explained(.count(sites.count), .parks(ParkFigure(.count)))]
        + Availability.allCases.map { kind in
          explained(
            .count(sites.count { $0.availability == kind }), .parks(ParkFigure(.count, .availability(kind))))
        } + [
          explained(.amount(sites.compactMap(\.park.attributes.net).total()), .parks(ParkFigure(.net))),
          explained(.amount(sites.map(\.immediate).total()), .supply(.immediate, record: nil)),
          explained(.amount(sites.map(\.later).total()), .supply(.later, record: nil)),
        ], isTotal: isTotal)
  }

  /// The letter's kinds of park.
  var parksByKind: Table {
    Table(
      caption: words("Werklocaties naar soort", "Work locations by kind"),
      columns: [
        Table.Column(words("Soort", "Kind")), .number(words("Terreinen", "Parks")),
        .number(words("Bruto", "Gross"), unit: "ha"), .number(words("Netto", "Net"), unit: "ha"),
      ],
      rows: ParkKind.allCases.map { kind in
        let parks = response.parks.filter { $0.kind == kind }
        func explained(_ cell: Table.Cell, _ measure: ParkFigure.Measure) -> Table.Cell {
          cell.explained(by: explanation(of: .parks(ParkFigure(measure, .kind(kind))), in: province))
        }
        return Table.Row([
          .text(kind.label[language]), explained(.count(parks.count), .count),
          explained(.amount(parks.compactMap(\.attributes.gross).total()), .gross),
          explained(.amount(parks.compactMap(\.attributes.net).total()), .net),
        ])
      })
  }

  /// Parks that have something to issue now or later, the most first.
  var parksWithIssuableLand: Table {
    let open = sites.filter { $0.issuable > .zero }
      .sorted { ($1.issuable, $0.park.rin) < ($0.issuable, $1.park.rin) }
    return Table(
      caption: words("Terreinen met uitgeefbare grond", "Parks with issuable land"), columns: siteColumns,
      rows: open.map(siteRow),
      notes: [
        rich(
          "Het teken achter de hectaren betekent: in het register ontbreekt de milieucategorie of het jaar van uitgifte, en daarvoor is een aanname gebruikt.",
          "The sign behind the hectares means: the register lacks the environmental category or the year of issue, and an assumption was used."
        )
      ])
  }

  private var siteColumns: [Table.Column] {
    [
      Table.Column(words("Terrein", "Park")), Table.Column(words("Gemeente", "Municipality")),
      .number(words("Terstond", "Immediate"), unit: netUnit), .number(words("Later", "Later"), unit: netUnit),
      .number(words("Vanaf", "From")), .number(words("Grootste deel", "Largest part"), unit: netUnit),
      Table.Column(words("Milieucategorie", "Category")), Table.Column(words("Aan water", "Water-bound")),
      .number("RIN"),
    ]
  }

  private func siteRow(_ site: SiteSupply) -> Table.Row {
    let (municipality, rin) = (site.park.municipality, site.park.rin.text)
    func explained(_ cell: Table.Cell, _ figure: RegisterFigure) -> Table.Cell {
      cell.explained(by: explanation(of: figure, in: municipality))
    }
    return Table.Row([
      .text(site.park.name), .text(name(of: municipality)),
      explained(.amount(site.immediate, isAssumed: site.isAssumed), .supply(.immediate, record: rin)),
      explained(.amount(site.later, isAssumed: site.isAssumed), .supply(.later, record: rin)),
      explained(.year(site.laterFrom), .parks(ParkFigure(.availableFrom, .park(rin)))),
      explained(.amount(site.park.attributes.largestIssuablePart), .parks(ParkFigure(.largestPart, .park(rin)))),
      .text(site.park.attributes.maximumCategory?.rawValue ?? words("onbekend", "unknown")),
      .text(site.park.isWaterBound ? words("ja", "yes") : words("nee", "no")), .text(rin),
    ])
  }
}
