import Provenance
import Quantities

/// A forecast reduced to what its figure is made of, so that it can be laid beside another — *opbouw van een raming*.
///
/// Formula of the figure, the land that is still needed:
///
///     figure  = Σ areas figure of the area + rounding
///     area    = Σ lines (expansion − re-used + replacement + additional) × measure
///             − (hard × counted part + soft × counted part − reserve)
///     expansion = (J₁ P₁ Q₁ − J₀ P₀ Q₀) / 10 000, or the published amount
///
/// Areas in ha; jobs in jobs; land per job in m² net. A study that quotes demand alone counts no supply.
package struct ForecastOutline<Figure: Derivation>: Sendable {
  /// A line of the demand table: a sector in a part of the region. What it does not have is nothing, a measure of 1.
  package struct Line: Sendable {
    package let area: String
    package let name: String
    package let items: [OutlineLineItem: Figure]

    package init(area: String, name: String, items: [OutlineLineItem: Figure]) {
      self.area = area
      self.name = name
      self.items = items
    }
  }

  /// Land that is taken off in a part of the region, and the part of it that the figure counts.
  package typealias Supply = [OutlineSupplyItem: Figure]

  /// Lines with names of their own within a part of the region: the second of a name is `name#2`.
  package let lines: [Line]
  /// By part of the region.
  package let supply: [String: Supply]
  /// What rounding in the publication adds to the figure.
  package let rounding: Figure
  /// What stands in other figures for one that has a name of its own.
  let named: @Sendable (OutlineFigure, Figure) -> Figure

  package init(
    lines: [Line], supply: [String: Supply] = [:], rounding: Figure = .noLand,
    named: @escaping @Sendable (OutlineFigure, Figure) -> Figure = { $1 }
  ) {
    self.lines = Self.apart(lines)
    self.supply = supply
    self.rounding = rounding
    self.named = named
  }

  /// Parts of the region that the forecast is about.
  package var areas: Set<String> { Set(lines.map(\.area)).union(supply.keys) }

  private static func apart(_ lines: [Line]) -> [Line] {
    var counts: [[String]: Int] = [:]
    return lines.map { line in
      let count = counts[[line.area, line.name], default: 0] + 1
      counts[[line.area, line.name]] = count
      return count == 1 ? line : Line(area: line.area, name: "\(line.name)#\(count)", items: line.items)
    }
  }
}
