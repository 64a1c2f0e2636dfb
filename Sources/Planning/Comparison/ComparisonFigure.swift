import Provenance
import Quantities
import SpaceDemand

/// A figure of two forecasts beside each other by its path — *cijfer van een vergelijking van ramingen*:
///
///     van, naar                                  the two figures, land still needed
///     verschil                                   the second minus the first
///     deel/ruimte-per-baan                       the part of one cause
///     deel/ruimte-per-baan/CR33/logistiek        what one line brings to it
///     van/gebied/CR33                            a part of the region in the first forecast
///     van/regel/CR33/logistiek                   a line of it, and its items:
///     van/banen-eind/CR33/logistiek
///     van/aanbod/CR33, van/hard-geteld/CR33      its supply
enum ComparisonFigure {
  enum Side: String, CaseIterable {
    case from = "van"
    case to = "naar"
  }

  static let difference = "verschil"
  static let part = "deel"

  static func path(_ side: Side, _ figure: OutlineFigure) -> String { join([side.rawValue] + figure.steps) }

  static func path(_ component: ForecastComponent, area: String = "", name: String = "") -> String {
    join([part, component.rawValue, area, name])
  }

  private static func join(_ steps: [String]) -> String { steps.filter { !$0.isEmpty }.joined(separator: "/") }
}

extension OutlineFigure {
  fileprivate var steps: [String] {
    switch self {
    case .whole: []
    case .area(let area): ["gebied", area]
    case .line(let area, let name): ["regel", area, name]
    case .item(let item, let area, let name): [item.rawValue, area, name]
    case .supply(let area): ["aanbod", area]
    case .supplyItem(let item, let area): [item.rawValue, area]
    case .rounding: ["afronding"]
    }
  }
}

extension OutlineLineItem {
  var label: LocalizedText {
    switch self {
    case .jobsStart: LocalizedText(nl: "banen aan het begin", en: "jobs at the start")
    case .jobsEnd: LocalizedText(nl: "banen aan het eind", en: "jobs at the end")
    case .preferenceStart: LocalizedText(nl: "voorkeur aan het begin", en: "preference at the start")
    case .preferenceEnd: LocalizedText(nl: "voorkeur aan het eind", en: "preference at the end")
    case .landPerJobStart: LocalizedText(nl: "ruimte per baan aan het begin", en: "land per job at the start")
    case .landPerJobEnd: LocalizedText(nl: "ruimte per baan aan het eind", en: "land per job at the end")
    case .published: ForecastComponent.published.label
    case .reused: ForecastComponent.reused.label
    case .replacement: ForecastComponent.replacement.label
    case .additional: ForecastComponent.additional.label
    case .measure: LocalizedText(nl: "maat: netto of bruto", en: "measure: net or gross")
    }
  }
}

/// See `ForecastOutline.init`.
typealias OutlineNames = @Sendable (OutlineFigure, Explanation) -> Explanation

/// The figures of two forecasts and of their difference, each with the way to it.
struct ExplainedDifference {
  let difference: ForecastDifference<Explanation>
  /// What stands before the paths where an answer has several differences; else empty.
  var start = ""

  /// Every figure by its path, the whole first.
  var figures: [(path: String, tree: Explanation)] {
    [(start + ComparisonFigure.difference, whole)] + causes + contributions
      + side(.from, difference.from) + side(.to, difference.to)
  }

  private func path(_ component: ForecastComponent, _ line: ForecastDifference<Explanation>.Contribution? = nil)
    -> String
  {
    start + ComparisonFigure.path(component, area: line?.area ?? "", name: line?.name ?? "")
  }

  /// What stands in other figures for a formula of an outline; a record, a parameter or another figure stays what it is.
  static func reference(_ side: ComparisonFigure.Side, behind start: String = "") -> OutlineNames {
    { figure, tree in tree.referred(to: start + ComparisonFigure.path(side, figure)) }
  }

  private var whole: Explanation {
    let sides = [
      difference.to.figure.referred(to: start + ComparisonFigure.path(.to, .whole)),
      difference.from.figure.referred(to: start + ComparisonFigure.path(.from, .whole)),
    ]
    return .formula(
      .difference, .hectare,
      FormulaName(nl: "verschil tussen de ramingen", en: "difference of the forecasts", notation: "naar − van"), sides)
  }

  private var causes: [(path: String, tree: Explanation)] {
    ForecastComponent.allCases.map { component in
      let tree = difference.part(component) { line in
        // Rounding is of the whole: its cause and its only line are one figure.
        line.area.isEmpty ? line.figure : line.figure.named(line).referred(to: path(component, line))
      }
      return (path(component), tree)
    }
  }

  private var contributions: [(path: String, tree: Explanation)] {
    difference.contributions.filter { !$0.area.isEmpty }.map { (path($0.component, $0), $0.figure.named($0)) }
  }

  private func side(_ side: ComparisonFigure.Side, _ outline: ForecastOutline<Explanation>)
    -> [(path: String, tree: Explanation)]
  {
    outline.figures.map { (start + ComparisonFigure.path(side, $0.figure), $0.value) }
  }
}

extension Explanation {
  /// The figure under its path where it has a formula, itself where it is a leaf.
  fileprivate func referred(to path: String) -> Explanation {
    guard case .formula = basis else { return self }
    return Explanation(label, value: value, unit: unit, basis: .figure(path: path))
  }

  fileprivate func named(_ line: ForecastDifference<Explanation>.Contribution) -> Explanation {
    let place = [line.name, line.area].filter { !$0.isEmpty }.joined(separator: ", ")
    guard !place.isEmpty else { return self }
    return Explanation(line.component.label + LocalizedText(both: ": \(place)"), value: value, unit: unit, basis: basis)
  }
}
