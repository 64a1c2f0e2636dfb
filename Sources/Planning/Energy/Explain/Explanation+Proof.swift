import Provenance
import Quantities

/// How far a cost may be from the best.
extension Explanation {
  /// The gap between a cost and what nothing undercuts, as a share of the larger of both.
  static func gap(_ cost: Explanation, bound: Explanation) -> Explanation {
    Explanation(
      LocalizedText(nl: "gat", en: "gap"), .quotient, notation: "(kosten − ondergrens) / de grootste van beide",
      unit: .share, parts: [difference(cost, bound), magnitude([cost, bound])])
  }

  static func difference(_ high: Explanation, _ low: Explanation) -> Explanation {
    Explanation(
      LocalizedText(nl: "verschil", en: "difference"), .difference, notation: "hoog − laag", unit: .euro,
      parts: [high, low])
  }

  /// The largest without its sign.
  static func magnitude(_ parts: [Explanation]) -> Explanation {
    Explanation(
      LocalizedText(nl: "grootte", en: "size"), .maximum, notation: "zonder teken", unit: .euro,
      parts: parts.flatMap { part in
        [
          part,
          Explanation(
            LocalizedText(nl: "tegengesteld", en: "opposite"), .difference, notation: "0 − bedrag", unit: .euro,
            parts: [HubOperation.nothing, part]),
        ]
      })
  }
}

extension HubOperation {
  static let lagrange = LocalizedText(
    nl: "Lagrange: met de schaduwprijzen kiest elke grootheid apart het goedkoopste; geen keuze is goedkoper",
    en: "Lagrange: at the shadow prices each quantity takes its cheapest by itself; no choice is cheaper")
}
