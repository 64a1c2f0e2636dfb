import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// Withdrawals after the start year and up to the horizon that must return elsewhere — *vervangingsvraag*: one line for each
  /// withdrawal and sector group, by the groups' shares of the land.
  func replacement(_ item: DemandCase, _ landAtStart: [SectorLand]) -> [Amount] {
    let withdrawals = withdrawals(in: item.region, through: item.horizon)
    guard !withdrawals.isEmpty else { return [] }
    let mix = groupMix(landAtStart)
    return withdrawals.flatMap { withdrawal in
      let net: Double = replacement(withdrawal, item.coefficients)
      return classification.groups.map { group in
        Amount(
          line: replacementLine(withdrawal, group.id, net * (mix[group.id] ?? 0), item.coefficients),
          profile: profile(of: withdrawal, group.id, item.coefficients))
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
    regions.municipalities(in: region).flatMap { withdrawals[$0] ?? [] }
      .filter { $0.year > startYear && $0.year <= horizon }
      .sorted { ($0.year, $0.id) < ($1.year, $1.id) }
  }

  /// Share of each sector group in the region's park land at the start; the groups share equally where there is none.
  private func groupMix(_ landAtStart: [SectorLand]) -> [String: Double] {
    let land = landAtStart.reduce(into: [String: Double]()) { $0[$1.sector.sector.group, default: 0] += $1.area }
    let groups = classification.groups.map(\.id)
    let total = groups.reduce(0) { $0 + (land[$1] ?? 0) }
    guard total > 0 else { return Dictionary(uniqueKeysWithValues: groups.map { ($0, 1 / Double(groups.count)) }) }
    return land.mapValues { $0 / total }
  }

  private func replacementLine(
    _ withdrawal: Withdrawal, _ group: String, _ net: Double, _ coefficients: RegionCoefficients
  ) -> DemandLine {
    DemandLine(
      component: .replacement(withdrawal: withdrawal.id), sectorGroup: group, net: NetHectares(net),
      gross: GrossHectares(gross(net, .businessPark, coefficients)))
  }

  private func profile(of withdrawal: Withdrawal, _ group: String, _ coefficients: RegionCoefficients) -> SegmentProfile
  {
    let category = withdrawal.maximumCategory?.main ?? Int(coefficients.unknownCategory.value)
    return SegmentProfile(
      sizes: (coefficients.sizes[group] ?? [:]).mapValues(\.value), category: CategoryClass(mainCategory: category),
      water: withdrawal.isWaterBound ? .wet : .dry)
  }
}
