import ForecastBands
import Foundation
import Uncertainty

/// The model of Benchmarks/bands_peer.py: the same sizes, paths and distributions.
struct MeasuredModel {
  let regions: Int
  let sectors: Int
  let years: Int
  private let types = 2
  private let addOns = 3
  private var values: Int { years + 1 }

  init(regions: Int, sectors: Int, years: Int) {
    self.regions = regions
    self.sectors = sectors
    self.years = years
  }

  func model() throws -> BandModel {
    let sizes = BandSizes(regions: regions, sectors: sectors, types: types, addOns: addOns, years: values)
    return try BandModel(sizes: sizes, centre: centre, spread: try spread)
  }

  private var centre: CentrePaths {
    let places = (0..<regions).flatMap { region in (0..<sectors).map { (region, $0) } }
    let time = (0..<values).map(Double.init)
    let coefficients = (0..<sectors * types)
    return CentrePaths(
      jobs: places.flatMap { place in
        time.map { 1000 * Double(1 + (7 * place.0 + 3 * place.1) % 20) * exp(0.005 * $0) }
      },
      coefficientSet: Array(repeating: 0, count: regions),
      preference: coefficients.flatMap { Array(repeating: [0.1, 0.4][$0 % types], count: values) },
      landPerJob: coefficients.flatMap { Array(repeating: [300, 200][$0 % types], count: values) },
      concentration: Array(repeating: 1, count: places.count * types),
      replacement: (0..<regions).flatMap { _ in time.map { 2 * $0 } },
      addOns: (0..<addOns * regions).flatMap { _ in time },
      hard: Array(repeating: 60, count: regions * values), soft: Array(repeating: 40, count: regions * values))
  }

  private var spread: BandSpread {
    get throws {
      let entries = (0..<sectors * sectors).map { $0 / sectors == $0 % sectors ? 1 : 0.3 }
      return BandSpread(
        growthLevel: perSector(0.008), growthShock: perSector(0.02), commonShare: 0.5,
        correlation: try CorrelationMatrix(size: sectors, entries: entries).cholesky(),
        landPerJob: perSector(try band(1, 0.85, 1.25)), landPerJobDrift: perSector(try band(0, -0.003, 0.005)),
        preference: perSector(try band(1, 0.9, 1.1)), preferenceDrift: perSector(try band(0, -0.002, 0.002)),
        replacement: try band(1, 0.7, 1.4), softRealisation: try band(0.5, 0.3, 0.8, limits: 0...1),
        addOns: Array(repeating: try band(1, 0.5, 1.5), count: addOns))
    }
  }

  private func perSector<Value>(_ value: Value) -> [Value] { Array(repeating: value, count: sectors) }

  private struct NoBand: Error {}

  private func band(
    _ value: Double, _ low: Double, _ high: Double,
    limits: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) throws -> TwoPieceBand {
    guard let band = TwoPieceBand(value: value, low: low, high: high, probability: 0.9, limits: limits) else {
      throw NoBand()
    }
    return band
  }
}
