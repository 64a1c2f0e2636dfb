import ForecastBands
import Planning
import Quantities
import WorkLocations

extension Edition {
  /// How sure the figures are, and why — *onzekerheid*; none in a report without draws.
  var uncertainty: Chapter? {
    response.uncertainty.map { UncertaintyChapter(edition: self, forecast: $0.forecast, spread: $0.spread).chapter }
  }

  /// Independent estimates beside the one of the balance, and how well forecasts did — *ramers en terugtoets*.
  var estimators: Chapter? {
    response.uncertainty.map { EstimatorsChapter(edition: self, found: $0).chapter }
  }
}

private struct UncertaintyChapter {
  let edition: Edition
  let forecast: RunForecast.Response
  let spread: ExplainSpread.Response

  private var language: Language { edition.language }
  private var numbers: NumberText { edition.numbers }
  private var horizons: [Int] { edition.horizons }
  private var areas: [RegionCode] { edition.marketRegions + [edition.province] }

  private func words(_ dutch: String, _ english: String) -> String { edition.words(dutch, english) }

  var chapter: Chapter {
    Chapter(
      id: "onzekerheid", title: words("Hoe zeker is dit?", "How sure is this?"), startsPage: true,
      blocks: [.paragraph(uncertaintyIntroduction)] + edition.scenarios.compactMap(fan) + [
        .heading(words("Kans op een tekort", "Probability of a shortage"))
      ] + edition.scenarios.map { .table(chances($0)) } + [
        .heading(words("Wat een aanvaard risico aan ruimte vraagt", "What an accepted risk takes in land")),
        .table(landForRisk),
        .heading(words("Waar de spreiding vandaan komt", "Where the spread comes from")),
      ] + SpreadTables(edition: edition, spread: spread).blocks)
  }

  private var uncertaintyIntroduction: RichText {
    let draws = numbers(Double(forecast.draws.values.max() ?? 0), decimals: 0)
    return edition.rich(
      "De cijfers hiervoor zijn het midden. Elke parameter met een lage en een hoge waarde is hier \(draws) keer per scenario getrokken, samen met de jaarlijkse schommeling van de banen; laag en hoog gelden als het 10e en het 90e percentiel. Dezelfde trekkingen gelden voor alle regio’s, zodat optellingen kloppen. Een scenario zelf heeft geen kans.",
      "The figures above are the middle. Here every parameter with a low and a high value was drawn \(draws) times per scenario, together with the yearly fluctuation of jobs; low and high count as the 10th and the 90th percentile. All regions share the same draws, so that sums add up. A scenario itself has no probability."
    )
  }

  private func fan(_ scenario: String) -> Block? {
    guard let bands = forecast.bands(of: edition.province, scenario: scenario) else { return nil }
    let title = words(
      "Ruimtevraag en hard aanbod, scenario \(edition.scenarioName(scenario))",
      "Demand and hard supply, scenario \(edition.scenarioName(scenario))")
    let chart = FanChart(
      ChartHeading(name: "waaier-\(scenario)", title: title, unit: edition.netUnit, numbers: numbers),
      fans: [FanChart.Fan(words("vraag", "demand"), bands.years.map { FanChart.Quantiles($0.year, $0.demand) })],
      lines: [
        FanChart.Line(
          words("hard aanbod", "hard supply"), bands.years.map { ($0.year, $0.hardSupply.value) }, isStep: true)
      ])
    return .figure(
      Figure(
        picture: chart.picture(alternative: fanAlternative(bands)), caption: title, source: edition.sourceLine,
        isAssumed: edition.marks.demand,
        twin: chart.twin(caption: title, years: [forecast.startYear] + horizons) { year, level in
          explanation(Topic.demandQuantile(level), edition.province, scenario, year)
        } ofLine: {
          explanation(Topic.usable, edition.province, scenario, $0)
        }))
  }

  private func fanAlternative(_ bands: RegionBands) -> String {
    guard let last = bands.years.last else { return "" }
    let spread = numbers.range(last.demand.p10.value, last.demand.p90.value, decimals: 0)
    return words(
      "Waaier van de vraag tot \(last.year): in tachtig van de honderd trekkingen \(spread) ha, midden \(edition.hectares(last.demand.p50)) ha; hard aanbod \(edition.hectares(last.hardSupply)) ha.",
      "Fan of demand through \(last.year): in eighty of a hundred draws \(spread) ha, middle \(edition.hectares(last.demand.p50)) ha; hard supply \(edition.hectares(last.hardSupply)) ha."
    )
  }

  private func chances(_ scenario: String) -> Table {
    ProbabilityTable(
      years: horizons,
      rows: areas.map { region in
        ProbabilityTable.Row(
          edition.name(of: region),
          horizons.map { forecast.bands(of: region, scenario: scenario)?.year($0)?.shortage.probability },
          explanations: horizons.map { explanation(Topic.chance, region, scenario, $0) },
          isTotal: region == edition.province)
      }, language: language
    ).table(
      caption: words(
        "Kans dat het harde aanbod tekortschiet, scenario \(edition.scenarioName(scenario))",
        "Probability that hard supply falls short, scenario \(edition.scenarioName(scenario))"),
      isAssumed: edition.marks.balance)
  }

  private var landForRisk: Table {
    let risk = numbers(forecast.acceptedRisk * 100, decimals: 0)
    return Table(
      caption: words(
        "Extra hard aanbod om de kans op een tekort onder \(risk) % te houden",
        "Extra hard supply to keep the probability of a shortage below \(risk)%"),
      columns: [Table.Column(words("Gebied", "Area"))]
        + edition.scenarios.flatMap { scenario in
          horizons.map {
            Table.Column.number(
              "\(edition.scenarioName(scenario)) \($0)", unit: edition.netUnit, isAssumed: edition.marks.balance)
          }
        },
      rows: areas.map { region in
        Table.Row(
          [.text(edition.name(of: region))]
            + edition.scenarios.flatMap { scenario in
              horizons.map {
                .amount(forecast.bands(of: region, scenario: scenario)?.year($0)?.landForRisk, decimals: 0)
                  .explained(by: explanation(Topic.landForRisk, region, scenario, $0))
              }
            }, isTotal: region == edition.province)
      },
      notes: [
        RichText(
          words(
            "De provincie is apart getrokken en is geen som: tekorten in de regio’s vallen niet altijd samen. De aanvaarde kans is een bestuurlijke keuze (uncertainty/accepted-risk).",
            "The province was drawn as a whole and is no sum: shortages in its regions do not always coincide. The accepted probability is a political choice (uncertainty/accepted-risk)."
          ))
      ])
  }

  private typealias Topic = BalanceExplanations.Topic

  private func explanation(_ topic: String, _ region: RegionCode, _ scenario: String, _ horizon: Int) -> String? {
    edition.explanation(of: topic, region: region, scenario: scenario, horizon: horizon)
  }
}

extension FanChart.Quantiles {
  fileprivate init(_ year: Int, _ band: Band) {
    self.init(
      year: year, p5: band.p5.value, p10: band.p10.value, p50: band.p50.value, p90: band.p90.value,
      p95: band.p95.value)
  }
}
