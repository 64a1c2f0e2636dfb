import Planning
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// The tables that only the workbook has: long lists, one figure per row where that sorts and filters best.
extension Edition {
  var overviewSheet: Table {
    Table(
      caption: words("Waar het knelt", "Where it pinches"),
      columns: [
        Table.Column(words("Marktregio", "Market region")), .number(words("Jaar", "Year")),
        Table.Column(words("Ruimteklasse", "Class of land")),
        Table.Column(words("Verborgen door totaal", "Hidden by the total")),
      ]
        + scenarios.map {
          .number(
            words("Tekort \(scenarioName($0))", "Shortage \(scenarioName($0))"), unit: netUnit,
            isAssumed: marks.balanceByClass)
        }
        + scenarios.map {
          .number(
            words("Vraag \(scenarioName($0))", "Demand \(scenarioName($0))"), unit: netUnit,
            isAssumed: marks.demandByClass)
        },
      rows: response.pinchPoints.map { point in
        Table.Row(
          [
            .text(point.regionName), .year(point.horizon), .text(point.spaceClass.label[language]),
            .text(point.isHiddenByTotal ? words("ja", "yes") : words("nee", "no")),
          ] + scenarios.map { .amount(point.shortage[$0]) } + scenarios.map { .amount(point.demand[$0]) })
      })
  }

  var demandSheet: Table {
    Table(
      caption: words("Ruimtevraag per gebied en onderdeel", "Demand for land by area and component"),
      columns: [
        Table.Column(words("Code", "Code")), Table.Column(words("Gebied", "Area")), .number(words("Jaar", "Year")),
        Table.Column("Scenario"),
      ] + DemandPart.allCases.map { .number($0.label[language], unit: "ha", isAssumed: marks.demand) } + [
        .number(words("banen nu", "jobs now")),
        .number(words("banen in het jaar", "jobs in the year"), isAssumed: marks.jobs),
      ],
      rows: (marketRegions + [province]).flatMap { region in
        horizons.flatMap { demands(of: region, horizon: $0) }.map(demandRow)
      })
  }

  private func demandRow(_ demand: RegionDemand) -> Table.Row {
    Table.Row(
      [
        .text(demand.region.text), .text(name(of: demand.region)), .year(demand.horizon),
        .text(scenarioName(demand.scenario)),
      ]
        + DemandPart.allCases.map { Table.Cell(.number($0.amount(of: demand), decimals: 2)) } + [
          .amount(demand.jobsAtStart, decimals: 0), .amount(demand.jobsAtHorizon, decimals: 0),
        ])
  }

  var supplySheet: Table {
    Table(
      caption: words("Aanbod per terrein en plan", "Supply by park and plan"),
      columns: [
        Table.Column(words("Soort", "Kind")), Table.Column(words("Terrein of plan", "Park or plan")),
        Table.Column(words("Naam", "Name")), Table.Column(words("Gemeente", "Municipality")),
        .number(words("Beschikbaar vanaf", "Available from")), .number(words("Oppervlakte", "Area"), unit: netUnit),
        Table.Column(words("Aanname voor", "Assumption for")),
      ],
      rows: balance.supply.map { line in
        Table.Row([
          .text(line.kind.label[language]), .text(line.record), .text(line.name), .text(name(of: line.municipality)),
          .year(line.availableFrom), .amount(line.net, decimals: 2),
          .text(line.assumptions.map(assumptionName).joined(separator: ", ")),
        ])
      })
  }

  private func assumptionName(_ assumption: SupplyLine.Assumption) -> String {
    switch assumption {
    case .category: words("milieucategorie", "category")
    case .year: words("jaar", "year")
    }
  }

  var segmentSheet: Table {
    Table(
      caption: words("Confrontatie per ruimteklasse, hard aanbod", "Confrontation by class of land, hard supply"),
      columns: [
        Table.Column(words("Gebied", "Area")), .number(words("Jaar", "Year")), Table.Column("Scenario"),
        Table.Column(words("Milieucategorie", "Category")), Table.Column(words("Kavel", "Plot")),
        Table.Column(words("Water", "Water")),
      ]
        + [
          words("Vraag", "Demand"), words("Aanbod", "Supply"), words("Eigen klasse", "Own class"),
          words("Op zwaardere grond", "On stricter land"), words("Tekort", "Shortage"), words("Ongebruikt", "Unused"),
        ].map { .number($0, unit: netUnit, isAssumed: marks.balanceByClass) },
      rows: marketRegions.flatMap { region in
        everyOutcome.compactMap { balance.balance(of: region, scenario: $0, horizon: $1) }.flatMap(segmentRows)
      })
  }

  private func segmentRows(_ balance: RegionBalance) -> [Table.Row] {
    balance.hard.classes.map { found in
      Table.Row(
        [
          .text(name(of: balance.region)), .year(balance.horizon), .text(scenarioName(balance.scenario)),
          .text(found.spaceClass.category.label[language]), .text(found.spaceClass.size.label[language]),
          .text(found.spaceClass.water.label[language]),
        ]
          + [found.demand, found.supply, found.servedByOwn, found.servedByStricter, found.shortage, found.unused]
          .map { .amount($0, decimals: 2) })
    }
  }

  var parkSheet: Table {
    Table(
      caption: words("Werklocaties", "Work locations"),
      columns: [
        Table.Column("RIN"), Table.Column(words("Naam", "Name")), Table.Column(words("Gemeente", "Municipality")),
        Table.Column(words("Type", "Type")), Table.Column(words("Soort", "Kind")),
        Table.Column(words("Beschikbaarheid", "Availability")), .number(words("Terstond", "Immediate"), unit: netUnit),
        .number(words("Later", "Later"), unit: netUnit),
      ] + WorkLocationAttribute.all.map { Table.Column($0.name, kind: $0.isNumeric ? .number : .text) },
      rows: sites.map(parkRow))
  }

  private func parkRow(_ site: SiteSupply) -> Table.Row {
    let park = site.park
    return Table.Row(
      [
        .text(park.rin.text), .text(park.name), .text(name(of: park.municipality)), .text(park.type.label[language]),
        .text(park.kind.label[language]), .text(site.availability.label[language]),
        .amount(site.immediate, decimals: 2),
        .amount(site.later, decimals: 2),
      ] + WorkLocationAttribute.all.map { cell($0, of: park.attributes) })
  }

  private func cell(_ attribute: WorkLocationAttribute, of attributes: WorkLocationAttributes) -> Table.Cell {
    guard attribute.isNumeric else { return attributes.text(attribute).map(Table.Cell.text) ?? .empty }
    guard let number = attributes.number(attribute) else { return .empty }
    return attribute.isYear ? .year(Int(number)) : Table.Cell(.number(number, decimals: 2))
  }

  var sourceSheet: Table {
    Table(
      caption: words("Bronnen", "Sources"),
      columns: [
        Table.Column(words("Kenmerk", "Key")), Table.Column(words("Titel of bestand", "Title or file")),
        Table.Column(words("Maker of inhoud", "Producer or subject")), Table.Column(words("Datum", "Date")),
        Table.Column(words("Licentie", "Licence")),
        Table.Column(words("Vindplaats of controlegetal", "Address or checksum")),
      ],
      rows: bibliography.map { source in
        Table.Row(
          [
            source.id, source.title, source.producer, source.published ?? "", source.licence ?? "",
            source.address ?? "",
          ]
          .map { .text($0) })
      }
        + balance.register.snapshots.map { snapshot in
          Table.Row(
            [
              snapshot.id, snapshot.fileName, snapshot.subject, snapshot.referenceDate.description,
              snapshot.licence ?? "",
              snapshot.checksum,
            ].map { .text($0) })
        })
  }
}
