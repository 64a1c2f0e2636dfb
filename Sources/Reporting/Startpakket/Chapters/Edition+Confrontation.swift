import Planning
import Quantities
import SupplyDemandBalance
import WorkLocations

extension Edition {
  /// Demand against supply — *balans*.
  var confrontation: Chapter {
    Chapter(
      id: "balans", title: words("De balans van vraag en aanbod", "The balance of demand and supply"), startsPage: true,
      blocks: [
        .figure(
          Figure(
            picture: confrontationPicture,
            caption: words(
              "Vraag en bruikbaar aanbod per jaar, van laag tot hoog",
              "Demand and usable supply by year, from low to high"),
            source: sourceLine, isAssumed: marks.balance, twin: confrontationTable))
      ] + [.heading(words("Per marktregio", "By market region"))] + balanceMap + [
        .heading(words("Saldo per marktregio door de tijd", "Balance by market region over time")),
        .figure(
          Figure(
            picture: regionPicture,
            caption: words(
              "Saldo met hard aanbod per marktregio, hectare netto",
              "Balance with hard supply by market region, hectares net"),
            source: sourceLine, isAssumed: marks.balance, twin: regionTable)),
      ] + balanceExplanations)
  }

  private var confrontationPicture: Picture {
    let groups = horizons.map { horizon in
      let outcomes = balances(of: province, horizon: horizon)
      return RangeChart.Group(
        title: String(horizon),
        rows: [
          RangeChart.Row(
            words("vraag", "demand"), outcomes.map(\.demand.value), fill: Palette.accent, isEmphasised: true),
          RangeChart.Row(
            words("bruikbaar hard aanbod", "usable hard supply"), outcomes.map(\.hard.usable.value),
            fill: Palette.primary),
          RangeChart.Row(
            words("bruikbaar met zachte plannen", "usable with soft plans"), outcomes.map(\.withSoft.usable.value),
            fill: Palette.supply[1]),
        ])
    }
    let chart = RangeChart(
      name: "grafiek-balans", title: words("Vraag en bruikbaar aanbod", "Demand and usable supply"), unit: netUnit,
      groups: groups, numbers: numbers)
    let told = horizons.map { horizon in
      let outcomes = balances(of: province, horizon: horizon)
      return
        "\(horizon): \(words("vraag", "demand")) \(range(outcomes.map(\.demand))), \(words("hard aanbod", "hard supply")) \(range(outcomes.map(\.hard.usable)))"
    }.joined(separator: "; ")
    return chart.picture(
      alternative: words(
        "Staven van laag tot hoog per jaar, in hectare netto. \(told).",
        "Bars from low to high by year, in hectares net. \(told)."))
  }

  private var confrontationTable: Table {
    Table(
      caption: words("Vraag en bruikbaar aanbod in de provincie", "Demand and usable supply in the province"),
      columns: [
        .number(words("Jaar", "Year")), Table.Column("Scenario"),
        .number(words("Vraag", "Demand"), unit: netUnit, isAssumed: marks.demand),
        .number(words("Frictie", "Friction"), unit: netUnit, isAssumed: marks.supply),
        .number(words("IJzeren voorraad", "Iron stock"), unit: netUnit, isAssumed: marks.supply),
        .number(words("Bruikbaar hard", "Usable hard"), unit: netUnit, isAssumed: marks.supply),
        .number(words("Bruikbaar met zacht", "Usable with soft"), unit: netUnit, isAssumed: marks.supply),
        .number(
          words("Tekort in ruimteklassen", "Shortage in classes"), unit: netUnit, isAssumed: marks.balanceByClass),
        .number(words("Mismatch", "Mismatch"), unit: netUnit, isAssumed: marks.balanceByClass),
      ],
      rows: horizons.flatMap { balances(of: province, horizon: $0) }.map { outcome in
        func explained(_ cell: Table.Cell, _ topic: String) -> Table.Cell {
          cell.explained(by: explanation(of: topic, in: outcome))
        }
        return Table.Row([
          .year(outcome.horizon), .text(scenarioName(outcome.scenario)),
          explained(.amount(outcome.demand), Topic.demand),
          explained(.amount(outcome.frictionalReserve), Topic.frictionalReserve),
          explained(.amount(outcome.ironStock), Topic.ironStock), explained(.amount(outcome.hard.usable), Topic.usable),
          explained(.amount(outcome.withSoft.usable), Topic.usableWithSoft),
          explained(.shortage(outcome.hard.shortage, of: outcome.demand), Topic.shortage),
          explained(.amount(outcome.hard.mismatch), Topic.mismatch),
        ])
      })
  }

  private var balanceMap: [Block] {
    guard let horizon = ladderHorizon else { return [] }
    let title = words(
      "Saldo met hard aanbod in \(horizon), per marktregio", "Balance with hard supply in \(horizon), by market region")
    let panels = scenarios.map { scenario in
      BalanceMap.Panel(
        title: words("Scenario \(scenarioName(scenario))", "Scenario \(scenarioName(scenario))"),
        outcomes: response.marketRegions.compactMap { outcome(of: $0, scenario: scenario, horizon: horizon) })
    }
    let map = BalanceMap(
      name: "kaart-balans", title: title, backdrop: backdrop, panels: panels, credits: mapCredits, language: language)
    return block(
      map.picture(
        alternative: words(
          "Kaarten van de marktregio’s, een per scenario, met het saldo in hectare en een kleur en arcering voor het oordeel. De tabel eronder geeft alle getallen.",
          "Maps of the market regions, one per scenario, with the balance in hectares and a colour and hatch for the verdict. The table below gives all numbers."
        )), caption: title, isAssumed: marks.balance, twin: balanceByMarketRegion)
  }

  private func outcome(of region: Region, scenario: String, horizon: Int) -> BalanceMap.Outcome? {
    balance.balance(of: region.code, scenario: scenario, horizon: horizon).map { found in
      let share = found.demand > .zero ? found.hard.balance.value / found.demand.value : 0
      return BalanceMap.Outcome(
        region: region, balance: found.hard.balance.value, verdict: found.hard.verdict, share: share)
    }
  }

  private var regionPicture: Picture {
    let chart = SmallMultiples(
      name: "grafiek-regios", title: words("Saldo per marktregio", "Balance by market region"),
      panels: marketRegions.map { region in
        SmallMultiples.Panel(
          title: name(of: region),
          bands: horizons.map { horizon in
            let amounts = balances(of: region, horizon: horizon).map(\.hard.balance.value)
            return SmallMultiples.Band(label: String(horizon), low: amounts.min() ?? 0, high: amounts.max() ?? 0)
          })
      }, numbers: numbers)
    return chart.picture(
      alternative: words(
        "Per marktregio een band van het laagste tot het hoogste saldo per jaar; onder de nullijn is een tekort.",
        "Per market region a band from the lowest to the highest balance by year; below the zero line is a shortage."))
  }

  private var regionTable: Table {
    Table(
      caption: words("Saldo met hard aanbod per marktregio", "Balance with hard supply by market region"),
      columns: [Table.Column(words("Marktregio", "Market region"))]
        + horizonColumns(unit: netUnit, isAssumed: marks.balance),
      rows: (marketRegions + [province]).map { region in
        Table.Row(
          [.text(name(of: region))]
            + everyOutcome.map { scenario, horizon in
              balance.balance(of: region, scenario: scenario, horizon: horizon)
                .map {
                  .balance($0.hard.balance, of: $0.demand).explained(by: explanation(of: Topic.balance, in: $0))
                } ?? .empty
            }, isTotal: region == province)
      })
  }
}
