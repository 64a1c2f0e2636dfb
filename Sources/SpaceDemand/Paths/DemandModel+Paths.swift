import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// The parts of demand in every year from the start to `lastYear`.
  /// - Parameter markets: regions the model was made for.
  package func paths(in markets: [RegionCode], scenario: String, through lastYear: Int) -> DemandPaths {
    let special = markets.filter { self.special[$0] != nil }
    let sets = [common] + special.compactMap { self.special[$0] }
    return DemandPaths(
      startYear: startYear, years: lastYear - startYear + 1, sectors: classification.sectors,
      types: LocationType.workLocations, addOns: addOns,
      regions: markets.map { market in
        path(of: demandCase(market, scenario, lastYear), set: special.firstIndex(of: market).map { $0 + 1 } ?? 0)
      },
      coefficients: sets.map { path(of: $0, scenario, through: lastYear) })
  }

  private func path(of item: DemandCase, set: Int) -> RegionPath {
    let years = startYear...item.horizon
    let land = land(item, jobs(item, startYear), startYear)
    let returned = returnedLand(item, land, through: years)
    return RegionPath(
      region: item.region, coefficientSet: set,
      jobs: item.coefficients.sectors.flatMap { sector in years.map { jobs(item, sector, $0) as Double } },
      concentration: item.coefficients.sectors.flatMap { sector in
        LocationType.workLocations.map { concentration(item.region, sector, $0) as Double }
      },
      replacement: returned.total, replacementByClass: returned.byClass,
      addOns: addOns.flatMap { addOn in
        years.map { additional(demandCase(item.region, item.scenario, $0), addOn) ?? 0 }
      })
  }

  /// Land of withdrawals that returns, summed from the start, per year and per year and class.
  private func returnedLand(_ item: DemandCase, _ land: [SectorLand], through years: ClosedRange<Int>)
    -> (total: [Double], byClass: [Double])
  {
    let yearOf = Dictionary(
      withdrawals(in: item.region, through: item.horizon).map { ($0.id, $0.year) },
      uniquingKeysWith: { first, _ in first })
    var total = [Double](repeating: 0, count: years.count)
    var byClass = [Double](repeating: 0, count: years.count * SpaceClass.all.count)
    for amount in replacement(item, land) {
      guard case .replacement(let id) = amount.line.component, let year = yearOf[id] else { continue }
      let net = amount.line.net.value
      for index in (year - startYear)..<years.count {
        total[index] += net
        for (space, share) in amount.profile.shares.enumerated() where share != 0 {
          byClass[index * SpaceClass.all.count + space] += net * share
        }
      }
    }
    return (total, byClass)
  }

  private func path(of coefficients: RegionCoefficients, _ scenario: String, through lastYear: Int) -> CoefficientPath {
    func perYear(_ value: (SectorCoefficients, LocationType, Int) -> Double) -> [Double] {
      coefficients.sectors.flatMap { sector in
        LocationType.workLocations.flatMap { type in (startYear...lastYear).map { value(sector, type, $0) } }
      }
    }
    return CoefficientPath(
      preference: perYear { preference($0, $1, $2) }, landPerJob: perYear { landPerJob($0, $1, $2) },
      classShares: coefficients.sectors.flatMap { sector in
        LocationType.workLocations.flatMap { sector.profiles[$0]!.shares }
      },
      readings: coefficients.sectors.map { sector in
        SectorReadings(
          growth: sector.growth[scenario] ?? RateTimeline(readings: []), preference: sector.preference,
          landPerJob: sector.landPerJob, preferenceDrift: sector.preferenceDrift,
          landPerJobDrift: sector.landPerJobDrift)
      }, returnShare: coefficients.returnShare, densityRatio: coefficients.densityRatio)
  }
}
