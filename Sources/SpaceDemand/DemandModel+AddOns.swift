import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// Add-ons outside the trend: ha a year × years × the region's share — *aanvullende vraag*.
  func additional(_ region: RegionCode, _ scenario: String, _ horizon: Int, _ coefficients: RegionCoefficients)
    -> [Amount]
  {
    addOns.compactMap { addOn in
      guard let amount = addOn.amountPerYear[scenario] else { return nil }
      let years = Double(addOn.years(after: startYear, through: horizon))
      let net = NetHectares(amount.value * years * share(of: region, in: addOn))
      return Amount(
        line: DemandLine(
          component: .addOn(id: addOn.id), sectorGroup: addOn.sectorGroup, net: net,
          gross: net.gross(publicShare: coefficients.publicShare[addOn.locationType]?.value ?? 0),
          isTemporary: addOn.isTemporary),
        profile: addOn.profile)
    }
  }

  /// The region's share of a national add-on.
  func share(of region: RegionCode, in addOn: AddOn) -> Double {
    switch addOn.allocation {
    case .netStock:
      share(economy.stock(region, addOn.locationType), of: economy.stockInCountry(addOn.locationType))
    case .jobs(let sectors):
      share(
        sectors.reduce(0) { $0 + economy.jobs(region, $1) }, of: sectors.reduce(0) { $0 + economy.jobsInCountry($1) })
    case .region(let code):
      register.regions.municipalities(in: region).contains(code) || region == code ? 1 : 0
    }
  }
}
