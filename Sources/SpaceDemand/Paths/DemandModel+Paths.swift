import Provenance
import Quantities
import WorkLocations

extension DemandModel {
  /// The parts of demand in every year from the start to `lastYear`.
  /// - Parameter markets: regions the model was made for.
  package func paths(in markets: [RegionCode], scenario: String, through lastYear: Int) -> DemandPaths {
    let special = markets.filter { self.special[$0] != nil }
    let sets = ([common] + special.compactMap { self.special[$0] }).map {
      CoefficientYears(self, $0, scenario, startYear...lastYear)
    }
    return DemandPaths(
      startYear: startYear, years: lastYear - startYear + 1, sectors: classification.sectors,
      types: LocationType.workLocations, addOns: addOns,
      regions: markets.map { market in
        let set = special.firstIndex(of: market).map { $0 + 1 } ?? 0
        return path(of: demandCase(market, scenario, lastYear), sets[set], set)
      },
      coefficients: sets.map { $0.path(scenario) })
  }

  private func path(of item: DemandCase, _ years: CoefficientYears, _ set: Int) -> RegionPath {
    let concentration: [Double] = item.coefficients.uses.map { use in
      self.concentration(item.region, item.coefficients.sectors[use.sector], use.type)
    }
    let jobs = item.coefficients.sectors.indices.flatMap { self.jobs(item, sector: $0, years) }
    let land = item.coefficients.uses.indices.map { use in
      area(
        jobs[item.coefficients.uses[use].sector * years.count], years.preference[use * years.count],
        concentration[use], years.landPerJob[use * years.count], startYear)
    }
    let returned = returnedLand(item, groupMix(land, item.coefficients), through: years.years)
    return RegionPath(
      region: item.region, coefficientSet: set, jobs: jobs, concentration: concentration, replacement: returned.total,
      replacementByClass: returned.byClass, addOns: addOns.flatMap { addOnPath($0, item, years.years) })
  }

  /// Jobs of a sector in every year: the base year's times growth, or the user's own forecast.
  private func jobs(_ item: DemandCase, sector index: Int, _ years: CoefficientYears) -> [Double] {
    let sector = item.coefficients.sectors[index]
    guard economy.forecasts.points(item.region, sector.sector.id, item.scenario).isEmpty else {
      return years.years.map { jobs(item, sector, $0) }
    }
    let known: Double = economy.jobs(item.region, sector.sector.id)
    return years.years.enumerated().map { offset, year in
      grown(known, by: years.growth[index * years.count + offset], sector, year)
    }
  }

  private func addOnPath(_ addOn: AddOn, _ item: DemandCase, _ years: ClosedRange<Int>) -> [Double] {
    guard let reading = addOn.reading(in: item.scenario) else { return years.map { _ in 0 } }
    let share: Double = self.share(of: item.region, in: addOn)
    return years.map { additional(addOn, .parameter(reading), share, through: $0) }
  }

  /// Land of withdrawals that returns, summed from the start, per year and per year and class.
  private func returnedLand(_ item: DemandCase, _ mix: [Double], through years: ClosedRange<Int>)
    -> (total: [Double], byClass: [Double])
  {
    let yearOf = Dictionary(
      withdrawals(in: item.region, through: item.horizon).map { ($0.id, $0.year) },
      uniquingKeysWith: { first, _ in first })
    var total = [Double](repeating: 0, count: years.count)
    var byClass = [Double](repeating: 0, count: years.count * SpaceClass.all.count)
    for amount in replacement(item, mix: mix) {
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
}

/// Growth and coefficients in every year, for the regions that share them; flat, the year runs fastest.
private struct CoefficientYears {
  let years: ClosedRange<Int>
  /// By sector: growth of jobs since the base year; nil when nothing grows.
  let growth: [Double?]
  /// By sector and location type.
  let preference: [Double]
  let landPerJob: [Double]
  private let coefficients: RegionCoefficients

  init(_ model: DemandModel, _ coefficients: RegionCoefficients, _ scenario: String, _ years: ClosedRange<Int>) {
    self.coefficients = coefficients
    self.years = years
    let sectors = coefficients.sectors
    growth = sectors.flatMap { sector in
      years.map { model.growthFactor(sector, scenario, from: model.economy.baseYear, to: $0) as Double? }
    }
    preference = coefficients.uses.flatMap { use in
      years.map { model.preference(sectors[use.sector], use.type, $0) as Double }
    }
    landPerJob = coefficients.uses.flatMap { use in
      years.map { model.landPerJob(sectors[use.sector], use.type, $0) as Double }
    }
  }

  var count: Int { years.count }

  func path(_ scenario: String) -> CoefficientPath {
    CoefficientPath(
      preference: preference, landPerJob: landPerJob, classShares: coefficients.uses.flatMap(\.profile.shares),
      readings: coefficients.sectors.map { SectorReadings($0, scenario) }, returnShare: coefficients.returnShare,
      densityRatio: coefficients.densityRatio)
  }
}

extension SectorReadings {
  fileprivate init(_ sector: SectorCoefficients, _ scenario: String) {
    growth = sector.growth[scenario] ?? RateTimeline(readings: [])
    preference = sector.preference
    landPerJob = sector.landPerJob
    preferenceDrift = sector.preferenceDrift
    landPerJobDrift = sector.landPerJobDrift
  }
}
