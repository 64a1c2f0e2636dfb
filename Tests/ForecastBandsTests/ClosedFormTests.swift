import ForecastBands
import Foundation
import Testing
import Uncertainty

/// Against what can be worked out without drawing.
@Suite struct ClosedFormTests {
  private let draws = 20_000
  private let levels = [0.05, 0.1, 0.5, 0.9, 0.95]

  /// One sector: land is lognormal around 100 e^(g y) with variance y² a² + y b², whatever the common share.
  @Test(arguments: [0.0, 0.4, 1.0]) func oneSectorIsLognormal(_ share: Double) throws {
    let model = try SmallModel(years: 11, growth: 0.01).model {
      $0.growthLevel = [0.01]
      $0.growthShock = [0.03]
      $0.commonShare = share
    }
    let bands = try model.summary(draws).bands(of: 0)
    for year in [1, 5, 10] {
      let time = Double(year)
      let deviation = (time * time * 1e-4 + time * 9e-4).squareRoot()
      for (level, found) in zip(levels, bands[year].demand.quantiles) {
        let z = NormalDistribution.quantile(level)
        let land = 100 * exp(0.01 * time + deviation * z)
        let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot() / (deviation * land)
        let error = (level * (1 - level) / Double(draws)).squareRoot() / density
        #expect(abs(found - (land - 100)) < 4 * error, "\(level) in \(year)")
      }
      let mean = 100 * exp(0.01 * time + deviation * deviation / 2) - 100
      #expect(abs(bands[year].demand.mean - mean) < 4 * bands[year].demand.standardErrorOfMean)
    }
    #expect(bands[0].demand.quantiles == [0, 0, 0, 0, 0])
  }

  /// Land of each sector in a region of its own: the logs of both have the correlation of the common part.
  @Test(arguments: [-0.5, 0.0, 0.6]) func correlationOfSectorsComesBack(_ wanted: Double) throws {
    let model = try SmallModel(regions: 2, sectors: 2, years: 2).model {
      $0.growthShock = [0.03, 0.02]
      $0.commonShare = 1
      if let factor = try? CorrelationMatrix(size: 2, entries: [1, wanted, wanted, 1]).cholesky() {
        $0.correlation = factor
      }
    } centre: { centre in
      for year in 0..<2 { (centre.jobs[2 + year], centre.jobs[4 + year]) = (0, 0) }
    }
    let found = try correlation(of: model.summary(draws))
    #expect(abs(found - wanted) < 4 * (1 - wanted * wanted) / Double(draws).squareRoot() + 1e-3)
  }

  /// One sector in two regions: the logs have the common share as their correlation.
  @Test(arguments: [0.0, 0.25, 0.9]) func regionsShareTheCommonPart(_ wanted: Double) throws {
    let model = try SmallModel(regions: 2, years: 2).model {
      $0.growthLevel = [0.02]
      $0.growthShock = [0.02]
      $0.commonShare = wanted
    }
    let found = try correlation(of: model.summary(draws))
    #expect(abs(found - wanted) < 4 * (1 - wanted * wanted) / Double(draws).squareRoot() + 1e-3)
  }

  private func correlation(of summary: BandSummary) -> Double {
    let logs = (0..<2).map { summary.demand(of: $0, year: 1).map { log1p($0 / 100) } }
    let moments = logs.map { SampleMoments($0) }
    let product = zip(logs[0], logs[1]).reduce(0) { $0 + ($1.0 - moments[0].mean) * ($1.1 - moments[1].mean) }
    return product / Double(draws - 1) / (moments[0].variance * moments[1].variance).squareRoot()
  }

  /// Land per job scales the start as well: with growth to 200 ha the expansion is 100 ha times the factor.
  @Test func theLevelScalesTheStartToo() throws {
    let bands = try SmallModel(years: 2, growth: log(2)).model { $0.landPerJob = [try band(1, 0.9, 1.3)] }
      .summary(draws).bands(of: 0)
    for (found, wanted) in zip(bands[1].demand.quantiles[1...3], [90.0, 100, 130]) {
      #expect(abs(found - wanted) < 1.5)
    }
  }

  /// Land per job that drifts by δ a year adds 100 ha × δ × y on constant jobs.
  @Test func driftAddsToEachYear() throws {
    let bands = try SmallModel().model { $0.landPerJobDrift = [try band(0, -0.01, 0.02)] }.summary(draws).bands(of: 0)
    #expect(abs(bands[3].demand.quantiles[1] + 3) < 0.15 && abs(bands[3].demand.quantiles[3] - 6) < 0.3)
    #expect(abs(bands[3].demand.median) < 0.1 && bands[1].demand.quantiles[3] < 2.2)
  }

  /// A preference of 0.9 cannot rise above 1: no draw has more than 10,000 jobs × 200 m² more than twice the start.
  @Test func preferenceIsAtMostOne() throws {
    let demand = try SmallModel(years: 2, growth: log(2), preference: 0.9).model {
      $0.preference = [try band(1, 0.5, 2)]
    }
    .summary(2000).demand(of: 0, year: 1)
    #expect(abs((demand.max() ?? 0) - 200) < 1e-3 && (demand.min() ?? 0) >= 0)
  }

  /// Replacement of 10 ha and an add-on of 20 ha a year with known widths; the rest is known.
  @Test func replacementAndAddOnsAreTwoPieces() throws {
    let model = try SmallModel(addOns: 1, replacement: 10, addOn: 20).model {
      $0.replacement = try band(1, 0.8, 1.1)
    }
    let bands = try model.summary(draws).bands(of: 0)
    #expect(abs(bands[2].demand.quantiles[1] - 56) < 0.5 && abs(bands[2].demand.quantiles[3] - 62) < 0.3)
    let other = try SmallModel(addOns: 1, replacement: 10, addOn: 20).model { $0.addOns = [try band(1, 0.5, 2)] }
      .summary(draws).bands(of: 0)
    #expect(abs(other[1].demand.quantiles[1] - 20) < 0.6 && abs(other[1].demand.quantiles[3] - 50) < 1.2)
  }

  /// Balance against 50 hard and 40 soft, of which 0.3 to 0.8 comes about, with known demand of 60.
  @Test func balanceAndChances() throws {
    let bands = try SmallModel(years: 2, replacement: 60, hard: 50, soft: 40, softRealisation: 0.5).model {
      $0.softRealisation = try band(0.5, 0.3, 0.8)
    }.summary(draws).bands(of: 0)
    #expect(bands[1].balance.quantiles == [-10, -10, -10, -10, -10] && bands[1].balance.mean == -10)
    #expect(
      abs(bands[1].balanceWithSoft.quantiles[1] - 2) < 0.3 && abs(bands[1].balanceWithSoft.quantiles[3] - 22) < 0.5)
    #expect(bands[1].shortage.any.probability == 1 && bands[1].shortage.large.probability == 0)
    // With soft plans the balance is short when realisation is below ¼: z < −0.25 / 0.2 × 1.2816.
    let wanted = NormalDistribution.cumulative(-0.25 / 0.2 * NormalDistribution.quantile(0.9))
    let found = bands[1].shortageWithSoft.any
    #expect(abs(found.probability - wanted) < 4 * found.standardError)
  }
}
