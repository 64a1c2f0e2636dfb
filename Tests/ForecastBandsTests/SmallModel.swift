import ForecastBands
import Testing
import Uncertainty

/// A model small enough to follow by hand, with what a test wants changed.
struct SmallModel {
  var regions = 1
  var sectors = 1
  var types = 1
  var addOns = 0
  var years = 4
  /// Jobs at the start and their yearly log growth.
  var jobs = 10_000.0
  var growth = 0.0
  var preference = 0.5
  /// 200 m² for 10,000 jobs of which half on parks is 100 ha.
  var landPerJob = 200.0
  /// Per year since the start.
  var replacement = 0.0
  var addOn = 0.0
  var hard = 0.0
  var soft = 0.0
  var keys: [UInt32]?
  var classes: ClassShares?
  var softRealisation = 0.35

  var sizes: BandSizes {
    BandSizes(regions: regions, sectors: sectors, types: types, addOns: addOns, years: years)
  }

  var centre: CentrePaths {
    let time = (0..<years).map(Double.init)
    let coefficients = sectors * types * years
    return CentrePaths(
      jobs: (0..<regions * sectors).flatMap { _ in time.map { jobs * Lanes(repeating: Float(growth * $0)).scalar } },
      coefficientSet: Array(repeating: 0, count: regions),
      preference: Array(repeating: preference, count: coefficients),
      landPerJob: Array(repeating: landPerJob, count: coefficients),
      concentration: Array(repeating: 1, count: regions * sectors * types),
      replacement: (0..<regions).flatMap { _ in time.map { replacement * $0 } },
      addOns: (0..<addOns * regions).flatMap { _ in time.map { addOn * $0 } },
      hard: Array(repeating: hard, count: regions * years), soft: Array(repeating: soft, count: regions * years))
  }

  func model(
    _ change: (inout BandSpread) throws -> Void = { _ in }, centre changeCentre: (inout CentrePaths) -> Void = { _ in }
  )
    throws -> BandModel
  {
    var spread = BandSpread.none(sizes, softRealisation: softRealisation)
    try change(&spread)
    var centre = centre
    changeCentre(&centre)
    return try BandModel(sizes: sizes, centre: centre, spread: spread, classes: classes, regionKeys: keys)
  }
}

extension Lanes {
  /// e to the number in the first lane.
  fileprivate var scalar: Double { Double(exponential()[0]) }
}

/// A band or a failed test.
func band(_ value: Double, _ low: Double, _ high: Double) throws -> TwoPieceBand {
  try #require(TwoPieceBand(value: value, low: low, high: high, probability: 0.9))
}

/// A band that is normal with a standard deviation.
func normal(_ value: Double, _ deviation: Double) throws -> TwoPieceBand {
  let reach = deviation * NormalDistribution.quantile(0.9)
  return try band(value, value - reach, value + reach)
}

extension BandModel {
  func summary(_ draws: Int, seed: UInt64 = 1, groups: [[Int]] = [], largeShortage: Double = 10) throws -> BandSummary {
    let sampler = BandSampler(self)
    let batches = stride(from: 0, to: draws, by: 1000).map {
      sampler.draw($0..<min(draws, $0 + 1000), seed: seed)
    }
    return try #require(
      BandSummary(
        self, batches, BandQuestion(levels: [0.05, 0.1, 0.5, 0.9, 0.95], largeShortage: largeShortage, groups: groups)))
  }
}
