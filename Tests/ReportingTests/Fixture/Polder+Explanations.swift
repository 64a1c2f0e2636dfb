import Planning
import Provenance
import Quantities
import WorkLocations

extension Polder {
  /// A tree for demand, usable supply and balance of every outcome; what is short is told by a class of land.
  var explanations: BalanceExplanations {
    BalanceExplanations(
      byPath: Dictionary(uniqueKeysWithValues: everyOutcome.flatMap { outcome in trees(of: outcome) }))
  }

  private func trees(of outcome: Outcome) -> [(String, Explanation)] {
    let place = "\(outcome.region)/\(outcome.scenario)/\(outcome.horizon)/"
    let immediate = immediateTree
    let usable = Explanation(
      LocalizedText(nl: "bruikbaar aanbod", en: "usable supply"), .sum, notation: "Σ", unit: .netHectare,
      parts: [immediate.reference(to: place + "aanbod/terstond"), .rest(of: 4, adding: -2, unit: .netHectare)])
    let demand = demandTree(amount(outcome))
    let balance = Explanation(
      LocalizedText(nl: "balans", en: "balance"), .difference, notation: "bruikbaar − vraag", unit: .netHectare,
      parts: [usable.reference(to: place + "bruikbaar"), demand.reference(to: place + "vraag")])
    let shortage = Explanation(
      LocalizedText(nl: "tekort", en: "shortage"), .sum, notation: "Σ", unit: .netHectare,
      parts: [demand.reference(to: place + "vraag/klasse/c4-large-wet")])
    return [
      (place + "vraag", demand), (place + "aanbod/terstond", immediate), (place + "bruikbaar", usable),
      (place + "balans", balance),
      (place + "tekort", shortage),
    ]
  }

  private var immediateTree: Explanation {
    let land = Explanation(
      LocalizedText(both: "Terrein 1a" + nasty), value: 35, unit: .netHectare,
      basis: .record(
        table: "werklocaties", key: "100", field: "terstond_uitgeefbaar",
        origin: Origin(snapshot: snapshot.id, referenceDate: Self.start, row: 12)))
    return Explanation(
      LocalizedText(nl: "terstond uitgeefbaar", en: "immediately issuable"), .sum, notation: "Σ", unit: .netHectare,
      parts: [land])
  }

  private func demandTree(_ amount: Double) -> Explanation {
    let perJob = parameters.last.map { Explanation($0) }!
    let jobs = Explanation(
      LocalizedText(nl: "banen", en: "jobs"), value: amount / perJob.value, unit: .job, basis: .definition)
    return Explanation(
      LocalizedText(nl: "ruimtevraag", en: "demand"), .product, notation: "J × Q", unit: .netHectare,
      parts: [jobs, perJob])
  }
}
