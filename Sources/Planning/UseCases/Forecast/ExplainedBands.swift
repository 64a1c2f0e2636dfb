import ForecastBands
import Provenance
import Quantities
import SupplyDemandBalance
import Uncertainty
import WorkLocations

/// The bands and chances of a region's forecast with the way to them: the draws they come from, and each draw down to its random
/// numbers, records and parameters — *verklaring van een bandbreedte*.
struct ExplainedBands {
  /// Of the region and scenario of the path alone.
  let request: RunForecast.Request
  let path: FigurePath
  let inputs: ForecastInputs
  let draws: ForecastDraws
  let area: Int
  let year: Int
  /// Whether draws stand as references to their own paths.
  let isBrief: Bool

  /// - Throws: `PlanningError` like the forecast itself.
  init(
    _ path: FigurePath, _ request: RunForecast.Request, needsClasses: Bool, register: Register,
    library: PlanningLibrary
  ) throws(PlanningError) {
    var request = request
    request.balance.region = path.region
    request.balance.scenarios = [path.scenario]
    request.balance.ownScenarios = []
    // A forecast begins with the reference year and never ends there.
    let horizons = path.horizon > register.referenceDate.year ? [path.horizon] : []
    request.balance.horizons = (request.balance.horizons + horizons).unique().sorted()
    request.hasSegments = needsClasses
    let situation = StartingSituation(register, region: path.region)
    let problems = request.problems(situation, library)
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    let inputs = try ForecastInputs(request, from: situation, library: library)
    self.init(path, request, inputs, try inputs.draws(request, scenario: path.scenario), isBrief: false)
  }

  /// Of draws that were made before.
  init(
    _ path: FigurePath, _ request: RunForecast.Request, _ inputs: ForecastInputs, _ draws: ForecastDraws, isBrief: Bool
  ) {
    self.path = path
    self.request = request
    self.inputs = inputs
    self.draws = draws
    self.isBrief = isBrief
    area = draws.area(of: path.region)
    year = path.horizon - draws.market.startYear
  }

  /// - Throws: `PlanningError.invalidInput` for a draw that was not made, and for a class of land in more than one market.
  func explanation(of figure: ForecastFigure) throws(PlanningError) -> Explanation {
    if figure.needsClasses, markets.count != 1 {
      throw .noStep("klasse", after: path.told(path.steps), possible: markets.map(\.text))
    }
    if figure.needsClasses, !request.balance.horizons.contains(path.horizon) {
      throw .noStep(
        String(path.horizon), after: "\(path.region)/\(path.scenario)",
        possible: request.balance.horizons.map(String.init))
    }
    if case .draw(let number, _) = figure, number >= draws.summary.draws { throw noDraw(number) }
    return tree(of: figure)
  }

  /// Of a figure that exists.
  func tree(of figure: ForecastFigure) -> Explanation {
    switch figure {
    case .band(let amount, .quantile(let level)): quantile(amount, level)
    case .band(let amount, .mean): mean(amount)
    case .band(let amount, .standardError): standardError(amount)
    case .chance(let event): chance(event)
    case .landForRisk(let space): space.map { landForRisk(of: $0) } ?? landForRisk
    case .draw(let number, let amount): draw(number, amount)
    }
  }

  var markets: [RegionCode] { draws.scope.markets(in: path.region) }

  private func noDraw(_ number: Int) -> PlanningError {
    .invalidInput([
      Diagnostic(
        .error, "explain.no-draw", value: String(number),
        message: LocalizedText(
          nl: "deze trekking is er niet; er zijn er \(draws.summary.draws), geteld vanaf 0",
          en: "there is no such draw; there are \(draws.summary.draws), counted from 0"),
        remedy: LocalizedText(nl: "Kies een lager getal.", en: "Choose a lower number."))
    ])
  }

  /// The amount in every draw.
  func column(_ amount: ForecastAmount) -> [Double] {
    switch amount {
    case .demand: draws.summary.demand(of: area, year: year)
    case .balance: draws.summary.balance(of: area, year: year, withSoft: false)
    case .balanceWithSoft: draws.summary.balance(of: area, year: year, withSoft: true)
    case .demandOf(let space): classDemand[space.index]
    case .shortageOf(let space): classShortage[space.index]
    }
  }

  /// Per class and draw.
  private var classDemand: [[Double]] {
    let chosen = request.balance.horizons.firstIndex(of: path.horizon)
    return chosen.flatMap { draws.summary.classDemand(of: area, chosenYear: $0) } ?? []
  }

  private var classShortage: [[Double]] {
    inputs.balance.markets[path.region]?.shortages(demandByClass: classDemand, horizon: path.horizon) ?? []
  }
}

extension ExplainedBands {
  func pathOfDraw(_ number: Int, _ amount: ForecastAmount, in region: RegionCode? = nil) -> String {
    "\(region ?? path.region)/\(path.scenario)/\(path.horizon)/\(ForecastTopic.draw.rawValue)/\(number)/\(amount.path)"
  }

  /// One draw of a market region; of a larger region the sum of its markets, each under its own path.
  func draw(_ number: Int, _ amount: ForecastAmount) -> Explanation {
    let name = Self.name(amount)
    let label = LocalizedText(nl: "\(name.nl) in trekking \(number)", en: "\(name.en) in draw \(number)")
    if isBrief {
      return Explanation(
        label, value: column(amount)[number], unit: .netHectare, basis: .figure(path: pathOfDraw(number, amount)))
    }
    let column = column(amount)
    let drawn = ExplainedDraw(
      draws, inputs, number: number, seed: request.seed, scenario: path.scenario, year: year,
      classes: amount.isOfClass ? classDemand.map { $0[number] } : [])
    if markets.count == 1 { return drawn.exact(drawn.explanation(of: amount, in: markets[0]), as: column[number]) }
    let parts = markets.map { market in
      drawn.explanation(of: amount, in: market).named(after: market)
        .reference(to: pathOfDraw(number, amount, in: market))
    }
    return drawn.exact(
      .formula(.sum, .netHectare, FormulaName(nl: label.nl, en: label.en, notation: "Σ marktregio's"), parts),
      as: column[number])
  }
}

extension ForecastAnswer {
  /// The figures that a report prints, by path: chances, land for the accepted risk and quantiles of demand at the horizons and at
  /// the start. Draws stand in them as references to their own paths.
  var explanations: [String: Explanation] {
    let quantiles = ForecastDraws.levels.map { ForecastFigure.band(.demand, .quantile($0)) }
    let figures = [ForecastFigure.chance(.shortage), .landForRisk(nil)] + quantiles
    var trees: [String: Explanation] = [:]
    for region in draws.scope.regions {
      // Fans are drawn of the region that was asked for.
      let start = region == request.balance.region ? [draws.market.startYear] : []
      for horizon in start + request.balance.horizons {
        let path = FigurePath(region: region, scenario: scenario, horizon: horizon)
        let bands = ExplainedBands(path, request, inputs, draws, isBrief: true)
        for figure in start.contains(horizon) ? quantiles : figures {
          trees["\(path.text)/\(figure.path)"] = bands.tree(of: figure)
        }
      }
    }
    return trees
  }
}
