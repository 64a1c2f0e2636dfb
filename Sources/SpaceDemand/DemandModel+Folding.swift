import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// Where the demand of a region comes from, with its largest lines written out and the others as one number: all that a page
  /// has room for, without working out the rest.
  ///
  /// Example: of lines of 10, −6, 3, 2 and 1 ha folded to two, the tree is 10 − 6 + 3 others, 6.
  /// - Parameter demand: as this model gave it.
  public func explanation(of demand: RegionDemand, foldedTo limit: Int) -> Explanation {
    let lines = demand.amounts
    let shown = lines.count > limit + 1 ? Array(lines.prefix(limit)) : lines
    let rest = lines.dropFirst(shown.count)
    let parts = shown.compactMap { line in
      explanation(of: line.figure, in: demand.region, scenario: demand.scenario, horizon: demand.horizon)?
        .folded(to: limit)
    }
    let others = Explanation.rest(of: rest.count, adding: rest.reduce(0) { $0 + $1.net }, unit: .netHectare)
    return Explanation(
      Self.totalLabel, value: demand.total.value, unit: .netHectare,
      basis: .formula(.sum, notation: "Σ", parts: parts + (rest.isEmpty ? [] : [others])))
  }

  static let totalLabel = LocalizedText(nl: "ruimtevraag", en: "demand")
}

extension RegionDemand {
  /// What can be explained apart, the largest amount first; equal amounts in the order of the lines.
  fileprivate var amounts: [(figure: DemandFigure, net: Double)] {
    var amounts: [DemandFigure: Double] = [:]
    var order: [DemandFigure] = []
    for line in lines {
      let figure = DemandFigure(line.component)
      if amounts[figure] == nil { order.append(figure) }
      amounts[figure, default: 0] += line.net.value
    }
    return order.enumerated()
      .sorted { (-amounts[$0.element]!.magnitude, $0.offset) < (-amounts[$1.element]!.magnitude, $1.offset) }
      .map { ($0.element, amounts[$0.element]!) }
  }
}

extension DemandFigure {
  init(_ component: DemandLine.Component) {
    self =
      switch component {
      case .expansion(let sector, let type): .expansionOf(sector: sector, locationType: type)
      case .replacement(let withdrawal): .replacementOf(withdrawal: withdrawal)
      case .addOn(let id): .addOn(id: id)
      }
  }
}
