import EnergyHubs
import Provenance
import Quantities

/// The storage that a limit takes, written out over the steps that decide — *beslissend venster*.
struct FrontierWindow {
  let frontier: PeakFrontier
  let leaves: EnergyLeaves
  /// What is taken at a step before storage, kW.
  let net: (Int) -> Explanation
  /// Of the storage, kW.
  let power: Explanation

  /// Steps of a window that a tree writes out.
  private static let shown = 10

  /// The storage as the sum over the deciding window of what each step gives or may take.
  func capacity(_ requirement: PeakFrontier.Requirement, _ limit: Explanation) -> Explanation {
    let terms = frontier.terms(of: requirement)
    return sum(LocalizedText(nl: "opslag", en: "storage"), terms, .kilowattHour, { $0.energy }) { term in
      Explanation(
        LocalizedText(
          nl: (term.exchange > 0 ? "geeft op " : "laadt op ") + leaves.time(term.step),
          en: (term.exchange > 0 ? "gives at " : "charges at ") + leaves.time(term.step)),
        .product, notation: "kW × uren bij het rendement × groei", unit: .kilowattHour,
        parts: [exchange(term, limit), factor(term)] + growth(term))
    }
  }

  func marginal(_ requirement: PeakFrontier.Requirement) -> Explanation {
    sum(
      LocalizedText(nl: "kWh meer voor een kW minder", en: "kWh more for a kW less"),
      frontier.terms(of: requirement).filter(\.moves), .hour, { $0.marginal }
    ) { term in
      Explanation(
        LocalizedText(both: leaves.time(term.step)), .product, notation: "uren bij het rendement × groei", unit: .hour,
        parts: [factor(term)] + growth(term))
    }
  }

  /// The largest terms in the order of time, and the others in one line; only the terms that are shown get their trees.
  private func sum(
    _ label: LocalizedText, _ terms: [PeakFrontier.Term], _ unit: Unit, _ value: (PeakFrontier.Term) -> Double,
    tree: (PeakFrontier.Term) -> Explanation
  ) -> Explanation {
    guard leaves.showsSteps else {
      return Explanation(
        label, value: terms.reduce(0.0) { $0 + value($1) }, unit: unit, basis: .folded(count: terms.count))
    }
    let order = terms.indices.sorted { (-value(terms[$0]).magnitude, $0) < (-value(terms[$1]).magnitude, $1) }
    let kept = order.count > Self.shown + 1 ? order.prefix(Self.shown) : order[...]
    let rest = order.dropFirst(kept.count)
    let others =
      rest.isEmpty
      ? [] : [Explanation.rest(of: rest.count, adding: rest.reduce(0.0) { $0 + value(terms[$1]) }, unit: unit)]
    return Explanation(
      label, .sum, notation: "Σ stappen van het beslissende venster", unit: unit,
      parts: kept.sorted().map { tree(terms[$0]) } + others)
  }

  private func exchange(_ term: PeakFrontier.Term, _ limit: Explanation) -> Explanation {
    let excess = Explanation(
      LocalizedText(nl: "boven de grens", en: "above the limit"), .difference, notation: "netto afname − grens",
      unit: .kilowatt, parts: [net(term.step), limit])
    guard !term.moves else { return excess }
    let power = Explanation(
      LocalizedText(nl: "laadvermogen", en: "charging power"), .difference, notation: "0 − vermogen", unit: .kilowatt,
      parts: [
        Explanation(LocalizedText(nl: "niets", en: "nothing"), value: 0, unit: .kilowatt, basis: .definition),
        power,
      ])
    return Explanation(
      LocalizedText(nl: "laden, hoogstens het vermogen", en: "charging, at most the power"), .maximum,
      notation: "max(overschot; −vermogen)", unit: .kilowatt, parts: [excess, power])
  }

  private func factor(_ term: PeakFrontier.Term) -> Explanation {
    term.exchange > 0
      ? Explanation(
        LocalizedText(nl: "uren bij ontladen", en: "hours when giving"), .quotient, notation: "uren / rendement",
        unit: .hour, parts: [leaves.hours, leaves.dischargeEfficiency])
      : Explanation(
        LocalizedText(nl: "uren bij laden", en: "hours when charging"), .product, notation: "uren × rendement",
        unit: .hour, parts: [leaves.hours, leaves.chargeEfficiency])
  }

  /// Growth for what is lost standing still; nothing where nothing is lost.
  private func growth(_ term: PeakFrontier.Term) -> [Explanation] {
    guard term.growth != 1 else { return [] }
    let one = Explanation(LocalizedText(nl: "geheel", en: "whole"), value: 1, unit: .one, basis: .definition)
    let kept = Explanation(
      LocalizedText(nl: "blijft in een uur", en: "stays in an hour"), .difference, notation: "1 − verlies per uur",
      unit: .share, parts: [one, leaves.coefficient("hourly_loss", leaves.park.coefficients.hourlyLoss, .share)])
    let hours = Explanation(
      LocalizedText(nl: "uren vanaf het begin van het venster, negatief", en: "hours since the window began, negative"),
      value: -leaves.park.hours * Double(term.number), unit: .hour, basis: .definition)
    return [
      Explanation(
        LocalizedText(nl: "groei door stilstandsverlies", en: "growth for standing loss"), .power,
        notation: "(1 − verlies)^−uren", unit: .factor, parts: [kept, hours])
    ]
  }
}
