import WorkLocations

/// Which regions an answer is about, and which of them are markets.
struct BalanceScope {
  /// The region asked about, the provinces in it and its markets, each once.
  let regions: [RegionCode]
  /// Regions within which supply can meet demand: COROP areas, or the region asked about when it is smaller or free.
  let markets: [RegionCode]
  private let marketsByRegion: [RegionCode: [RegionCode]]

  init(_ region: RegionCode, in table: RegionTable) {
    markets = table.markets(in: region)
    let isCountry = (table[region]?.level ?? region.level) == .country
    let provinces = isCountry ? table.regions(at: .province, within: region).map(\.code) : []
    let larger = [region] + provinces.filter { $0 != region }
    regions = larger + markets.filter { !larger.contains($0) }
    let markets = markets
    marketsByRegion = Dictionary(
      uniqueKeysWithValues: regions.map { ($0, markets.contains($0) ? [$0] : table.markets(in: $0)) })
  }

  /// Markets inside a region of the answer.
  func markets(in region: RegionCode) -> [RegionCode] { marketsByRegion[region] ?? [] }
}
