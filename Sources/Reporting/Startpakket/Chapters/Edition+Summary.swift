import Planning
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

extension Edition {
  /// What a council member must know, on one page — *samenvatting*.
  var summary: Chapter {
    Chapter(
      id: "samenvatting", title: words("Samenvatting", "Summary"), startsPage: true,
      blocks: syntheticCallout + [.paragraph(opening), .keyFigures(keyFigures)] + keyFigureExplanations
        + [.heading(words("Oordeel per jaar", "Verdict by year")), .list(horizons.compactMap(verdict))]
        + [.heading(words("Waar het knelt", "Where it pinches")), pinchList])
  }

  private var syntheticCallout: [Block] {
    guard let notice = syntheticNotice else { return [] }
    return [
      .callout(
        Callout(
          .synthetic, title: words("Synthetische voorbeelddata", "Synthetic example data"), text: RichText(notice)))
    ]
  }

  private var opening: RichText {
    let name = response.province.name
    let parks = RichText(numbers(Double(response.parks.count), decimals: 0))
      .explained(by: explanation(of: .parks(ParkFigure(.count)), in: province))
    let net = RichText(hectares(registerNet)).explained(by: explanation(of: .parks(ParkFigure(.net)), in: province))
    return rich(
      "\(name) telt \(parks) werklocaties met samen \(net) hectare aan kavels. Dit rapport zet de ruimte die bedrijven nodig hebben tegenover de ruimte die er is en komt. Het kijkt vooruit met een laag en een hoog scenario: zo ziet u hoe onzeker de uitkomst is.",
      "\(name) has \(parks) work locations with \(net) hectares of plots. This report sets the room that firms need against the room there is and will be. It looks ahead with a low and a high scenario, so that you see how uncertain the outcome is."
    )
  }

  private var keyFigures: [KeyFigure] {
    guard let horizon = ladderHorizon else { return [] }
    let outcomes = balances(of: province, horizon: horizon)
    return [
      KeyFigure(
        range(outcomes, \.demand, Topic.demand), unit: netUnit,
        label: rich("vraag tot en met \(horizon)", "demand through \(horizon)"),
        isAssumed: marks.demand),
      KeyFigure(
        range(outcomes, \.hard.usable, Topic.usable), unit: netUnit,
        label: rich("bruikbaar hard aanbod in \(horizon)", "usable hard supply in \(horizon)"), isAssumed: marks.supply
      ),
      KeyFigure(
        range(outcomes, \.hard.balance, Topic.balance), unit: netUnit,
        label: rich("saldo in \(horizon); min is een tekort", "balance in \(horizon); minus is a shortage"),
        isAssumed: marks.balance),
    ]
  }

  /// One sentence per horizon, in the words of the verdict and with what the total hides.
  private func verdict(at horizon: Int) -> RichText? {
    let outcomes = balances(of: province, horizon: horizon)
    guard !outcomes.isEmpty else { return nil }
    return rich("\(strong: String(horizon)): ", "\(strong: String(horizon)): ") + verdictWords(outcomes)
      + hidden(in: outcomes) + softWords(outcomes)
  }

  private func verdictWords(_ outcomes: [RegionBalance]) -> RichText {
    let verdicts = Set(outcomes.map(\.hard.verdict))
    let figure = range(outcomes, \.hard.balance, Topic.balance, unit: netUnit, if: marks.balance)
    if let only = verdicts.first, verdicts.count == 1 {
      return rich(
        "met hard aanbod in alle scenario’s \(strong: only.label[language]) (saldo \(figure)). ",
        "with hard supply \(strong: only.label[language]) in all scenarios (balance \(figure)). ")
    }
    let each = outcomes.map { "\(scenarioName($0.scenario)): \($0.hard.verdict.label[language])" }.joined(
      separator: ", ")
    return rich(
      "met hard aanbod verschilt het oordeel per scenario: \(strong: each) (saldo \(figure)). ",
      "with hard supply the verdict differs by scenario: \(strong: each) (balance \(figure)). ")
  }

  private func hidden(in outcomes: [RegionBalance]) -> RichText {
    guard outcomes.contains(where: { $0.hard.verdict != .shortage && $0.hard.shortage.value >= 1 }) else { return "" }
    let figure = range(outcomes, \.hard.shortage, Topic.shortage, if: marks.balanceByClass)
    return rich(
      "Het totaal verbergt een tekort van \(figure) hectare in regio’s en soorten grond waar niets passends over is. ",
      "The total hides a shortage of \(figure) hectares in regions and classes of land where nothing fitting is left. "
    )
  }

  private func softWords(_ outcomes: [RegionBalance]) -> RichText {
    let figure = range(outcomes, \.withSoft.balance, Topic.balanceWithSoft, if: marks.balance)
    return rich("Met zachte plannen erbij is het saldo \(figure).", "With soft plans the balance is \(figure).")
  }

  private var pinchList: Block {
    guard !response.pinchPoints.isEmpty else {
      return .paragraph(
        rich(
          "In geen enkele marktregio is een tekort gevonden aan een soort grond.",
          "No shortage of any class of land was found in any market region."))
    }
    return .numberedList(response.pinchPoints.map(pinch))
  }

  private func pinch(_ point: PinchPoint) -> RichText {
    func ends(_ amounts: [String: NetHectares], _ topic: String) -> [(amount: NetHectares, anchor: String?)] {
      scenarios.compactMap { scenario in
        amounts[scenario].map {
          ($0, explanation(of: topic, region: point.region, scenario: scenario, horizon: point.horizon))
        }
      }
    }
    let shortage = range(
      ends(point.shortage, Topic.shortage(of: point.spaceClass)), unit: netUnit, if: marks.balanceByClass)
    let demand = range(ends(point.demand, Topic.demand(.spaceClass(point.spaceClass))), if: marks.demandByClass)
    let place = "\(point.regionName), \(point.horizon)"
    let tail =
      point.isHiddenByTotal
      ? rich(
        " Het totaal van de regio is niet in tekort en verbergt dit.",
        " The region as a whole is not short, which hides this.")
      : ""
    return rich(
      "\(strong: place): grond voor \(point.spaceClass.label.nl). Tekort \(shortage), bij een vraag van \(demand).",
      "\(strong: place): land for \(point.spaceClass.label.en). Shortage \(shortage), of a demand of \(demand).") + tail
  }
}
