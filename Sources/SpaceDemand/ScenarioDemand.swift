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
    let addOns = model.addOns.compactMap { RegionAddOn($0, model, item) }
    return land.dropFirst().map { end in
      let item = model.demandCase(region, scenario, end.year)
      var sum = DemandSum(groups: model.classification.groups)
      expand(item.coefficients, from: land[0].areas, to: end.areas, into: &sum)
      for amount in model.replacement(item, mix: mix) { sum.add(amount.line, amount.profile) }
      for addOn in addOns {
        let amount = model.amount(of: addOn.addOn, addOn.net(model, end.year), item.coefficients)
        sum.add(amount.line, amount.profile)
      }
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
      let gross = model.gross(net, of: use.issuable)
      sum.add(
        DemandLine(
          component: use.component, sectorGroup: use.group, net: NetHectares(net), gross: GrossHectares(gross)),
        use.profile)
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
  private let amount: Double
  private let share: Double

  /// Nil when the scenario has none of it.
  init?(_ addOn: AddOn, _ model: DemandModel, _ item: DemandCase) {
    guard let reading = addOn.reading(in: item.scenario) else { return nil }
    self.addOn = addOn
    amount = .parameter(reading)
    share = model.share(of: item.region, in: addOn)
  }

  func net(_ model: DemandModel, _ horizon: Int) -> Double {
    model.additional(addOn, amount, share, through: horizon)
  }
}
