import ForecastEvaluation
import Planning
import Quantities
import SpaceDemand
import WorkLocations

/// What other methods say, what makes the expansion, and how forecasts from issue did — *drie ramers, ontleding, terugtoets*.
struct EstimatorsChapter {
  let edition: Edition
  let found: StartpakketUncertainty

  var chapter: Chapter {
    Chapter(
      id: "ramers", title: words("Wat andere methoden zeggen", "What other methods say"), startsPage: true,
      blocks: [.paragraph(introduction)] + edition.horizons.prefix(1).map { .table(estimates($0)) }
        + later.map { .table(estimates($0)) }
        + [.heading(words("Waardoor de uitbreidingsvraag verandert", "What changes the expansion"))]
        + edition.scenarios.compactMap(waterfall)
        + [.heading(words("Hoe goed ramingen uitkwamen", "How well forecasts came true"))] + backtest)
  }

  private var later: [Int] { Array(edition.horizons.dropFirst()) }
  private var numbers: NumberText { edition.numbers }
  private func words(_ dutch: String, _ english: String) -> String { edition.words(dutch, english) }

  private var introduction: RichText {
    edition.rich(
      "Drie onafhankelijke ramers naast elkaar: banen maal ruimte per baan (de methode van dit rapport), doorgetrokken uitgifte, en verhuizingen (GIFPRO). Ze worden niet gemiddeld. Verschillen ze sterk, dan is dat een reden om door te vragen en geen fout.",
      "Three independent estimators side by side: jobs times land per job (the method of this report), extrapolated issue, and moves (GIFPRO). They are not averaged. Where they differ much that is a reason to ask on, and no error."
    )
  }

  // MARK: Estimators

  private func estimates(_ horizon: Int) -> Table {
    Table(
      caption: words("Ruimtevraag tot \(horizon) volgens drie ramers", "Demand until \(horizon) by three estimators"),
      columns: [
        Table.Column(words("Gebied", "Area")), Table.Column(words("Ramer", "Estimator")), Table.Column("Scenario"),
        .number(words("Vraag", "Demand"), unit: edition.netUnit, isAssumed: edition.marks.demand),
        .number(words("Laag", "Low"), unit: edition.netUnit), .number(words("Hoog", "High"), unit: edition.netUnit),
        Table.Column(words("Rust op", "Rests on")),
      ],
      rows: (edition.marketRegions + [edition.province]).flatMap { region in
        found.estimates.estimates(of: region, horizon: horizon).map { row($0, region) }
      },
      notes: [
        RichText(
          words(
            "De band van uitgifte is P10 tot P90, verbreed waar de terugtoets dat vraagt; die van de andere twee volgt uit de lage en hoge parameterwaarden.",
            "The band of issue is P10 to P90, widened where the back-test asks for it; that of the other two follows from the low and high parameter values."
          ))
      ])
  }

  /// A border that the back-test has widened has a tree of its own.
  private func explanation(of estimate: DemandEstimate, side: BandSide?) -> String? {
    guard let scenario = estimate.scenario ?? edition.scenarios.first else { return nil }
    let own = BalanceExplanations.Topic.estimate(estimate.method, side)
    let widened = side.map { BalanceExplanations.Topic.widened(estimate.method, $0, by: edition.province) }
    return edition.explanation(
      of: estimate.widened == nil ? own : widened ?? own, region: estimate.region, scenario: scenario,
      horizon: estimate.horizon)
  }

  private func row(_ estimate: DemandEstimate, _ region: RegionCode) -> Table.Row {
    let (low, high) = (estimate.widened?.low ?? estimate.low, estimate.widened?.high ?? estimate.high)
    let data = estimate.basis.data == .jobs ? words("banen", "jobs") : words("uitgifte", "issue")
    let years =
      estimate.basis.firstYear == estimate.basis.lastYear
      ? "\(estimate.basis.lastYear)" : "\(estimate.basis.firstYear)–\(estimate.basis.lastYear)"
    let synthetic = estimate.basis.isSynthetic ? ", " + words("synthetisch", "synthetic") : ""
    return Table.Row(
      [
        .text(edition.name(of: region)), .text(estimate.method.label[edition.language]),
        .text(estimate.scenario.map(edition.scenarioName) ?? ""),
        .amount(estimate.centre, decimals: 0).explained(by: explanation(of: estimate, side: nil)),
        .amount(low, decimals: 0).explained(by: explanation(of: estimate, side: .low)),
        .amount(high, decimals: 0).explained(by: explanation(of: estimate, side: .high)),
        .text("\(data) \(years)\(synthetic)"),
      ], isTotal: region == edition.province)
  }

  // MARK: Effects

  /// Expansion to the horizon nearest to ten years ahead, in steps.
  private func waterfall(_ scenario: String) -> Block? {
    guard let horizon = edition.ladderHorizon,
      let effects = found.effects.effects(of: edition.province, scenario: scenario, horizon: horizon)
    else { return nil }
    func explanation(_ figure: DemandFigure) -> String? {
      edition.explanation(
        of: BalanceExplanations.Topic.demand(figure), region: edition.province, scenario: scenario, horizon: horizon)
    }
    let title = words(
      "Uitbreidingsvraag tot \(horizon) in stappen, scenario \(edition.scenarioName(scenario))",
      "Expansion until \(horizon) in steps, scenario \(edition.scenarioName(scenario))")
    let chart = WaterfallChart(
      ChartHeading(name: "waterval-\(scenario)", title: title, unit: edition.netUnit, numbers: numbers),
      start: .init(words("begin", "start"), 0, levelExplanation: explanation(.level(after: nil))),
      steps: DemandEffect.allCases.map {
        .init(
          $0.label[edition.language], effects[$0].value, explanation: explanation(.effect($0)),
          levelExplanation: explanation(.level(after: $0)))
      },
      endLabel: words("uitbreiding", "expansion"), endExplanation: explanation(.expansion))
    let parts = DemandEffect.allCases.map { "\($0.label[edition.language]) \(numbers(effects[$0].value, decimals: 0))" }
      .joined(separator: ", ")
    return .figure(
      Figure(
        picture: chart.picture(
          alternative: words("Waterval in hectaren: \(parts).", "Waterfall in hectares: \(parts).")),
        caption: title, source: edition.sourceLine, isAssumed: edition.marks.expansion,
        twin: chart.twin(caption: title)))
  }

  // MARK: Back-test

  private var backtest: [Block] {
    guard let report = found.backtest else {
      return [
        .paragraph(
          edition.rich(
            "De reeks van uitgiften is te kort om ramingen aan te toetsen.",
            "The series of issue is too short to test forecasts on."))
      ]
    }
    let verdict = RichText(report.verdict[edition.language])
    let synthetic: [Block] =
      report.isSynthetic
      ? [
        .callout(
          Callout(
            .synthetic, title: words("Verzonnen geschiedenis", "Made-up history"),
            text: edition.rich(
              "De uitgiften in deze toets zijn (deels) synthetisch; de uitkomst zegt niets over de werkelijkheid.",
              "The issue in this test is (partly) synthetic; the outcome says nothing about reality.")))
      ] : []
    return synthetic + [.paragraph(verdict), .figure(scatter(report))]
  }

  private func scatter(_ report: BacktestReport) -> Figure {
    let length = report.outcomes.map(\.length).min() ?? 0
    let outcomes = report.outcomes.filter {
      $0.length == length && $0.level == RegionLevel.corop.rawValue
        && $0.forecaster == EstimationMethod.absorption.rawValue
    }
    let title = words(
      "Uitgifte over \(length) jaar: raming en werkelijkheid per marktregio",
      "Issue over \(length) years: forecast and outcome by market region")
    let chart = ScatterChart(
      ChartHeading(name: "terugtoets", title: title, unit: edition.netUnit, numbers: numbers),
      series: [
        .init(
          EstimationMethod.absorption.label[edition.language],
          outcomes.map {
            .init(
              "\(edition.name(of: RegionCode($0.region))) \($0.cut)", forecast: $0.forecast.centre,
              realised: $0.actual, size: $0.actual)
          })
      ])
    return Figure(
      picture: chart.picture(
        alternative: words(
          "Punten van \(outcomes.count) ramingen naast wat er werd uitgegeven; op de lijn is de raming precies uitgekomen.",
          "Points of \(outcomes.count) forecasts beside what was issued; on the line the forecast came true exactly.")),
      caption: title, source: edition.sourceLine, twin: scores(report))
  }

  private func scores(_ report: BacktestReport) -> Table {
    Table(
      caption: words("Terugtoets per niveau, termijn en ramer", "Back-test by level, length and estimator"),
      columns: [
        Table.Column(words("Niveau", "Level")), .number(words("Jaren", "Years")),
        Table.Column(words("Ramer", "Estimator")), .number("n"),
        .number(words("Gemiddelde fout", "Bias"), unit: edition.netUnit),
        .number(words("Absolute fout", "Absolute error"), unit: edition.netUnit),
        .number(words("Dekking", "Coverage"), unit: "%"), .number(words("Breedte ×", "Width ×")),
      ],
      rows: report.scores.filter { $0.sizeClass == nil }.map { score in
        func cell(_ cell: Table.Cell, _ figure: ScoreFigure) -> Table.Cell {
          cell.explained(by: edition.backtestExplanation(of: figure, score, report))
        }
        return Table.Row([
          .text(score.level), .year(score.length), .text(ForecasterName.label(score.forecaster)[edition.language]),
          cell(.count(score.score.count), .count), cell(Table.Cell(.number(score.score.bias, decimals: 1)), .bias),
          cell(Table.Cell(.number(score.score.meanAbsoluteError, decimals: 1)), .meanAbsoluteError),
          cell(.share(score.score.coverage), .coverage),
          cell(score.score.wideningFactor.map { Table.Cell(.number($0, decimals: 2)) } ?? .empty, .widening),
        ])
      },
      notes: [
        RichText(
          words(
            "Dekking hoort \(numbers(report.nominalCoverage * 100, decimals: 0)) % te zijn; met de breedte vermenigvuldigd dekt de band wat hij belooft. Naïeve regels: geen verandering, en het laatste decennium doorgetrokken.",
            "Coverage should be \(numbers(report.nominalCoverage * 100, decimals: 0))%; multiplied by the width the band covers what it claims. Naive rules: no change, and the last decade continued."
          ))
      ])
  }
}
