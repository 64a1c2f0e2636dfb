import Planning
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

extension Edition {
  /// Demand of the province by component, horizon and scenario.
  var demandByComponent: Table {
    Table(
      caption: words("Ruimtevraag per onderdeel", "Demand for land by component"),
      columns: [Table.Column(words("Tot en met", "Through")), Table.Column(words("Onderdeel", "Component"))]
        + scenarioColumns(unit: "ha", isAssumed: marks.demand),
      rows: horizons.flatMap { horizon in DemandPart.allCases.map { componentRow($0, horizon) } },
      notes: [
        rich(
          "Vraag vanaf \(referenceDate.year). Een negatief getal betekent dat er grond vrijkomt. Netto is de grond van kavels; bruto telt ook wegen, groen en water mee.",
          "Demand from \(referenceDate.year) on. A negative number means that land comes free. Net is the land of plots; gross includes roads, green and water."
        )
      ])
  }

  private func componentRow(_ part: DemandPart, _ horizon: Int) -> Table.Row {
    let demands = demands(of: province, horizon: horizon)
    return Table.Row(
      [.year(horizon), .text(part.label[language])]
        + demands.map { demand in
          Table.Cell(.number(part.amount(of: demand), decimals: 1)).explained(
            by: explanation(of: part.figure, in: demand))
        },
      isTotal: part == .total)
  }

  /// Demand of the province by group of sectors.
  var demandBySectorGroup: Table {
    Table(
      caption: words("Ruimtevraag per doelgroep", "Demand for land by target group"),
      columns: [Table.Column(words("Doelgroep", "Target group"))]
        + horizonColumns(unit: netUnit, isAssumed: marks.demand),
      rows: response.sectors.groups.map { group in
        Table.Row(
          [.text(group.label[language])]
            + everyOutcome.map { amount(of: group.id, in: balance.demand(of: province, scenario: $0, horizon: $1)) })
      })
  }

  private func amount(of group: String, in demand: RegionDemand?) -> Table.Cell {
    .amount(demand.map { $0.lines.filter { $0.sectorGroup == group }.map(\.net).total() })
      .explained(by: demand.flatMap { explanation(of: .sectorGroup(group), in: $0) })
  }

  /// Add-ons outside the trend, one row each.
  var addOnTable: Table {
    Table(
      caption: words("Aanvullende vraag buiten de trend", "Additional demand outside the trend"),
      columns: [
        Table.Column(words("Onderwerp", "Subject")), Table.Column(words("Jaren", "Years")),
        Table.Column(words("Tijdelijk", "Temporary")),
      ] + horizonColumns(unit: netUnit, isAssumed: marks.additional),
      rows: response.addOns.map { addOn in
        Table.Row(
          [
            .text(addOn.label[language]), .text("\(addOn.firstYear)–\(addOn.lastYear)"),
            .text(addOn.returnsFrom.map { words("tot \($0)", "until \($0)") } ?? words("nee", "no")),
          ] + everyOutcome.map { addOnAmount(addOn.id, scenario: $0, horizon: $1) })
      })
  }

  private func addOnAmount(_ id: String, scenario: String, horizon: Int) -> Table.Cell {
    let demand = balance.demand(of: province, scenario: scenario, horizon: horizon)
    return .amount(demand.map { $0.lines.filter { $0.component == .addOn(id: id) }.map(\.net).total() })
      .explained(by: demand.flatMap { explanation(of: .addOn(id: id), in: $0) })
  }

  /// Jobs now and later.
  var jobsTable: Table {
    Table(
      caption: words("Banen in alle sectoren", "Jobs in all sectors"),
      columns: [
        Table.Column(words("Gebied", "Area")),
        .number(words("Nu (\(referenceDate.year))", "Now (\(referenceDate.year))")),
      ] + horizonColumns(unit: words("banen", "jobs"), isAssumed: marks.jobs),
      rows: (marketRegions + [province]).map { region in
        let now = scenarios.first.flatMap { scenario in
          horizons.first.flatMap { balance.demand(of: region, scenario: scenario, horizon: $0) }
        }
        return Table.Row(
          [.text(name(of: region)), jobsCell(now, atStart: true)]
            + everyOutcome.map { jobsCell(balance.demand(of: region, scenario: $0, horizon: $1), atStart: false) },
          isTotal: region == province)
      })
  }

  private func jobsCell(_ demand: RegionDemand?, atStart: Bool) -> Table.Cell {
    .amount(atStart ? demand?.jobsAtStart : demand?.jobsAtHorizon, decimals: 0)
      .explained(by: demand.flatMap { explanation(of: .jobs(sector: nil, atStart: atStart), in: $0) })
  }

  // MARK: Columns

  /// Scenario and horizon of every outcome, by horizon and then scenario.
  var everyOutcome: [(scenario: String, horizon: Int)] {
    horizons.flatMap { horizon in scenarios.map { ($0, horizon) } }
  }

  func horizonColumns(unit: String, isAssumed: Bool) -> [Table.Column] {
    everyOutcome.map { .number("\($0.horizon) \(scenarioName($0.scenario))", unit: unit, isAssumed: isAssumed) }
  }

  func scenarioColumns(unit: String, isAssumed: Bool) -> [Table.Column] {
    scenarios.map {
      .number(words("Scenario \(scenarioName($0))", "Scenario \(scenarioName($0))"), unit: unit, isAssumed: isAssumed)
    }
  }
}

/// The parts of demand in the order in which a report tells them.
enum DemandPart: Sendable, CaseIterable {
  case expansion, replacement, additional, total, gross

  /// The parts that add up, and their sum.
  static let net: [DemandPart] = [.expansion, .replacement, .additional, .total]

  var label: LocalizedText {
    switch self {
    case .expansion: LocalizedText(nl: "uitbreiding", en: "expansion")
    case .replacement: LocalizedText(nl: "vervanging", en: "replacement")
    case .additional: LocalizedText(nl: "aanvullend", en: "additional")
    case .total: LocalizedText(nl: "totaal netto", en: "total net")
    case .gross: LocalizedText(nl: "totaal bruto", en: "total gross")
    }
  }

  var figure: DemandFigure {
    switch self {
    case .expansion: .expansion
    case .replacement: .replacement
    case .additional: .additional
    case .total: .total
    case .gross: .grossTotal
    }
  }

  func amount(of demand: RegionDemand) -> Double {
    switch self {
    case .expansion: demand.expansion.value
    case .replacement: demand.replacement.value
    case .additional: demand.additional.value
    case .total: demand.total.value
    case .gross: demand.grossTotal.value
    }
  }
}
