import ForecastBands
import Planning
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Uncertainty
import WorkLocations

/// Where the spread of the province's balance comes from, each number with the way to its tree — *spreiding*.
struct SpreadTables {
  let edition: Edition
  let spread: ExplainSpread.Response

  private typealias Topic = BalanceExplanations.Topic
  private var language: Language { edition.language }
  private var numbers: NumberText { edition.numbers }
  private func words(_ dutch: String, _ english: String) -> String { edition.words(dutch, english) }

  var blocks: [Block] {
    spread.cases.isEmpty ? [] : [.table(missingLand)] + spread.cases.flatMap(reasons)
  }

  private func anchor(_ topic: String, _ item: SpreadCase) -> String? {
    edition.explanation(of: topic, region: edition.province, scenario: item.scenario, horizon: item.horizon)
  }

  /// Land to add for a balance of zero.
  private var missingLand: Table {
    Table(
      caption: words(
        "Ontbrekend terrein: wat de balans op nul brengt", "Missing land: what brings the balance to zero"),
      columns: [
        Table.Column("Scenario"), .number(words("Jaar", "Year")),
        .number(
          words("Ontbrekend terrein", "Missing land"), unit: edition.netUnit, isAssumed: edition.marks.balance),
      ],
      rows: spread.cases.map { item in
        Table.Row([
          .text(edition.scenarioName(item.scenario)), .year(item.horizon),
          .amount(item.missingLand).explained(by: anchor(Topic.missingLand, item)),
        ])
      })
  }

  private func ends(of bars: [TornadoBar], _ item: SpreadCase) -> [String: [String?]] {
    let sides: [BandSide?] = [.low, .high, nil]
    return Dictionary(
      uniqueKeysWithValues: bars.map { bar in
        (bar.group.label[language], sides.map { anchor(Topic.tornado(bar.group, $0), item) })
      })
  }

  private func reasons(_ item: SpreadCase) -> [Block] {
    let title = words(
      "Saldo (hard) in \(item.horizon), scenario \(edition.scenarioName(item.scenario)), bij lage en hoge invoer",
      "Balance (hard) in \(item.horizon), scenario \(edition.scenarioName(item.scenario)), at low and high input")
    let bars = item.tornado.filter { $0.group != .softRealisation }
    let chart = TornadoChart(
      ChartHeading(
        name: "tornado-\(item.scenario)-\(item.horizon)", title: title, unit: edition.netUnit, numbers: numbers),
      centre: item.balance.value,
      bars: bars.map { TornadoChart.Bar($0.group.label[language], atLow: $0.atLow.value, atHigh: $0.atHigh.value) })
    let widest = bars.first.map { $0.group.label[language] } ?? ""
    let picture = chart.picture(
      alternative: words(
        "Tornado: het saldo verandert het meest door \(widest).",
        "Tornado: the balance changes most through \(widest)."))
    return [
      .figure(
        Figure(
          picture: picture, caption: title, source: edition.sourceLine, isAssumed: edition.marks.balance,
          twin: chart.twin(
            caption: title, explanations: ends(of: bars, item),
            middle: middle(item)))),
      .table(sensitivities(item)),
    ]
  }

  /// Anchor of the balance; nil where the report rounds it, for the spread does not.
  private func middle(_ item: SpreadCase) -> String? {
    let told = edition.balance.balance(of: edition.province, scenario: item.scenario, horizon: item.horizon)
    return told.flatMap { $0.hard.balance == item.balance ? edition.explanation(of: Topic.balance, in: $0) : nil }
  }

  /// Part of the variance and break-even per group of inputs.
  private func sensitivities(_ item: SpreadCase) -> Table {
    Table(
      caption: words(
        "Gevoeligheid en omslagpunt, scenario \(edition.scenarioName(item.scenario)), \(item.horizon)",
        "Sensitivity and break-even, scenario \(edition.scenarioName(item.scenario)), \(item.horizon)"),
      columns: [
        Table.Column(words("Invoer", "Input")),
        .number(words("Deel van de variantie", "Part of the variance"), unit: "%"),
        .number(words("95 %-interval van", "95% interval from"), unit: "%"), .number(words("tot", "to"), unit: "%"),
        Table.Column(words("Saldo nul bij", "Balance zero at")),
      ],
      rows: item.breakEvens.filter { $0.group != .softRealisation }.map { point in
        let index = item.sensitivities.first { $0.group == point.group }?.index
        let (lower, upper) = (index?.lower.total, index?.upper.total)
        return Table.Row([
          .text(point.group.label[language]),
          .share(index?.estimate.total).explained(by: anchor(Topic.sensitivity(point.group, nil), item)),
          .share(lower).explained(by: anchor(Topic.sensitivity(point.group, .low), item)),
          .share(upper).explained(by: anchor(Topic.sensitivity(point.group, .high), item)),
          .text(spelled(point)).explained(by: anchor(Topic.breakEven(point.group), item)),
        ])
      },
      notes: [
        RichText(
          words(
            "Deel van de variantie: Sobolindex met wisselwerking; onder nul is toeval van de trekkingen. Het omslagpunt verandert één groep tegelijk; alle andere waarden blijven in het midden.",
            "Part of the variance: total Sobol index; below zero is chance in the draws. The break-even changes one group at a time; all other values stay at their middle."
          ))
      ])
  }

  private func spelled(_ point: BreakEvenPoint) -> String {
    guard let value = point.value else {
      return words("niet binnen het bereik", "not within range")
    }
    if point.change == .factor { return "× " + numbers(value, decimals: 2) }
    let sign = value < 0 ? "−" : "+"
    return sign + numbers(value.magnitude * 100, decimals: 2)
      + words(" procentpunt per jaar", " percentage point a year")
  }
}
