import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// Expansion of a region split into the effects of jobs, location preference and land per job.
  ///
  /// Formula, per sector and location type, with P the preference times the seaport concentration c, which stands still:
  ///
  ///     R = J × P × Q / 10 000
  ///     R(t₁) − R(t₀) = effect of J + effect of P + effect of Q        ShapleyMean, six orders
  ///
  /// Source: domain notes 1.2. Example: 1,000 → 1,200 jobs, a share 0.5 → 0.4, 200 → 250 m² per job. R goes from 10 to 12 ha;
  /// jobs give 2.017 ha, the preference −2.483 ha, land per job 2.467 ha.
  public func effects(of region: RegionCode, scenario: String, horizon: Int) -> DemandEffects {
    let item = demandCase(region, scenario, horizon)
    let sectors = item.coefficients.sectors.flatMap { sector in
      LocationType.workLocations.map { type -> SectorEffects in
        let effects: [Double] = effects(item, sector, type)
        return SectorEffects(
          sector: sector.sector.id, locationType: type, employment: NetHectares(effects[0]),
          preference: NetHectares(effects[1]), density: NetHectares(effects[2]))
      }
    }
    return DemandEffects(
      region: region, scenario: scenario, startYear: startYear, horizon: horizon, sectors: sectors)
  }

  /// The effects on one sector and location type in the order of `DemandEffect.allCases`, ha net.
  func effects<Figure: Derivation>(_ item: DemandCase, _ sector: SectorCoefficients, _ type: LocationType) -> [Figure] {
    let squareMetres: [Figure] = ShapleyMean.effects(of: factors(item, sector, type), .squareMetre)
    return zip(DemandEffect.allCases, squareMetres).map { effect, area in
      .formula(
        .quotient, .netHectare,
        FormulaName(
          nl: "effect van \(effect.label.nl), \(sector.sector.label.nl), \(type.label.nl)",
          en: "effect of \(effect.label.en), \(sector.sector.label.en), \(type.label.en)", notation: "m² / 10 000"),
        [
          area, .definition(SquareMetres.perHectare, .squareMetre, LocalizedText(nl: "m² in een ha", en: "m² in a ha")),
        ])
    }
  }

  private func factors<Figure: Derivation>(_ item: DemandCase, _ sector: SectorCoefficients, _ type: LocationType)
    -> [ChangingFactor<Figure>]
  {
    func preference(_ year: Int) -> Figure {
      .formula(
        .product, .share,
        FormulaName(nl: "voorkeur in de regio", en: "preference in the region", notation: "P × c"),
        [self.preference(sector, type, year), concentration(item.region, sector, type)])
    }
    let end = item.horizon
    return [
      ChangingFactor(
        DemandEffect.employment.label, .job, from: jobs(item, sector, startYear), to: jobs(item, sector, end)),
      ChangingFactor(DemandEffect.preference.label, .share, from: preference(startYear), to: preference(end)),
      ChangingFactor(
        DemandEffect.density.label, .squareMetrePerJob, from: landPerJob(sector, type, startYear),
        to: landPerJob(sector, type, end)),
    ]
  }

  /// One effect over all sectors, each named with the path under which it is explained; folded to the largest.
  /// - Parameter demand: as this model gave it.
  public func summary(
    of effect: DemandEffect, in demand: RegionDemand, foldedTo limit: Int, path: (DemandFigure) -> String
  ) -> Explanation {
    let item = demandCase(demand.region, demand.scenario, demand.horizon)
    let parts = item.coefficients.sectors.flatMap { sector in
      LocationType.workLocations.compactMap { type -> Explanation? in
        let tree = self.effect(effect, item, sector, type)
        guard tree.value != 0 else { return nil }
        let figure = DemandFigure.effectOf(effect, sector: sector.sector.id, locationType: type)
        return Explanation(tree.label, value: tree.value, unit: tree.unit, basis: .figure(path: path(figure)))
      }
    }
    return Explanation.sum(.netHectare, nl: "effect van \(effect.label.nl)", en: "effect of \(effect.label.en)", parts)
      .folded(to: limit)
  }

  /// Nil for a sector that is not there, or a type that is no work location.
  func effect(_ effect: DemandEffect, _ item: DemandCase, _ sector: String, _ type: LocationType) -> Explanation? {
    guard LocationType.workLocations.contains(type) else { return nil }
    return item.coefficients.sectors.first { $0.sector.id == sector }.map { self.effect(effect, item, $0, type) }
  }

  private func effect(
    _ effect: DemandEffect, _ item: DemandCase, _ sector: SectorCoefficients, _ type: LocationType
  ) -> Explanation {
    let effects: [Explanation] = effects(item, sector, type)
    return effects[DemandEffect.allCases.firstIndex(of: effect)!]
  }

  /// One effect over all sectors, with the way to it.
  func effect(_ effect: DemandEffect, _ item: DemandCase) -> Explanation {
    let parts = item.coefficients.sectors.flatMap { sector in
      LocationType.workLocations.map { self.effect(effect, item, sector, $0) }
    }
    return .sum(.netHectare, nl: "effect van \(effect.label.nl)", en: "effect of \(effect.label.en)", parts)
  }

  /// Expansion after some effects as their sum.
  func level(after last: DemandEffect?, of effect: (DemandEffect) -> Explanation) -> Explanation {
    guard let last else { return .noLand }
    let effects = DemandEffect.allCases[...DemandEffect.allCases.firstIndex(of: last)!]
    return .sum(
      .netHectare, nl: "uitbreiding na " + effects.map(\.label.nl).joined(separator: ", "),
      en: "expansion after " + effects.map(\.label.en).joined(separator: ", "), effects.map(effect))
  }

  /// The same over effects that have trees of their own.
  /// - Parameter demand: as this model gave it.
  public func levelSummary(after last: DemandEffect?, in demand: RegionDemand, path: (DemandFigure) -> String)
    -> Explanation
  {
    let item = demandCase(demand.region, demand.scenario, demand.horizon)
    return level(after: last) { effect in self.effect(effect, item).reference(to: path(.effect(effect))) }
  }

  /// The sectors of a region with jobs, preference and land per job at both ends, to compare forecasts line by line.
  package func outline<Figure: Derivation>(of region: RegionCode, scenario: String, horizon: Int)
    -> [ForecastOutline<Figure>.Line]
  {
    let item = demandCase(region, scenario, horizon)
    return item.coefficients.sectors.flatMap { sector in
      LocationType.workLocations.map { type in
        let factors: [ChangingFactor<Figure>] = factors(item, sector, type)
        let ends = factors.flatMap { [$0.start, $0.end] }
        return ForecastOutline<Figure>.Line(
          area: region.text, name: "\(sector.sector.id)/\(type.rawValue)",
          items: Dictionary(uniqueKeysWithValues: zip(Self.outlineItems, ends)))
      }
    }
  }

  /// Start and end of the factors in their order.
  private static let outlineItems: [OutlineLineItem] = [
    .jobsStart, .jobsEnd, .preferenceStart, .preferenceEnd, .landPerJobStart, .landPerJobEnd,
  ]
}
