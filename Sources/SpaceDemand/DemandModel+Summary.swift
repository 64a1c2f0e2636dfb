import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// A part of a region's demand as the sum of its lines, each named with the path under which it is explained: all that a page
  /// has room for. Long sums are folded to their largest lines.
  ///
  /// Example: expansion of 10, −6, 3 and 2 ha folded to two is 10 − 6 + 2 others, 5.
  /// - Parameter demand: as this model gave it.
  /// - Returns: nil for a figure that is no such sum.
  public func summary(
    of figure: DemandFigure, in demand: RegionDemand, foldedTo limit: Int, path: (DemandFigure) -> String
  ) -> Explanation? {
    guard let label = label(of: figure, in: demand) else { return nil }
    let isGross = figure == .grossTotal
    let item = demandCase(demand.region, demand.scenario, demand.horizon)
    let parts = lines(of: figure, in: demand).map { line in
      if let part = replacement(line, of: figure, item, path) { return part }
      let net = Explanation(
        line.label, value: line.net, unit: .netHectare, basis: .figure(path: path(line.figure)))
      return isGross ? gross(net, line.type, item.coefficients) : net
    }
    return Explanation(
      label, .sum, notation: "Σ", unit: isGross ? .grossHectare : .netHectare, parts: parts
    ).folded(to: limit)
  }

  /// The part of a sector group in a withdrawal, whose own tree is of all groups together; nil for other lines and figures.
  private func replacement(_ line: Line, of figure: DemandFigure, _ item: DemandCase, _ path: (DemandFigure) -> String)
    -> Explanation?
  {
    guard case .sectorGroup(let id) = figure, case .replacementOf(let withdrawal) = line.figure,
      let group = classification.groups.first(where: { $0.id == id }),
      let whole = withdrawals(in: item.region, through: item.horizon).first(where: { $0.id == withdrawal })
    else { return nil }
    let share = groupShare(group, item)
    return part(
      Explanation(
        line.label, value: replacement(whole, item.coefficients), unit: .netHectare,
        basis: .figure(path: path(line.figure))),
      Explanation(share.label, value: share.value, unit: .share, basis: .folded(count: item.coefficients.uses.count)))
  }

  /// Jobs of a region in all sectors, sector by sector.
  public func jobsSummary(
    in demand: RegionDemand, atStart: Bool, foldedTo limit: Int, path: (DemandFigure) -> String
  ) -> Explanation {
    let item = demandCase(demand.region, demand.scenario, demand.horizon)
    let year = atStart ? startYear : demand.horizon
    let parts = item.coefficients.sectors.map { sector in
      Explanation(
        LocalizedText(nl: "banen \(sector.sector.label.nl)", en: "jobs \(sector.sector.label.en)"),
        value: jobs(item, sector, year), unit: .job,
        basis: .figure(path: path(.jobs(sector: sector.sector.id, atStart: atStart))))
    }
    return Explanation(
      LocalizedText(nl: "banen in \(year)", en: "jobs in \(year)"), .sum, notation: "Σ sectoren", unit: .job,
      parts: parts
    ).folded(to: limit)
  }

  private func label(of figure: DemandFigure, in demand: RegionDemand) -> LocalizedText? {
    switch figure {
    case .grossTotal: LocalizedText(nl: "ruimtevraag bruto", en: "gross demand")
    case .expansion: LocalizedText(nl: "uitbreidingsvraag", en: "expansion")
    case .replacement: LocalizedText(nl: "vervangingsvraag", en: "replacement")
    case .additional: LocalizedText(nl: "aanvullende vraag", en: "additional demand")
    case .sectorGroup(let id): classification.groups.first { $0.id == id }?.label
    default: nil
    }
  }

  private struct Line {
    let label: LocalizedText
    let figure: DemandFigure
    let type: LocationType
    var net: Double
  }

  /// What can be explained apart; the parts of a withdrawal by sector group are one line unless one group is asked for.
  private func lines(of figure: DemandFigure, in demand: RegionDemand) -> [Line] {
    var lines: [Line] = []
    for line in demand.lines where Self.belongs(line, to: figure) {
      let own = DemandFigure(line.component)
      if let last = lines.indices.last, lines[last].figure == own {
        lines[last].net += line.net.value
      } else {
        lines.append(
          Line(
            label: label(of: line.component), figure: own, type: type(of: line.component), net: line.net.value))
      }
    }
    return lines
  }

  private static func belongs(_ line: DemandLine, to figure: DemandFigure) -> Bool {
    switch (figure, line.component) {
    case (.grossTotal, _), (.expansion, .expansion), (.replacement, .replacement), (.additional, .addOn): true
    case (.sectorGroup(let id), _): line.sectorGroup == id
    default: false
    }
  }

  private func type(of component: DemandLine.Component) -> LocationType {
    switch component {
    case .expansion(_, let type): type
    case .replacement: .businessPark
    case .addOn(let id): addOns.first { $0.id == id }?.locationType ?? .businessPark
    }
  }

  private func label(of component: DemandLine.Component) -> LocalizedText {
    switch component {
    case .expansion(let sector, let type):
      LocalizedText(nl: "uitbreiding ", en: "expansion ")
        + (classification.sectors.first { $0.id == sector }?.label ?? LocalizedText(both: sector))
        + LocalizedText(both: ", ") + type.label
    case .replacement(let id): LocalizedText(nl: "vervanging \(id)", en: "replacement \(id)")
    case .addOn(let id): addOns.first { $0.id == id }?.label ?? LocalizedText(both: id)
    }
  }
}
