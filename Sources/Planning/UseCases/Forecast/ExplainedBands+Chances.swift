import ForecastBands
import Provenance
import Quantities
import Uncertainty
import WorkLocations

/// Means and chances over all draws — *gemiddelden en kansen*.
extension ExplainedBands {
  func mean(_ amount: ForecastAmount) -> Explanation {
    let moments = SampleMoments(column(amount))
    let name = Self.name(amount)
    let sum = overAll(
      moments.mean * Double(moments.count), .netHectare,
      LocalizedText(nl: "som van \(name.nl) over de trekkingen", en: "sum of \(name.en) over the draws"))
    return .formula(
      .quotient, .netHectare,
      FormulaName(nl: "gemiddelde van \(name.nl)", en: "mean of \(name.en)", notation: "Σ / trekkingen"), [sum, count])
  }

  func standardError(_ amount: ForecastAmount) -> Explanation {
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

  func chance(_ event: ShortageEvent) -> Explanation {
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

  var count: Explanation {
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
