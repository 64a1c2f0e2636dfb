import Planning
import Quantities
import SupplyDemandBalance
import WorkLocations

extension Edition {
  /// Balance per market region, horizon and scenario, the province last.
  var balanceByMarketRegion: Table {
    Table(
      caption: words("Balans per marktregio", "Balance by market region"), columns: balanceColumns,
      rows: (marketRegions + [province]).flatMap { region in
        balances(of: region).map { balanceRow($0, isTotal: region == province) }
      },
      notes: [
        rich(
          "Bruikbaar is het aanbod min de grond die de markt nodig heeft om te werken (frictie) en min de ijzeren voorraad. Saldo is bruikbaar aanbod min vraag: een negatief getal is een tekort.",
          "Usable is the supply less the land a market needs to work (friction) and less the iron stock. Balance is usable supply less demand: a negative number is a shortage."
        )
      ])
  }

  private func balances(of region: RegionCode) -> [RegionBalance] {
    horizons.flatMap { balances(of: region, horizon: $0) }
  }

  private var balanceColumns: [Table.Column] {
    [
      Table.Column(words("Gebied", "Area")), .number(words("Jaar", "Year")), Table.Column("Scenario"),
      .number(words("Vraag", "Demand"), unit: netUnit, isAssumed: marks.demand),
      .number(words("Hard aanbod", "Hard supply"), unit: netUnit, isAssumed: marks.supply),
      .number(words("Bruikbaar hard", "Usable hard"), unit: netUnit, isAssumed: marks.supply),
      .number(words("Saldo hard", "Balance hard"), unit: netUnit, isAssumed: marks.balance),
      Table.Column(words("Oordeel", "Verdict"), isAssumed: marks.balance),
      .number(words("Zacht aanbod", "Soft supply"), unit: netUnit),
      .number(words("Saldo met zacht", "Balance with soft"), unit: netUnit, isAssumed: marks.balance),
      Table.Column(words("Oordeel met zacht", "Verdict with soft"), isAssumed: marks.balance),
    ]
  }

  private func balanceRow(_ balance: RegionBalance, isTotal: Bool) -> Table.Row {
    func explained(_ cell: Table.Cell, _ topic: String) -> Table.Cell {
      cell.explained(by: explanation(of: topic, in: balance))
    }
    return Table.Row(
      [
        .text(name(of: balance.region)), .year(balance.horizon), .text(scenarioName(balance.scenario)),
        explained(.amount(balance.demand), Topic.demand), explained(.amount(balance.hardSupply), Topic.hardSupply),
        explained(.amount(balance.hard.usable), Topic.usable),
        explained(.balance(balance.hard.balance, of: balance.demand), Topic.balance),
        .text(balance.hard.verdict.label[language]),
        explained(.amount(balance.softSupply), Topic.supply(.softPlan)),
        explained(.balance(balance.withSoft.balance, of: balance.demand), Topic.balanceWithSoft),
        .text(balance.withSoft.verdict.label[language]),
      ], isTotal: isTotal)
  }

  /// Shortage per class of land in one market region, by horizon and scenario; classes nobody asks for are left out.
  func shortageByClass(in region: RegionCode) -> Table {
    let rows = SpaceClass.all.filter { isAsked($0, in: region) }.map { space in
      Table.Row(
        [.text(space.category.label[language]), .text(space.size.label[language]), .text(space.water.label[language])]
          + everyOutcome.map { shortageCell(space, balance.balance(of: region, scenario: $0, horizon: $1)) })
    }
    return Table(
      caption: words(
        "\(name(of: region)): tekort per ruimteklasse", "\(name(of: region)): shortage by class of land"),
      columns: [
        Table.Column(words("Milieucategorie", "Category")), Table.Column(words("Kavel", "Plot")),
        Table.Column(words("Water", "Water")),
      ] + horizonColumns(unit: netUnit, isAssumed: marks.balanceByClass), rows: rows)
  }

  private func isAsked(_ space: SpaceClass, in region: RegionCode) -> Bool {
    balances(of: region).contains {
      $0.hard.classes.contains { $0.spaceClass == space && $0.demand.value > Self.noise }
    }
  }

  private func shortageCell(_ space: SpaceClass, _ balance: RegionBalance?) -> Table.Cell {
    guard let balance, let found = balance.hard.classes.first(where: { $0.spaceClass == space }) else { return .empty }
    return .shortage(found.shortage, of: found.demand)
      .explained(by: explanation(of: Topic.shortage(of: space), in: balance))
  }

  /// Light demand on stricter land than it needs, over the whole province, the most first.
  func mismatch(limit: Int? = nil) -> Table {
    let outcomes = everyOutcome.map { BalanceCase(scenario: $0, horizon: $1) }
    let ranked = balance.largestFlows.filter { $0.areas.values.contains { $0.value > Self.noise } }
    return Table(
      caption: words("Mismatch: lichte vraag op zwaardere grond", "Mismatch: light demand on stricter land"),
      columns: [Table.Column(words("Vraag naar", "Demand for")), Table.Column(words("Komt terecht op", "Ends up on"))]
        + horizonColumns(unit: netUnit, isAssumed: marks.balanceByClass),
      rows: ranked.prefix(limit ?? ranked.count).map { flow in
        Table.Row(
          [.text(flow.demand.label[language]), .text(flow.land.label[language])]
            + outcomes.map { outcome in
              .amount(flow.areas[outcome] ?? .zero).explained(
                by: explanation(
                  of: Topic.spill(flow.demand, on: flow.land), region: province, scenario: outcome.scenario,
                  horizon: outcome.horizon))
            })
      })
  }

  /// Hectares below which an amount is left out of a list: it would print as 0,0.
  private static let noise = 0.05
}
