import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// Add-ons outside the trend, one line each — *aanvullende vraag*.
  func additional(_ item: DemandCase) -> [DemandAmount] {
    addOns.compactMap { addOn in
      additional(item, addOn).map { amount(of: addOn, $0, of: item.coefficients.issuable(addOn.locationType)) }
    }
  }

  /// - Parameter issuable: part of the gross area that is plots.
  func amount(of addOn: AddOn, _ net: Double, of issuable: Double) -> DemandAmount {
    let line = DemandLine(
      component: .addOn(id: addOn.id), sectorGroup: addOn.sectorGroup, net: NetHectares(net),
      gross: GrossHectares(gross(net, of: issuable)), isTemporary: addOn.isTemporary)
    return DemandAmount(line: line, group: groups.place(of: addOn.sectorGroup), profile: addOn.profile)
  }

  /// Land that an add-on asks for in a region: ha a year × years × the region's share; nil when the scenario has none.
  ///
  /// Example: 8 ha a year from 2025 to 2028, in a region with a quarter of the jobs, is 8 × 4 × 0.25 = 8 ha in 2030.
  func additional<Figure: Derivation>(_ item: DemandCase, _ addOn: AddOn) -> Figure? {
    addOn.reading(in: item.scenario).map { amount in
      additional(addOn, .parameter(amount), share(of: item.region, in: addOn), through: item.horizon)
    }
  }

  func additional<Figure: Derivation>(_ addOn: AddOn, _ amount: Figure, _ share: Figure, through horizon: Int) -> Figure
  {
    .formula(
      .product, .netHectare,
      FormulaName(nl: addOn.label.nl, en: addOn.label.en, notation: "ha per jaar × jaren × aandeel"),
      [amount, .years(addOn.years(after: startYear, through: horizon)), share])
  }

  /// The region's share of a national add-on.
  func share<Figure: Derivation>(of region: RegionCode, in addOn: AddOn) -> Figure {
    switch addOn.allocation {
    case .netStock:
      .share(
        economy.stock(region, addOn.locationType), of: economy.stockInCountry(addOn.locationType),
        nl: "aandeel in het netto terrein", en: "share of net land")
    case .jobs(let sectors):
      .share(
        .total(sectors.map { economy.jobs(region, $0) }), of: .total(sectors.map { economy.jobsInCountry($0) }),
        nl: "aandeel in de banen", en: "share of jobs")
    case .region(let target): share(of: region, in: target, addOn.locationType)
    }
  }

  /// The region's share of an amount that is meant for another region: all of it when that lies inside, else the part that
  /// lies inside by net land, or by number of municipalities where there is no land.
  private func share<Figure: Derivation>(of region: RegionCode, in target: RegionCode, _ type: LocationType) -> Figure {
    let all = regions.municipalities(in: target)
    let inside = Set(regions.municipalities(in: region))
    let common = all.filter(inside.contains)
    if region == target || (!all.isEmpty && common.count == all.count) { return .one }
    let whole: Figure = economy.stock(all, type, in: target)
    let label = (nl: "deel van \(target)", en: "part of \(target)")
    guard whole.number > 0 else {
      return .share(.municipalities(common.count), of: .municipalities(all.count), nl: label.nl, en: label.en)
    }
    return .share(economy.stock(common, type, in: region), of: whole, nl: label.nl, en: label.en)
  }
}

extension Derivation {
  fileprivate static func municipalities(_ count: Int) -> Self {
    .definition(Double(count), .count, LocalizedText(nl: "gemeenten", en: "municipalities"))
  }

  fileprivate static func total(_ jobs: [Self]) -> Self {
    .formula(.sum, .job, FormulaName(nl: "banen in de sectoren", en: "jobs in the sectors", notation: "Σ banen"), jobs)
  }
}
