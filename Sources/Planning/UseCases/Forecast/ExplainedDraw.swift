import ForecastBands
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// One draw of a forecast worked out again in double precision, with the way from its random numbers, records and parameters —
/// *verklaring van een trekking*. What the drawing loops, which count in single precision, make of it differently is a part of
/// its own.
struct ExplainedDraw {
  let draws: ForecastDraws
  let inputs: ForecastInputs
  let number: Int
  let seed: UInt64
  let scenario: String
  /// After the start.
  let year: Int
  /// Drawn demand per class of land of the market that is asked about; empty when classes are not drawn.
  let classes: [Double]
  private let drawn: DrawnPath
  private let factors: DrawnFactors

  init(
    _ draws: ForecastDraws, _ inputs: ForecastInputs, number: Int, seed: UInt64, scenario: String, year: Int,
    classes: [Double] = []
  ) {
    self.draws = draws
    self.inputs = inputs
    self.number = number
    self.seed = seed
    self.scenario = scenario
    self.year = year
    self.classes = classes
    let sampler = BandSampler(draws.market.model)
    drawn = sampler.path(ofDraw: number, seed: seed)
    factors = DrawnFactors(
      draws.market, inputs, sampler.numbers(ofDraw: number, seed: seed), number, seed,
      scenario: scenario)
  }

  private var startYear: Int { draws.market.startYear }
  private var horizon: Int { startYear + year }

  func explanation(of amount: ForecastAmount, in market: RegionCode) -> Explanation {
    let name = ExplainedBands.name(amount)
    let label = FormulaName(
      nl: "\(name.nl) in trekking \(number)", en: "\(name.en) in draw \(number)", notation: "bruikbaar − vraag")
    switch amount {
    case .demand: return demand(of: market)
    case .balance:
      return .formula(
        .difference, .netHectare, label, [supply(of: market, .usable(withSoft: false)), demand(of: market)])
    case .balanceWithSoft:
      let withSoft = Explanation.sum(
        .netHectare, nl: "bruikbaar met zachte plannen", en: "usable with soft plans",
        [supply(of: market, .usable(withSoft: false)), softPlans(of: market)])
      return .formula(.difference, .netHectare, label, [withSoft, demand(of: market)])
    case .demandOf(let space): return demand(for: space, in: market)
    case .shortageOf(let space): return shortage(of: space, in: market)
    }
  }

  private func softPlans(of market: RegionCode) -> Explanation {
    .formula(
      .product, .netHectare,
      FormulaName(nl: "zachte plannen die doorgaan", en: "soft plans that come about", notation: "zacht × realisatie"),
      [
        supply(of: market, .supply(.softPlan)), factors.realisation(inputs.balance.rules[market]!.softRealisation),
      ])
  }

  /// Nothing where the market has no such supply in this year.
  private func supply(of market: RegionCode, _ figure: BalanceFigure) -> Explanation {
    let nothing = ExplainedDemand(
      total: .noLand, byClass: SpaceClass.all.map { _ in 0 }, ofClass: { _ in .noLand }, path: \.path)
    return inputs.balance.markets[market]?.explanation(of: figure, demand: nothing, horizon: horizon) ?? .noLand
  }

  /// By the matching of the balance, with the drawn demand of each class under its own path.
  private func shortage(of space: SpaceClass, in market: RegionCode) -> Explanation {
    func reference(to space: SpaceClass) -> Explanation {
      let figure = ForecastFigure.draw(number, .demandOf(space))
      return Explanation(
        ExplainedBands.name(.demandOf(space)), value: classes[space.index], unit: .netHectare,
        basis: .figure(path: "\(market)/\(scenario)/\(horizon)/\(figure.path)"))
    }
    let drawn = ExplainedDemand(total: .noLand, byClass: classes, ofClass: reference, path: \.path)
    return inputs.balance.markets[market]?.explanation(
      of: .ofClass(space, .shortage, withSoft: false), demand: drawn, horizon: horizon) ?? .noLand
  }
}

// MARK: Demand

extension ExplainedDraw {
  private func demand(of market: RegionCode) -> Explanation {
    let sum = Explanation.sum(
      .netHectare, nl: "vraag in trekking \(number)", en: "demand in draw \(number)",
      lines(of: market).map(\.net))
    return exact(sum, as: drawn.demand[place(of: market)][year])
  }

  /// Each line times the share of it that falls in the class.
  private func demand(for space: SpaceClass, in market: RegionCode) -> Explanation {
    let parts = lines(of: market).compactMap { line -> Explanation? in
      guard let share = line.share(space), share.value != 0, line.net.value != 0 else { return nil }
      return .formula(
        .product, .netHectare,
        FormulaName(
          nl: "\(line.net.label.nl), \(space.label.nl)", en: "\(line.net.label.en), \(space.label.en)",
          notation: "vraag × aandeel"), [line.net, share])
    }
    let name = ExplainedBands.name(.demandOf(space))
    return exact(.sum(.netHectare, nl: name.nl, en: name.en, parts), as: classes[space.index])
  }

  private func place(of market: RegionCode) -> Int { draws.scope.markets.firstIndex(of: market)! }

  /// Expansion, replacement and add-ons as they were drawn, with the way each spreads over classes of land.
  private func lines(of market: RegionCode) -> [ExplainedLine] {
    let model = inputs.balance.model
    let now = model.factors(in: market, scenario: scenario, year: startYear)
    let then = model.factors(in: market, scenario: scenario, year: horizon)
    let expansion = zip(now, then).filter { $0.0.concentration.value != 0 }.map { now, then in
      ExplainedLine(
        sectorGroup: now.sector.group, net: self.expansion(from: now, to: then, place(of: market)), share: then.share)
    }
    return expansion + outsideTrend(market, model)
  }

  private func expansion(from now: LandFactors, to then: LandFactors, _ region: Int) -> Explanation {
    let (sector, type) = (now.sector.label, now.type.label)
    return .formula(
      .difference, .netHectare,
      FormulaName(
        nl: "uitbreiding \(sector.nl), \(type.nl)", en: "expansion \(sector.en), \(type.en)",
        notation: "terrein later − terrein nu"),
      [land(then, now, after: year, region), land(now, now, after: 0, region)])
  }

  /// J × P × c × Q / 10 000 with the drawn jobs, preference and land per job.
  private func land(_ then: LandFactors, _ now: LandFactors, after year: Int, _ region: Int) -> Explanation {
    let area = Explanation.formula(
      .product, .squareMetre, FormulaName(nl: "terrein", en: "land", notation: "J × P × c × Q"),
      [
        factors.jobs(then, after: year, region), factors.preference(then, now, after: year), then.concentration,
        factors.landPerJob(then, now, after: year),
      ])
    return .formula(
      .quotient, .netHectare,
      FormulaName(
        nl: "terrein in \(startYear + year)", en: "land in \(startYear + year)", notation: "J × P × c × Q / 10 000"),
      [area, .definition(SquareMetres.perHectare, .squareMetre, LocalizedText(nl: "m² in een ha", en: "m² in a ha"))])
  }

  /// Replacement and add-ons, each times its drawn factor. Replacement spreads as it does over the whole forecast.
  private func outsideTrend(_ market: RegionCode, _ model: DemandModel) -> [ExplainedLine] {
    let lastYear = startYear + draws.market.model.sizes.years - 1
    return model.linesOutsideTrend(in: market, scenario: scenario, year: horizon, lastYear: lastYear).map { line in
      let factor = line.addOn.map { id in factors.addOn(factors.addOns.firstIndex { $0.id == id }!) }
      return ExplainedLine(
        sectorGroup: line.sectorGroup, net: scaled(line.net, by: factor ?? factors.replacement), share: line.share)
    }
  }

  private func scaled(_ amount: Explanation, by factor: Explanation) -> Explanation {
    .formula(
      .product, .netHectare,
      FormulaName(nl: amount.label.nl, en: amount.label.en, notation: "middenwaarde × factor"), [amount, factor])
  }

  /// The figure as it was drawn: what was worked out, and the rest that single precision leaves.
  func exact(_ worked: Explanation, as drawn: Double) -> Explanation {
    guard worked.value != drawn else { return worked }
    let rounding = Explanation(
      LocalizedText(nl: "afronding van de trekking (enkele precisie)", en: "rounding of the draw (single precision)"),
      value: drawn - worked.value, unit: .netHectare, basis: .draw(number: number, seed: seed))
    return .formula(
      .sum, .netHectare, FormulaName(nl: worked.label.nl, en: worked.label.en, notation: "uitgewerkt + afronding"),
      [worked, rounding])
  }
}
