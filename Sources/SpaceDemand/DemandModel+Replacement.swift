import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// Withdrawals after the start year and up to the horizon that must return elsewhere — *vervangingsvraag*: one line for each
  /// withdrawal and sector group, by the groups' shares of the land.
  /// - Parameter mix: share of each sector group, in their order.
  func replacement(_ item: DemandCase, mix: [Double]) -> [DemandAmount] {
    let issuable: Double = item.coefficients.issuable(.businessPark)
    return withdrawals(in: item.region, through: item.horizon).flatMap { withdrawal in
      let net: Double = replacement(withdrawal, item.coefficients)
      let profiles = item.coefficients.profiles(of: withdrawal)
      return mix.indices.map { group in
        let (net, id) = (net * mix[group], classification.groups[group].id)
        let line = DemandLine(
          component: .replacement(withdrawal: withdrawal.id), sectorGroup: id, net: NetHectares(net),
          gross: GrossHectares(gross(net, of: issuable)))
        return DemandAmount(line: line, group: group, profile: profiles[group])
      }
    }
  }

  /// Land that a withdrawal brings back to the market elsewhere, ha net.
  ///
  /// Formula: area × share that returns × Q_new/Q_old. Not all of it returns: some firms stop, some stay on existing parks. A
  /// policy input, not an outcome of the economy (domain notes 1.5).
  ///
  /// Example: of 16 ha a share 0.5 returns at 1.25 times the land per job: 16 × 0.5 × 1.25 = 10 ha.
  func replacement<Figure: Derivation>(_ withdrawal: Withdrawal, _ coefficients: RegionCoefficients) -> Figure {
    func field(_ name: String, nl: String, en: String) -> RecordField {
      RecordField(
        LocalizedText(nl: nl, en: en), table: "onttrekkingen", key: withdrawal.id, field: name,
        origin: withdrawal.origin)
    }
    let returning =
      withdrawal.returningShare.map {
        Figure.record($0, .share, field("terugkerend_aandeel", nl: "deel dat terugkeert", en: "share that returns"))
      } ?? .parameter(coefficients.returnShare)
    return .formula(
      .product, .netHectare,
      FormulaName(
        nl: "vervanging van \(withdrawal.name)", en: "replacement of \(withdrawal.name)",
        notation: "oppervlakte × terugkeer × Q₂/Q₁"),
      [
        .record(
          withdrawal.area.value, .netHectare, field("oppervlakte", nl: "onttrokken oppervlakte", en: "withdrawn area")),
        returning, .parameter(coefficients.densityRatio),
      ])
  }

  /// Withdrawals of a region after the start year, in the order of year and identifier.
  func withdrawals(in region: RegionCode, through horizon: Int) -> [Withdrawal] {
    economy.withdrawals.of(region).filter { $0.year <= horizon }
  }

  /// Share of each sector group in the region's park land at the start, in their order; the groups share equally where there
  /// is none.
  /// - Parameter landAtStart: ha per sector and location type.
  func groupMix(_ landAtStart: [Double], _ coefficients: RegionCoefficients) -> [Double] {
    var land = classification.groups.map { _ in 0.0 }
    for (use, area) in zip(coefficients.uses, landAtStart) where use.group < land.count { land[use.group] += area }
    let total = land.reduce(0, +)
    return land.map { total > 0 ? $0 / total : 1 / Double(land.count) }
  }
}
