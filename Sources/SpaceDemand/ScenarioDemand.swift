import Provenance
import Quantities
import WorkLocations

/// Demand in one scenario to several horizons — *vraag in een scenario*. Factors that regions share are worked out once, by
/// the formulas that `DemandModel` explains them with.
public struct ScenarioDemand: Sendable {
  private let model: DemandModel
  private let scenario: String
  /// The start year and the horizons.
  private let years: [Int]
  private let common: [YearFactors]
  private let special: [RegionCode: [YearFactors]]

  init(_ model: DemandModel, scenario: String, horizons: [Int]) {
    self.model = model
    self.scenario = scenario
    let years = [model.startYear] + horizons
    self.years = years
    common = years.map { YearFactors(model, model.common, scenario, $0) }
    special = model.special.mapValues { coefficients in
      years.map { YearFactors(model, coefficients, scenario, $0) }
    }
  }

  /// Demand of a region at each horizon, in their order.
  public func demands(of region: RegionCode) -> [RegionDemand] {
    let item = model.demandCase(region, scenario, model.startYear)
    let constants = RegionConstants(model, item)
    let land = zip(special[region] ?? common, years).map { factors, year in
      RegionLand(model, item, constants, factors, year)
    }
    let mix = model.groupMix(land[0].areas, item.coefficients)
    let replacement = model.replacement(model.demandCase(region, scenario, years.max()!), mix: mix)
    let addOns = model.addOns.compactMap { RegionAddOn($0, model, item) }
    return land.dropFirst().map { end in
      var sum = DemandSum(
        groups: model.groups, count: item.coefficients.uses.count + replacement.count + addOns.count)
      expand(item.coefficients, from: land[0].areas, to: end.areas, into: &sum)
      let withdrawn = model.withdrawals(in: region, through: end.year).count
      for amount in replacement.prefix(withdrawn * mix.count) { sum.add(amount) }
      for addOn in addOns { sum.add(addOn.amount(model, end.year)) }
      return RegionDemand(
        region: region, scenario: scenario, startYear: model.startYear, horizon: end.year,
        jobsAtStart: Jobs(land[0].jobs.reduce(0, +)), jobsAtHorizon: Jobs(end.jobs.reduce(0, +)), lines: sum.lines,
        segments: sum.segments)
    }
  }

  /// Expansion of each sector on each location type — *uitbreidingsvraag*.
  private func expand(
    _ coefficients: RegionCoefficients, from start: [Double], to end: [Double], into sum: inout DemandSum
  ) {
    for (index, use) in coefficients.uses.enumerated() {
      let net: Double = model.expansion(
        coefficients.sectors[use.sector], use.type, from: start[index], to: end[index])
      let line = DemandLine(
        component: use.component, sectorGroup: use.sectorGroup, net: NetHectares(net),
        gross: GrossHectares(model.gross(net, of: use.issuable)))
      sum.add(line, in: use.group, use.profile)
    }
  }
}

/// What makes land of jobs in one year, the same for all regions that share coefficients.
private struct YearFactors: Sendable {
  /// Growth of jobs since the base year, by sector; nil when nothing grows.
  let growth: [Double?]
  /// P and Q by sector and location type.
  let preference: [Double]
  let landPerJob: [Double]

  init(_ model: DemandModel, _ coefficients: RegionCoefficients, _ scenario: String, _ year: Int) {
    let sectors = coefficients.sectors
    growth = sectors.map { model.growthFactor($0, scenario, from: model.economy.baseYear, to: year) }
    preference = coefficients.uses.map { model.preference(sectors[$0.sector], $0.type, year) }
    landPerJob = coefficients.uses.map { model.landPerJob(sectors[$0.sector], $0.type, year) }
  }
}

/// What a region has of its own in every year.
private struct RegionConstants {
  /// Jobs in the base year by sector; nil where the user brought a forecast.
  let jobs: [Double?]
  /// By sector and location type.
  let concentration: [Double]

  init(_ model: DemandModel, _ item: DemandCase) {
    let economy = model.economy
    jobs = item.coefficients.sectors.map { sector in
      let forecast = economy.forecasts.points(item.region, sector.sector.id, item.scenario)
      return forecast.isEmpty ? economy.jobs(item.region, sector.sector.id) : nil
    }
    concentration = item.coefficients.uses.map {
      model.concentration(item.region, item.coefficients.sectors[$0.sector], $0.type)
    }
  }
}

/// Jobs per sector and land per sector and location type of a region in one year.
private struct RegionLand {
  let year: Int
  let jobs: [Double]
  let areas: [Double]

  init(
    _ model: DemandModel, _ item: DemandCase, _ constants: RegionConstants, _ factors: YearFactors, _ year: Int
  ) {
    self.year = year
    let (sectors, uses) = (item.coefficients.sectors, item.coefficients.uses)
    let jobs: [Double] = sectors.indices.map { index in
      guard let known = constants.jobs[index] else { return model.jobs(item, sectors[index], year) }
      return model.grown(known, by: factors.growth[index], sectors[index], year)
    }
    self.jobs = jobs
    areas = uses.indices.map { index in
      model.area(
        jobs[uses[index].sector], factors.preference[index], constants.concentration[index],
        factors.landPerJob[index], year)
    }
  }
}

/// An add-on with what it comes to in a region a year, before the years are counted.
private struct RegionAddOn {
  let addOn: AddOn
  private let perYear: Double
  private let share: Double
  /// Part of the gross area that is plots.
  private let issuable: Double

  /// Nil when the scenario has none of it.
  init?(_ addOn: AddOn, _ model: DemandModel, _ item: DemandCase) {
    guard let reading = addOn.reading(in: item.scenario) else { return nil }
    self.addOn = addOn
    perYear = .parameter(reading)
    share = model.share(of: item.region, in: addOn)
    issuable = item.coefficients.issuable(addOn.locationType)
  }

  func amount(_ model: DemandModel, _ horizon: Int) -> DemandAmount {
    model.amount(of: addOn, model.additional(addOn, perYear, share, through: horizon), of: issuable)
  }
}
