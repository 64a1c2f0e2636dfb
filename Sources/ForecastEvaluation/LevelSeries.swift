import Provenance
import Quantities

/// A stock of land through the years — *standenreeks*, ha: what there was on the measurement years, ascending.
///
/// A series of yearly issue is one too: its level on 1 January of a year is all that was issued before it, so that the
/// growth between two years is the issue of the years between them.
public struct LevelSeries: Sendable, Hashable, Codable {
  public struct Point: Sendable, Hashable, Codable {
    public let year: Int
    public let level: Double

    public init(year: Int, level: Double) {
      self.year = year
      self.level = level
    }
  }

  public let points: [Point]

  /// - Parameter points: in any order; of two points of one year the last one given holds.
  public init(_ points: [Point]) {
    let byYear = Dictionary(points.map { ($0.year, $0) }, uniquingKeysWith: { _, last in last })
    self.points = byYear.values.sorted { $0.year < $1.year }
  }

  /// Levels that grow by an amount a year, from zero on 1 January of the first year.
  public init(firstYear: Int, yearly amounts: [Double]) {
    var points = [Point(year: firstYear, level: 0)]
    for amount in amounts {
      points.append(Point(year: points[points.endIndex - 1].year + 1, level: points.last!.level + amount))
    }
    self.init(points)
  }

  public var first: Point? { points.first }
  public var last: Point? { points.last }

  /// The level in a year: measured, or on the straight line between the measurements around it; nil outside them.
  ///
  /// Formula: L(t) = L(a) + (L(b) − L(a)) × (t − a) / (b − a), a and b the measurement years around t.
  ///
  /// Example: 84,081 ha in 2012 and 86,336 ha in 2015 give 84,081 + 2,255 / 3 = 84,832.67 ha in 2013.
  public func level(in year: Int) -> Double? { level(in: year, .one, measured: \.level) }

  /// The same with the measured levels given: as numbers, or as trees.
  package func level<Figure: Derivation>(in year: Int, _ unit: Unit, measured: (Point) -> Figure) -> Figure? {
    guard let next = points.firstIndex(where: { $0.year >= year }) else { return nil }
    if points[next].year == year { return measured(points[next]) }
    guard next > points.startIndex else { return nil }
    let (before, after) = (points[next - 1], points[next])
    let way = Figure.formula(
      .quotient, .share, FormulaName(nl: "deel van de weg", en: "part of the way", notation: "(t − a) / (b − a)"),
      .years(year - before.year), .years(after.year - before.year))
    let start = measured(before)
    let gap = Figure.formula(
      .difference, unit,
      FormulaName(nl: "groei tussen de metingen", en: "growth between the measurements", notation: "L(b) − L(a)"),
      measured(after), start)
    let gained = Figure.formula(
      .product, unit, FormulaName(nl: "groei tot het jaar", en: "growth up to the year", notation: "groei × deel"), gap,
      way)
    return .formula(
      .sum, unit,
      FormulaName(
        nl: "stand in \(year)", en: "level in \(year)", notation: "L(a) + (L(b) − L(a)) × (t − a) / (b − a)"), start,
      gained)
  }

  /// Growth from one year to another; nil where either lies outside the series.
  public func growth(from start: Int, to end: Int) -> Double? {
    guard let before = level(in: start), let after = level(in: end) else { return nil }
    return after - before
  }

  /// What was known in a year: the measurements up to and including it.
  public func through(_ year: Int) -> LevelSeries { LevelSeries(points.filter { $0.year <= year }) }
}
