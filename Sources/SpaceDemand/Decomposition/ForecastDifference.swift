import Provenance
import Quantities

/// Splits the difference between two forecasts over its causes — *ontleding van een verschil*.
///
/// Lines of the same part and name are laid beside each other. Where both have jobs, J, P, Q and the measure (net or gross)
/// are factors of one product and get their Shapley mean; amounts get theirs with the measure; supply with the part of it that
/// counts. A line that one of the two does not have is a line without jobs and amounts at the other's coefficients. A part of
/// the region that one of the two is not about goes to the region, whole. The parts sum to the difference.
///
/// Source: domain notes 1.2. Not covered: sectors that are divided otherwise in the two; they differ by jobs then, on both sides.
///
/// Example: 100 jobs more × 200 m² = 2 ha net, against 100 × 300 m² = 3 ha net at a public share of 0.25, so 4 ha gross. Land
/// per job gives 100 × 100 / 10,000 × (1 + 4/3) / 2 = 1.167 ha, the measure 1/3 × (2 + 3) / 2 = 0.833 ha: together 2 ha.
package struct ForecastDifference<Figure: Derivation>: Sendable {
  /// The part of a difference that one line of the tables brings, ha.
  package struct Contribution: Sendable {
    package let component: ForecastComponent
    package let area: String
    package let name: String
    package let figure: Figure
  }

  package let from: ForecastOutline<Figure>
  package let to: ForecastOutline<Figure>
  /// Every cause of every line that is not nothing, in the order of the lines.
  package let contributions: [Contribution]

  package init(from: ForecastOutline<Figure>, to: ForecastOutline<Figure>) {
    self.from = from
    self.to = to
    let common = from.areas.intersection(to.areas)
    let lines = Self.pairs(from, to, common).flatMap(Self.contributions)
    let supply = common.sorted().flatMap { Self.contributions($0, from.shownSupply($0), to.shownSupply($0)) }
    let rounding = Contribution(
      component: .rounding, area: "", name: "",
      figure: .change(ForecastComponent.rounding.label, from: from.namedRounding, to: to.namedRounding))
    contributions = (lines + supply + Self.regions(from, to, common) + [rounding]).filter { $0.figure.number != 0 }
  }

  /// The part of each cause; nothing where it plays no role.
  /// - Parameter named: what stands in the sum for a contribution.
  package func part(_ component: ForecastComponent, named: (Contribution) -> Figure = { $0.figure }) -> Figure {
    .sum(
      .hectare, nl: component.label.nl, en: component.label.en,
      contributions.filter { $0.component == component }.map(named))
  }
}

extension ForecastDifference {
  private typealias Line = ForecastOutline<Figure>.Line

  private struct Pair {
    let from: Line
    let to: Line
  }

  /// Lines of the common parts, those of `from` first.
  private static func pairs(_ from: ForecastOutline<Figure>, _ to: ForecastOutline<Figure>, _ common: Set<String>)
    -> [Pair]
  {
    func lines(_ outline: ForecastOutline<Figure>) -> [Line] {
      outline.lines.filter { common.contains($0.area) }.map(outline.shown)
    }
    func key(_ line: Line) -> [String] { [line.area, line.name] }
    let (old, new) = (lines(from), lines(to))
    let found = Dictionary(uniqueKeysWithValues: new.map { (key($0), $0) })
    let known = Set(old.map(key))
    return old.map { Pair(from: $0, to: found[key($0)] ?? $0.absent) }
      + new.filter { !known.contains(key($0)) }.map { Pair(from: $0.absent, to: $0) }
  }

  private static func contributions(_ pair: Pair) -> [Contribution] {
    let amounts: [(ForecastComponent, OutlineLineItem, isTakenOff: Bool)] = [
      (.reused, .reused, true), (.replacement, .replacement, false), (.additional, .additional, false),
    ]
    let split =
      growth(pair)
      + amounts.flatMap { component, item, isTakenOff in
        product(
          (component, .netHectare), (.measure, .factor), (pair.from.items[item], pair.from.measure),
          (pair.to.items[item], pair.to.measure), isTakenOff: isTakenOff)
      }
    return byComponent(split, area: pair.from.area, name: pair.from.name)
  }

  /// Expansion: by jobs, preference and land per job where both have them, else as an amount.
  private static func growth(_ pair: Pair) -> [(ForecastComponent, Figure)] {
    guard let from = coefficients(pair.from, beside: pair.to), let to = coefficients(pair.to, beside: pair.from) else {
      return product(
        (.published, .netHectare), (.measure, .factor), (pair.from.growth, pair.from.measure),
        (pair.to.growth, pair.to.measure))
    }
    let parts = ShapleyMean.parts(factors.map(\.label), .hectare) { isNew in
      func mixed(_ items: [OutlineLineItem]) -> [Figure] {
        zip(items, isNew).map { item, isNew in (isNew ? to : from).items[item]! }
      }
      return Figure.formula(
        .product, .hectare,
        FormulaName(nl: "uitbreiding in de maat", en: "expansion in the measure", notation: "netto × maat"),
        .expansion(from: mixed(OutlineLineItem.atStart), to: mixed(OutlineLineItem.atEnd)),
        isNew.last == true ? pair.to.measure : pair.from.measure)
    }
    return Array(zip(factors, parts))
  }

  private static var factors: [ForecastComponent] { [.jobs, .preference, .landPerJob, .measure] }

  /// The line with its expansion from jobs; of a line without any growth, no jobs at the other's coefficients.
  private static func coefficients(_ line: Line, beside other: Line) -> Line? {
    if line.expansion != nil { return line }
    return (line.items[.published]?.number ?? 0) == 0 && other.expansion != nil ? other.absent : nil
  }

  private static func contributions(
    _ area: String, _ from: ForecastOutline<Figure>.Supply, _ to: ForecastOutline<Figure>.Supply
  ) -> [Contribution] {
    func counted(_ land: OutlineSupplyItem, _ share: OutlineSupplyItem) -> [(ForecastComponent, Figure)] {
      product(
        (.supply, .netHectare), (.hardness, .share), (from[land], from[share]), (to[land], to[share]),
        isTakenOff: true)
    }
    let reserve = Figure.change(
      ForecastComponent.reserve.label, from: from[.reserve] ?? .noLand, to: to[.reserve] ?? .noLand)
    let split = counted(.hard, .hardCounted) + counted(.soft, .softCounted) + [(.reserve, reserve)]
    return byComponent(split, area: area, name: "")
  }

  /// The parts of two factors of a product; a factor that is missing is nothing.
  private static func product(
    _ first: (ForecastComponent, Unit), _ second: (ForecastComponent, Unit), _ from: (Figure?, Figure?),
    _ to: (Figure?, Figure?), isTakenOff: Bool = false
  ) -> [(ForecastComponent, Figure)] {
    let nothing = Figure.noLand
    let factors = [
      ChangingFactor(first.0.label, first.1, from: from.0 ?? nothing, to: to.0 ?? nothing),
      ChangingFactor(second.0.label, second.1, from: from.1 ?? nothing, to: to.1 ?? nothing),
    ]
    let parts = ShapleyMean.effects(of: factors, .hectare)
    return zip([first.0, second.0], parts).map { ($0, isTakenOff ? .takenOff($1) : $1) }
  }

  /// One contribution for each cause.
  private static func byComponent(_ split: [(ForecastComponent, Figure)], area: String, name: String)
    -> [Contribution]
  {
    ForecastComponent.allCases.compactMap { component in
      let parts = split.filter { $0.0 == component && $0.1.number != 0 }.map(\.1)
      guard let first = parts.first else { return nil }
      let label = component.label
      return Contribution(
        component: component, area: area, name: name,
        figure: parts.count == 1 ? first : .sum(.hectare, nl: label.nl, en: label.en, parts))
    }
  }

  private static func regions(
    _ from: ForecastOutline<Figure>, _ to: ForecastOutline<Figure>, _ common: Set<String>
  ) -> [Contribution] {
    from.areas.union(to.areas).subtracting(common).sorted().map { area in
      Contribution(
        component: .region, area: area, name: "",
        figure: .change(
          ForecastComponent.region.label, from: from.namedFigure(in: area), to: to.namedFigure(in: area)))
    }
  }
}

extension ForecastOutline.Line {
  /// Expansion of the line, however it is given, ha net.
  fileprivate var growth: Figure? { expansion ?? items[.published] }
}

extension OutlineLineItem {
  fileprivate static let atStart: [OutlineLineItem] = [.jobsStart, .preferenceStart, .landPerJobStart]
  fileprivate static let atEnd: [OutlineLineItem] = [.jobsEnd, .preferenceEnd, .landPerJobEnd]
}

extension Derivation {
  fileprivate static func change(_ label: LocalizedText, from: Self, to: Self) -> Self {
    .formula(
      .difference, .hectare,
      FormulaName(nl: "verschil: \(label.nl)", en: "difference: \(label.en)", notation: "naar − van"), to, from)
  }

  /// What is taken off the demand counts against it.
  fileprivate static func takenOff(_ part: Self) -> Self {
    .formula(
      .difference, .hectare,
      FormulaName(nl: "gaat van de vraag af", en: "is taken off demand", notation: "0 − deel"), .noLand, part)
  }
}
