import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// Withdrawals after the start year and up to the horizon that must return elsewhere — *vervangingsvraag*.
  ///
  /// Formula: net = area × share that returns × Q_new/Q_old, per withdrawal. Not all of it returns: some firms stop, some
  /// stay on existing parks. A policy input, not an outcome of the economy (domain notes 1.5).
  func replacement(_ region: RegionCode, _ horizon: Int, _ coefficients: RegionCoefficients) -> [Amount] {
    let mix = groupMix(region, coefficients)
    return withdrawals(in: region, through: horizon).flatMap { withdrawal in
      let net = withdrawal.area * returnFactor(withdrawal, coefficients)
      return coefficients.groupsInOrder(classification).map { group in
        Amount(
          line: replacementLine(withdrawal, group, net * (mix[group] ?? 0), coefficients),
          profile: SegmentProfile(
            sizes: coefficients.sizes[group]!, category: category(withdrawal, coefficients),
            water: withdrawal.isWaterBound ? .wet : .dry))
      }
    }
  }

  /// Withdrawals of a region after the start year, in the order of year and identifier.
  func withdrawals(in region: RegionCode, through horizon: Int) -> [Withdrawal] {
    let inside = Set(register.regions.municipalities(in: region))
    return register.records.withdrawals
      .filter { inside.contains($0.municipality) && $0.year > startYear && $0.year <= horizon }
      .sorted { ($0.year, $0.id) < ($1.year, $1.id) }
  }

  func returnFactor(_ withdrawal: Withdrawal, _ coefficients: RegionCoefficients) -> Double {
    (withdrawal.returningShare ?? coefficients.returnShare.value) * coefficients.densityRatio.value
  }

  /// Share of each sector group in the region's park land at the start; the groups share equally where there is none.
  func groupMix(_ region: RegionCode, _ coefficients: RegionCoefficients) -> [String: Double] {
    var land: [String: Double] = [:]
    for sector in coefficients.sectors {
      let area = LocationType.workLocations.reduce(0) {
        $0 + self.area(region, sector, $1, scenarios.first ?? "", startYear).value
      }
      land[sector.sector.group, default: 0] += area
    }
    let groups = coefficients.groupsInOrder(classification)
    let total = groups.reduce(0) { $0 + (land[$1] ?? 0) }
    guard total > 0 else { return Dictionary(uniqueKeysWithValues: groups.map { ($0, 1 / Double(groups.count)) }) }
    return land.mapValues { $0 / total }
  }

  private func replacementLine(
    _ withdrawal: Withdrawal, _ group: String, _ net: NetHectares, _ coefficients: RegionCoefficients
  ) -> DemandLine {
    DemandLine(
      component: .replacement(withdrawal: withdrawal.id), sectorGroup: group, net: net,
      gross: net.gross(publicShare: coefficients.publicShare[.businessPark]!.value))
  }

  private func category(_ withdrawal: Withdrawal, _ coefficients: RegionCoefficients) -> CategoryClass {
    CategoryClass(mainCategory: withdrawal.maximumCategory?.main ?? Int(coefficients.unknownCategory.value))
  }
}

extension RegionCoefficients {
  func groupsInOrder(_ classification: SectorClassification) -> [String] { classification.groups.map(\.id) }
}
