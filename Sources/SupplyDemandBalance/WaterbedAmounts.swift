import Provenance
import Quantities
import WorkLocations

/// The amounts of a waterbed, ha net; the formulas stand at `Waterbed` — *waterbedsommen*.
package struct WaterbedAmounts<Figure: Derivation> {
  package struct Neighbour {
    let region: RegionCode
    let nearness: Figure
    let unused: [Figure]

    package init(region: RegionCode, nearness: Figure, unused: [Figure]) {
      self.region = region
      self.nearness = nearness
      self.unused = unused
    }
  }

  /// Demand that arrives at a neighbour; see `Waterbed.Pressure`.
  package struct Arrival {
    package let region: RegionCode
    package let fitting: Figure
    /// In the order of `SpaceClass.all`.
    package let fittingFor: [Figure]
    package let arriving: Figure
    package let arrivingOf: [Figure]
    package let served: Figure
    package let unplaced: Figure
  }

  package let unserved: Figure
  /// In the order of `SpaceClass.all`.
  package let unservedOf: [Figure]
  package let inMunicipality: Figure
  package let elsewhereInMarket: Figure
  package let leaving: Figure
  package let leavingOf: [Figure]
  package let arrivals: [Arrival]

  /// - Parameter named: what stands in other figures for one that has a name of its own.
  package init(
    unserved: [Figure], neighbours: [Neighbour], municipality: Figure, market: Figure,
    named: (WaterbedFigure, Figure) -> Figure = { $1 }
  ) {
    let classes = SpaceClass.all.filter { unserved[$0.index].number > 0 }
    let total: Figure = .unserved(classes.map { named(.unservedOf($0), unserved[$0.index]) })
    self.unserved = total
    unservedOf = unserved
    let whole = named(.unserved, total)
    inMunicipality = .looking(
      "zoekt verder in de gemeente", "looks on in the municipality", whole, .least(municipality, market))
    elsewhereInMarket = .looking(
      "zoekt elders in de markt", "looks elsewhere in the market", whole, .rest(market, municipality))
    leaving = .looking("zoekt bij de buren", "looks at the neighbours", whole, .oneMinus(market))
    let leavingOf: [Figure] = SpaceClass.all.map { space in
      let label = space.label
      return .looking(
        "zoekt bij de buren: \(label.nl)", "looks at the neighbours: \(label.en)",
        named(.unservedOf(space), unserved[space.index]), .oneMinus(market))
    }
    self.leavingOf = leavingOf
    let fitting = neighbours.map { neighbour in SpaceClass.all.map { Figure.fitting(neighbour.unused, for: $0) } }
    let shares = classes.map { space in
      Figure.shares(
        zip(neighbours, fitting).map { neighbour, fitting in
          (neighbour.nearness, named(.fittingFor(neighbour.region, space), fitting[space.index]))
        })
    }
    arrivals = neighbours.indices.map { place in
      var arriving = [Figure](repeating: .noLand, count: SpaceClass.all.count)
      for (space, shares) in zip(classes, shares) {
        arriving[space.index] = .arriving(named(.leavingOf(space), leavingOf[space.index]), shares[place], space)
      }
      return Arrival(neighbours[place], classes, arriving: arriving, fitting: fitting[place], named)
    }
  }
}

extension WaterbedAmounts.Arrival {
  fileprivate init(
    _ neighbour: WaterbedAmounts.Neighbour, _ classes: [SpaceClass], arriving: [Figure], fitting: [Figure],
    _ named: (WaterbedFigure, Figure) -> Figure
  ) {
    let region = neighbour.region
    let parts = classes.map { named(.arrivingOf(region, $0), arriving[$0.index]) }
    let total = Figure.sum(.netHectare, nl: "komt aan", en: "arrives", parts)
    let matching = Matching(demand: arriving.map(\.number), supply: neighbour.unused.map(\.number))
    let shortage: Figure = .known(matching.unserved.reduce(0, +)) {
      let proof = matching.proof
      return .unplaced(
        proof.demand.map { named(.arrivingOf(region, SpaceClass.all[$0]), arriving[$0]) },
        proof.land.map { neighbour.unused[$0] })
    }
    self.region = region
    fittingFor = fitting
    arrivingOf = arriving
    self.arriving = total
    served = .served(named(.arriving(region), total), shortage)
    unplaced = shortage
    self.fitting = .meanFitting(
      zip(classes, parts).map { ($1, named(.fittingFor(region, $0), fitting[$0.index])) },
      named(.arriving(region), total))
  }
}

extension WaterbedAmounts {
  /// Demand per class that is unserved after a change and was not before; see `Waterbed.extra`.
  /// - Parameters: shortages per class in the order of `SpaceClass.all`, and in all.
  package static func extra(
    before: (classes: [Figure], total: Figure), after: (classes: [Figure], total: Figure)
  ) -> [Figure] {
    let rises: [Figure] = zip(before.classes, after.classes).map { before, after in
      let rise = Figure.rise(before, after)
      return rise.number > NetHectares.negligible.value ? rise : .noLand
    }
    let total = Figure.positive(.rise(before.total, after.total))
    let counted = rises.filter { $0.number > 0 }
    let sum = Figure.sum(.netHectare, nl: "stijging van alle klassen", en: "rise of all classes", counted)
    return rises.map { $0.number > 0 ? .partOfRise($0, total, sum) : .noLand }
  }
}

// MARK: Formulas

extension Derivation {
  fileprivate static func unserved(_ parts: [Self]) -> Self {
    .sum(.netHectare, nl: "vraag zonder plaats", en: "demand without a place", parts)
  }

  fileprivate static func looking(_ nl: String, _ en: String, _ demand: Self, _ share: Self) -> Self {
    .formula(.product, .netHectare, FormulaName(nl: nl, en: en, notation: "vraag × aandeel"), demand, share)
  }

  fileprivate static func least(_ one: Self, _ other: Self) -> Self {
    .formula(
      .minimum, .share,
      FormulaName(nl: "blijft in de gemeente", en: "stays in the municipality", notation: "het kleinste"),
      one, other)
  }

  /// What stays in the market and not in the municipality.
  fileprivate static func rest(_ market: Self, _ municipality: Self) -> Self {
    .formula(
      .maximum, .share,
      FormulaName(
        nl: "blijft elders in de markt", en: "stays elsewhere in the market", notation: "max(0, markt − gemeente)"),
      .definition(0, .share, LocalizedText(nl: "niets", en: "nothing")),
      .formula(
        .difference, .share, FormulaName(nl: "verschil", en: "difference", notation: "markt − gemeente"), market,
        municipality))
  }

  /// Unused land that can host demand of a class.
  fileprivate static func fitting(_ unused: [Self], for space: SpaceClass) -> Self {
    let label = space.label
    return .sum(
      .netHectare, nl: "passend vrij: \(label.nl)", en: "fitting and free: \(label.en)",
      SpaceClass.all.filter { $0.serves(space) }.map { unused[$0.index] })
  }

  /// The share of each neighbour in the demand of a class: by nearness and fitting land, by nearness alone where none has any.
  fileprivate static func shares(_ neighbours: [(nearness: Self, fitting: Self)]) -> [Self] {
    let byRoom = neighbours.map { neighbour in
      Self.formula(
        .product, .one, FormulaName(nl: "gewicht", en: "weight", notation: "nabijheid × passend vrij"),
        neighbour.nearness, neighbour.fitting)
    }
    let weights = byRoom.contains { $0.number > 0 } ? byRoom : neighbours.map(\.nearness)
    let sum = Self.sum(.one, nl: "gewicht van alle buren", en: "weight of all neighbours", weights)
    return weights.map { .share($0, of: sum, nl: "deel van deze buur", en: "share of this neighbour") }
  }

  fileprivate static func arriving(_ leaving: Self, _ share: Self, _ space: SpaceClass) -> Self {
    let label = space.label
    return .formula(
      .product, .netHectare,
      FormulaName(nl: "komt aan: \(label.nl)", en: "arrives: \(label.en)", notation: "vertrekt × deel van deze buur"),
      leaving, share)
  }

  /// The mean over the demand that arrives; nothing where none does.
  fileprivate static func meanFitting(_ parts: [(arriving: Self, fitting: Self)], _ total: Self) -> Self {
    guard total.number > 0 else { return .noLand }
    let products = parts.map { part in
      Self.formula(
        .product, .netHectare, FormulaName(nl: "aandeel", en: "part", notation: "komt aan × passend vrij"),
        part.arriving,
        part.fitting)
    }
    let sum = Self.sum(.netHectare, nl: "alle klassen", en: "all classes", products)
    return .formula(
      .quotient, .netHectare,
      FormulaName(nl: "passend vrij", en: "fitting and free", notation: "Σ komt aan × passend vrij / komt aan"), sum,
      total)
  }

  /// The proof of `Matching`: demand of the classes that fall short together, less all land that fits any of them.
  fileprivate static func unplaced(_ demand: [Self], _ land: [Self]) -> Self {
    .formula(
      .difference, .netHectare,
      FormulaName(
        nl: "vindt geen plaats", en: "finds none",
        notation: "vraag van de krappe klassen − al het terrein dat er een van past"),
      .sum(.netHectare, nl: "vraag van de krappe klassen", en: "demand of the short classes", demand),
      .sum(.netHectare, nl: "passend terrein", en: "fitting land", land))
  }

  fileprivate static func served(_ arriving: Self, _ unplaced: Self) -> Self {
    .formula(
      .difference, .netHectare,
      FormulaName(nl: "vindt plaats", en: "finds a place", notation: "komt aan − vindt geen plaats"), arriving, unplaced
    )
  }

  fileprivate static func rise(_ before: Self, _ after: Self) -> Self {
    .formula(
      .difference, .netHectare,
      FormulaName(nl: "stijging van het tekort", en: "rise of the shortage", notation: "na − voor"),
      after, before)
  }

  fileprivate static func positive(_ rise: Self) -> Self {
    .formula(
      .maximum, .netHectare,
      FormulaName(nl: "stijging in totaal", en: "rise in all", notation: "max(0, stijging)"), .noLand, rise)
  }

  fileprivate static func partOfRise(_ rise: Self, _ total: Self, _ sum: Self) -> Self {
    let product = Self.formula(
      .product, .netHectare, FormulaName(nl: "stijging × totaal", en: "rise × total", notation: "stijging × totaal"),
      rise,
      total)
    return .formula(
      .quotient, .netHectare,
      FormulaName(
        nl: "vraag zonder plaats", en: "demand without a place",
        notation: "stijging × stijging in totaal / som van de stijgingen"),
      product, sum)
  }
}
