import Provenance
import Quantities
import SupplyDemandBalance

extension StudyCalculation {
  func total(_ label: LocalizedText, _ parts: [Explanation], unit: Unit = .netHectare) -> Explanation {
    Explanation(label, .sum, notation: "Σ", unit: unit, parts: parts)
  }

  func oneMinus(_ share: Explanation, _ label: LocalizedText) -> Explanation {
    let one = Explanation(Labels.whole, value: 1, unit: .share, basis: .definition)
    return Explanation(label, .difference, notation: "1 − \(share.label.nl)", unit: .share, parts: [one, share])
  }

  /// A computed area rounded as the publication does; the difference is a part of its own, so that the tree still adds up.
  func rounded(_ area: Explanation) -> Explanation {
    let difference = study.rounding(NetHectares(area.value)).value - area.value
    guard difference != 0 else { return area }
    let correction = Explanation(Labels.rounding, value: difference, unit: area.unit, basis: .definition)
    return Explanation(area.label, .sum, notation: "Σ", unit: area.unit, parts: [area, correction])
  }

  static let squareMetresPerHectare = Explanation(
    LocalizedText(nl: "m² in een hectare", en: "m² in a hectare"), value: SquareMetres.perHectare, unit: .squareMetre,
    basis: .definition)

  enum Labels {
    static let expansion = StudyColumn.expansion.label
    static let replacement = StudyColumn.replacement.label
    static let additional = StudyColumn.additional.label
    static let demand = LocalizedText(nl: "ruimtevraag", en: "demand")
    static let gross = LocalizedText(nl: "ruimtevraag bruto", en: "gross demand")
    static let hard = LocalizedText(nl: "hard aanbod", en: "hard supply")
    static let soft = SupplyKind.softPlan.label
    static let frozen = SupplyKind.frozen.label
    static let balance = LocalizedText(nl: "balans met hard aanbod", en: "balance with hard supply")
    static let balanceAfterSoft = LocalizedText(nl: "balans na zachte plannen", en: "balance after soft plans")
    static let jobChange = LocalizedText(nl: "verandering van de banen", en: "change of jobs")
    static let landForJobs = LocalizedText(nl: "ruimte voor de banen", en: "land for the jobs")
    static let inside = LocalizedText(nl: "deel dat op terreinen komt", en: "share that comes to parks")
    static let preference = LocalizedText(nl: "voorkeur voor terreinen", en: "preference for parks")
    static let issuable = LocalizedText(nl: "uitgeefbaar deel van bruto", en: "issuable share of gross")
    static let whole = LocalizedText(nl: "geheel", en: "whole")
    static let rounding = LocalizedText(nl: "afronding", en: "rounding")
  }
}

extension PublishedStudy {
  /// Names of the tables, as places and explanations show them.
  public static let demandTable = "demand.csv"
  public static let supplyTable = "supply.csv"
}
