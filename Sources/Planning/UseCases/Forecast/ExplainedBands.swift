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
  private let path: FigurePath
  private let inputs: ForecastInputs
  private let draws: ForecastDraws
  private let area: Int
  private let year: Int
  /// Whether draws stand as references to their own paths.
  private let isBrief: Bool

  /// - Throws: `PlanningError` like the forecast itself.
  init(
    _ path: FigurePath, _ request: RunForecast.Request, needsClasses: Bool, register: Register,
    library: PlanningLibrary
  ) throws(PlanningError) {
    var request = request
    request.balance.region = path.region
    request.balance.scenarios = [path.scenario]
    request.balance.ownScenarios = []
    request.balance.horizons = (request.balance.horizons + [path.horizon]).unique().sorted()
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
      throw .noStep("klasse", after: path.text, possible: markets.map(\.text))
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

  private var markets: [RegionCode] { draws.scope.markets(in: path.region) }

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
  private func column(_ amount: ForecastAmount) -> [Double] {
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

// MARK: Quantiles

extension ExplainedBands {
  private func quantile(_ amount: ForecastAmount, _ level: Double) -> Explanation {
    let step = BandStatistic.quantile(level).step
    let name = Self.name(amount)
    return quantile(
      amount, at: .definition(level, .share, LocalizedText(nl: "kans onder \(step)", en: "chance below \(step)")),
      LocalizedText(nl: "\(step) van \(name.nl)", en: "\(step) of \(name.en)"))
  }

  /// Between two neighbours in the order of size: x₁ + part × (x₂ − x₁), where the part is what (draws − 1) × level leaves behind
  /// its whole number.
  private func quantile(_ amount: ForecastAmount, at level: Explanation, _ label: LocalizedText) -> Explanation {
    let column = column(amount)
    let order = column.indices.sorted { (column[$0], $0) < (column[$1], $1) }
    let steps = Explanation.formula(
      .difference, .count,
      FormulaName(nl: "stappen tussen trekkingen", en: "steps between draws", notation: "trekkingen − 1"),
      [count, .definition(1, .count, LocalizedText(nl: "één", en: "one"))])
    let place = Explanation.formula(
      .product, .count, FormulaName(nl: "plaats in de volgorde", en: "place in the order", notation: "stappen × kans"),
      [steps, level])
    let lower = Int(place.value)
    let below = Explanation.definition(
      Double(lower), .count, LocalizedText(nl: "gehele plaats eronder", en: "whole place below"))
    let part = Explanation.formula(
      .difference, .share, FormulaName(nl: "deel van de weg", en: "part of the way", notation: "plaats − geheel"),
      [place, below])
    let first = draw(order[lower], amount)
    let second = draw(order[min(lower + 1, column.count - 1)], amount)
    let gap = Explanation.formula(
      .difference, .netHectare,
      FormulaName(nl: "naar de volgende trekking", en: "to the next draw", notation: "x₂ − x₁"),
      [second, first.reference(to: pathOfDraw(order[lower], amount))])
    let step = Explanation.formula(
      .product, .netHectare, FormulaName(nl: "stap ernaartoe", en: "step towards it", notation: "deel × (x₂ − x₁)"),
      [part, gap])
    return .formula(
      .sum, .netHectare, FormulaName(nl: label.nl, en: label.en, notation: "x₁ + deel × (x₂ − x₁)"), [first, step])
  }

  /// The accepted risk is a parameter unless the request gives it.
  private var risk: Explanation {
    request.acceptedRisk.map {
      Explanation.definition($0, .share, LocalizedText(nl: "aanvaard risico", en: "accepted risk"))
    } ?? .parameter(inputs.coefficients.acceptedRisk)
  }

  /// Of one class: the shortage that is exceeded in as many draws as the risk allows.
  private func landForRisk(of space: SpaceClass) -> Explanation {
    quantile(
      .shortageOf(space), at: .oneMinus(risk),
      LocalizedText(
        nl: "extra ruimte voor \(space.label.nl) bij het aanvaarde risico",
        en: "extra land for \(space.label.en) at the accepted risk"))
  }

  private var landForRisk: Explanation {
    let label = LocalizedText(nl: "balans bij het aanvaarde risico", en: "balance at the accepted risk")
    let missing = Explanation.formula(
      .difference, .netHectare,
      FormulaName(nl: "tekort bij dat risico", en: "shortage at that risk", notation: "0 − balans"),
      [.noLand, quantile(.balance, at: risk, label)])
    return .formula(
      .maximum, .netHectare,
      FormulaName(
        nl: "extra ruimte bij het aanvaarde risico", en: "extra land at the accepted risk", notation: "max(0, tekort)"),
      [.noLand, missing])
  }
}

// MARK: Means and chances

extension ExplainedBands {
  private func mean(_ amount: ForecastAmount) -> Explanation {
    let moments = SampleMoments(column(amount))
    let name = Self.name(amount)
    let sum = overAll(
      moments.mean * Double(moments.count), .netHectare,
      LocalizedText(nl: "som van \(name.nl) over de trekkingen", en: "sum of \(name.en) over the draws"))
    return .formula(
      .quotient, .netHectare,
      FormulaName(nl: "gemiddelde van \(name.nl)", en: "mean of \(name.en)", notation: "Σ / trekkingen"), [sum, count])
  }

  private func standardError(_ amount: ForecastAmount) -> Explanation {
    let moments = SampleMoments(column(amount))
    let name = Self.name(amount)
    let variance = overAll(
      moments.variance, .netHectare,
      LocalizedText(nl: "variantie van \(name.nl)", en: "variance of \(name.en)"))
    let perDraw = Explanation.formula(
      .quotient, .netHectare,
      FormulaName(nl: "variantie van het gemiddelde", en: "variance of the mean", notation: "variantie / trekkingen"),
      [variance, count])
    return .formula(
      .power, .netHectare,
      FormulaName(
        nl: "standaardfout van het gemiddelde van \(name.nl)", en: "standard error of the mean of \(name.en)",
        notation: "√"), [perDraw, .half])
  }

  private func chance(_ event: ShortageEvent) -> Explanation {
    let short = -NetHectares.negligible.value
    let large = short - inputs.largeShortage(request).value
    let label = Self.name(event, large: inputs.largeShortage(request))
    let times: Int =
      switch event {
      case .shortage: column(.balance).count { $0 < short }
      case .large: column(.balance).count { $0 < large }
      case .withSoft: column(.balanceWithSoft).count { $0 < short }
      case .soFar: timesSoFar(short)
      case .ofClass(let space): column(.shortageOf(space)).count { $0 > -short }
      }
    return .formula(
      .quotient, .share,
      FormulaName(nl: "kans op \(label.nl)", en: "chance of \(label.en)", notation: "keren / trekkingen"),
      [
        overAll(
          Double(times), .count, LocalizedText(nl: "trekkingen met \(label.nl)", en: "draws with \(label.en)")), count,
      ])
  }

  private func timesSoFar(_ short: Double) -> Int {
    var wasShort = [Bool](repeating: false, count: draws.summary.draws)
    for year in 0...year {
      for (draw, balance) in draws.summary.balance(of: area, year: year, withSoft: false).enumerated()
      where balance < short {
        wasShort[draw] = true
      }
    }
    return wasShort.count { $0 }
  }

  private var count: Explanation {
    overAll(Double(draws.summary.draws), .count, LocalizedText(nl: "aantal trekkingen", en: "number of draws"))
  }

  private func overAll(_ value: Double, _ unit: Unit, _ label: LocalizedText) -> Explanation {
    Explanation(label, value: value, unit: unit, basis: .draw(number: nil, seed: request.seed))
  }

  static func name(_ amount: ForecastAmount) -> LocalizedText {
    switch amount {
    case .demand: LocalizedText(nl: "vraag", en: "demand")
    case .balance: LocalizedText(nl: "balans", en: "balance")
    case .balanceWithSoft: LocalizedText(nl: "balans met zachte plannen", en: "balance with soft plans")
    case .demandOf(let space): LocalizedText(nl: "vraag naar \(space.label.nl)", en: "demand for \(space.label.en)")
    case .shortageOf(let space): LocalizedText(nl: "tekort aan \(space.label.nl)", en: "shortage of \(space.label.en)")
    }
  }

  private static func name(_ event: ShortageEvent, large: NetHectares) -> LocalizedText {
    let area = "\(large.value)"
    return switch event {
    case .shortage: LocalizedText(nl: "een tekort", en: "a shortage")
    case .large: LocalizedText(nl: "een tekort van meer dan \(area) ha", en: "a shortage of more than \(area) ha")
    case .soFar:
      LocalizedText(nl: "een tekort in dit of een eerder jaar", en: "a shortage in this or an earlier year")
    case .withSoft: LocalizedText(nl: "een tekort met zachte plannen", en: "a shortage with soft plans")
    case .ofClass(let space):
      LocalizedText(nl: "een tekort aan \(space.label.nl)", en: "a shortage of \(space.label.en)")
    }
  }
}

// MARK: Draws

extension ExplainedBands {
  private func pathOfDraw(_ number: Int, _ amount: ForecastAmount, in region: RegionCode? = nil) -> String {
    "\(region ?? path.region)/\(path.scenario)/\(path.horizon)/\(ForecastTopic.draw.rawValue)/\(number)/\(amount.path)"
  }

  /// One draw of a market region; of a larger region the sum of its markets, each under its own path.
  private func draw(_ number: Int, _ amount: ForecastAmount) -> Explanation {
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
  /// The figures that a report prints, by path: chances, land for the accepted risk and quantiles of demand at the horizons. Draws
  /// stand in them as references to their own paths.
  var explanations: [String: Explanation] {
    let figures =
      [ForecastFigure.chance(.shortage), .landForRisk(nil)]
      + ForecastDraws.levels.map { .band(.demand, .quantile($0)) }
    var trees: [String: Explanation] = [:]
    for region in draws.scope.regions {
      for horizon in request.balance.horizons {
        let path = FigurePath(region: region, scenario: scenario, horizon: horizon)
        let bands = ExplainedBands(path, request, inputs, draws, isBrief: true)
        for figure in figures { trees["\(path.text)/\(figure.path)"] = bands.tree(of: figure) }
      }
    }
    return trees
  }
}
