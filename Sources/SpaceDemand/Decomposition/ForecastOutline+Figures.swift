import Provenance
import Quantities

/// The formulas of an outline, over numbers and over trees.
extension ForecastOutline {
  /// Every figure with its formula, from the whole to the items.
  package var figures: [(figure: OutlineFigure, value: Figure)] {
    let parts = areas.sorted()
    let ofLines = lines.flatMap { line in
      [(OutlineFigure.line(area: line.area, name: line.name), figure(of: line))]
        + OutlineLineItem.allCases.compactMap { item in
          line.items[item].map { (.item(item, area: line.area, name: line.name), $0) }
        }
    }
    let ofSupply = parts.flatMap { area -> [(OutlineFigure, Figure)] in
      guard let supply = supply[area] else { return [] }
      return [(.supply(area: area), takenOff(area))]
        + OutlineSupplyItem.allCases.compactMap { item in supply[item].map { (.supplyItem(item, area: area), $0) } }
    }
    return [(.whole, figure)] + parts.map { (.area($0), figure(in: $0)) } + ofLines + ofSupply
      + [(.rounding, rounding)]
  }

  /// The figure that the forecast is quoted by, ha.
  package var figure: Figure {
    let parts = areas.sorted().map(namedFigure)
    return .sum(.hectare, nl: "nog nodig", en: "still needed", parts + [namedRounding])
  }

  /// What a part of the region brings, as it stands in other figures; nothing of a part that the forecast is not about.
  func namedFigure(in area: String) -> Figure {
    areas.contains(area) ? named(.area(area), figure(in: area)) : .noLand
  }

  var namedRounding: Figure { named(.rounding, rounding) }

  /// Demand in the measure that is quoted, before supply and rounding.
  package var demand: Figure { demand(lines) }

  private func demand(_ lines: [Line]) -> Figure {
    .sum(
      .hectare, nl: "vraag", en: "demand",
      lines.map { named(.line(area: $0.area, name: $0.name), figure(of: $0)) })
  }

  /// What a part of the region brings to the figure.
  func figure(in area: String) -> Figure {
    let demand = demand(lines.filter { $0.area == area })
    guard supply[area] != nil else { return demand }
    return .formula(
      .difference, .hectare,
      FormulaName(nl: "nog nodig, \(area)", en: "still needed, \(area)", notation: "vraag − wat ervan af gaat"),
      demand, named(.supply(area: area), takenOff(area)))
  }

  private func figure(of line: Line) -> Figure {
    let line = shown(line)
    let added = [line.expansion, line.items[.published], line.items[.replacement], line.items[.additional]]
    let sum = Figure.sum(
      .netHectare, nl: "vraag: \(line.name)", en: "demand: \(line.name)", added.compactMap { $0 })
    let net =
      line.items[.reused].map {
        .formula(
          .difference, .netHectare,
          FormulaName(nl: "na hergebruik", en: "after re-use", notation: "vraag − hergebruik"), sum, $0)
      } ?? sum
    return .formula(
      .product, .hectare,
      FormulaName(nl: "\(line.name), \(line.area)", en: "\(line.name), \(line.area)", notation: "netto × maat"), net,
      line.measure)
  }

  private func takenOff(_ area: String) -> Figure {
    let items = shownSupply(area)
    func counted(_ item: OutlineSupplyItem, _ share: OutlineSupplyItem, nl: String, en: String) -> Figure? {
      guard let land = items[item] else { return nil }
      return .formula(
        .product, .netHectare, FormulaName(nl: nl, en: en, notation: "aanbod × deel dat telt"), land,
        items[share] ?? .noPart)
    }
    let land = Figure.sum(
      .netHectare, nl: "aanbod dat telt", en: "supply that counts",
      [
        counted(.hard, .hardCounted, nl: "hard dat telt", en: "hard that counts"),
        counted(.soft, .softCounted, nl: "zacht dat telt", en: "soft that counts"),
      ].compactMap { $0 })
    return .formula(
      .difference, .netHectare,
      FormulaName(nl: "gaat eraf, \(area)", en: "taken off, \(area)", notation: "aanbod dat telt − reserve"), land,
      items[.reserve] ?? .noLand)
  }

  /// The line as it stands in other figures.
  func shown(_ line: Line) -> Line {
    Line(
      area: line.area, name: line.name,
      items: Dictionary(
        uniqueKeysWithValues: line.items.map { ($0, named(.item($0, area: line.area, name: line.name), $1)) }))
  }

  func shownSupply(_ area: String) -> Supply {
    Dictionary(
      uniqueKeysWithValues: (supply[area] ?? [:]).map { ($0, named(.supplyItem($0, area: area), $1)) })
  }
}

extension ForecastOutline.Line {
  /// Expansion from jobs, ha net; nil where it is published as an amount, or there is none.
  var expansion: Figure? {
    guard let jobs = items[.jobsStart], let later = items[.jobsEnd], let share = items[.preferenceStart],
      let shareLater = items[.preferenceEnd], let land = items[.landPerJobStart],
      let landLater = items[.landPerJobEnd]
    else { return nil }
    return .expansion(from: [jobs, share, land], to: [later, shareLater, landLater])
  }

  var measure: Figure { items[.measure] ?? .one }

  /// The line of a forecast that does not have it: no jobs and no amounts at the same coefficients.
  var absent: Self {
    var none = items.filter { OutlineLineItem.coefficients.contains($0.key) }
    for item in [OutlineLineItem.jobsStart, .jobsEnd] where items[item] != nil { none[item] = .noJobs }
    return Self(area: area, name: name, items: none)
  }
}

extension Derivation {
  static var noJobs: Self { .definition(0, .job, LocalizedText(nl: "geen banen", en: "no jobs")) }
  fileprivate static var noPart: Self { .definition(0, .share, LocalizedText(nl: "telt niet", en: "does not count")) }

  /// Land for J jobs, a share P of them on work locations and Q m² for each, at the end more than at the start.
  static func expansion(from start: [Self], to end: [Self]) -> Self {
    func land(_ factors: [Self], nl: String, en: String) -> Self {
      .formula(.product, .squareMetre, FormulaName(nl: nl, en: en, notation: "J × P × Q"), factors)
    }
    let growth = Self.formula(
      .difference, .squareMetre,
      FormulaName(nl: "groei van het terrein", en: "growth of the land", notation: "eind − begin"),
      land(end, nl: "terrein aan het eind", en: "land at the end"),
      land(start, nl: "terrein aan het begin", en: "land at the start"))
    return .formula(
      .quotient, .netHectare, FormulaName(nl: "uitbreiding", en: "expansion", notation: "m² / 10 000"), growth,
      .definition(SquareMetres.perHectare, .squareMetre, LocalizedText(nl: "m² in een ha", en: "m² in a ha")))
  }
}
