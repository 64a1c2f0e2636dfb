import ForecastBands
import Quantities
import WorkLocations

/// The draws of one scenario and what is asked of them.
struct ForecastDraws {
  let market: MarketBandModel
  let scope: BalanceScope
  let summary: BandSummary

  /// Quantiles of an answer, and behind them the accepted risk.
  static let levels = [0.05, 0.1, 0.5, 0.9, 0.95]
  /// Probability that the interval of a stated precision holds.
  static let confidence = 0.95
  /// Draws that one thread works out at a time.
  static let batch = 512

  /// - Parameter target: the region whose precision is asked for.
  init(
    _ market: MarketBandModel, scope: BalanceScope, request: RunForecast.Request, largeShortage: NetHectares,
    risk: Double
  ) {
    self.market = market
    self.scope = scope
    let groups = scope.regions.filter { !scope.markets.contains($0) }.map { region in
      scope.markets(in: region).compactMap { scope.markets.firstIndex(of: $0) }
    }
    let question = BandQuestion(
      levels: Self.levels + [risk], largeShortage: largeShortage.value, groups: groups)
    let sampler = BandSampler(market.model)
    guard let precision = request.precision else {
      summary = Self.summary(sampler, 0..<request.draws, [], question, request.seed)
      return
    }
    summary = Self.summary(sampler, to: precision, question, request, area: Self.area(request.balance.region, scope))
  }

  /// Draws until the median of the region's balance is known precisely enough, or there are as many as allowed.
  private static func summary(
    _ sampler: BandSampler, to precision: NetHectares, _ question: BandQuestion, _ request: RunForecast.Request,
    area: Int
  ) -> BandSummary {
    let schedule = DrawSchedule(
      goals: [.median(halfWidth: precision.value)], confidence: confidence, block: batch, most: request.draws)
    var summary = summary(sampler, schedule.first, [], question, request.seed)
    while let last = summary.bands(of: area).last, let next = schedule.next(after: summary.draws, [last]) {
      summary = Self.summary(sampler, next, summary.batches, question, request.seed)
    }
    return summary
  }

  private static func summary(
    _ sampler: BandSampler, _ draws: Range<Int>, _ before: [DrawBatch], _ question: BandQuestion, _ seed: UInt64
  ) -> BandSummary {
    BandSummary(sampler.model, before + batches(sampler, draws, seed), question)!
  }

  /// Batches of draws, worked out side by side.
  static func batches(
    _ sampler: BandSampler, _ draws: Range<Int>, _ seed: UInt64, replicates: Replicates = .first
  ) -> [DrawBatch] {
    let ranges = stride(from: draws.lowerBound, to: draws.upperBound, by: batch).map {
      $0..<min($0 + batch, draws.upperBound)
    }
    return Parallel.map(ranges) { sampler.draw($0, seed: seed, replicates: replicates) }
  }

  /// Where a region stands among the areas of the summary: markets first, then the larger regions in their order.
  func area(of region: RegionCode) -> Int { Self.area(region, scope) }

  private static func area(_ region: RegionCode, _ scope: BalanceScope) -> Int {
    if let market = scope.markets.firstIndex(of: region) { return market }
    let larger = scope.regions.filter { !scope.markets.contains($0) }
    return scope.markets.count + (larger.firstIndex(of: region) ?? 0)
  }
}
