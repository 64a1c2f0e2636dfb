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
    let concentration = model.concentration(item)
    let land = zip(special[region] ?? common, years).map { factors, year in
      RegionLand(model, item, factors, concentration, year)
    }
    let mix = model.groupMix(land[0].areas, item.coefficients)
    let addOns = model.addOns.compactMap { RegionAddOn($0, model, item) }
    return land.dropFirst().map { end in
      let item = model.demandCase(region, scenario, end.year)
      let amounts =
        expansion(item, from: land[0], to: end) + model.replacement(item, mix: mix)
        + addOns.map { model.amount(of: $0.addOn, $0.net(model, end.year), item.coefficients) }
      return demand(item, land[0].jobs, end.jobs, amounts)
    }
  }

  /// Expansion of each sector on each location type — *uitbreidingsvraag*.
  private func expansion(_ item: DemandCase, from start: RegionLand, to end: RegionLand) -> [DemandAmount] {
    let uses = item.coefficients.uses
    return uses.indices.map { index in
      let use = uses[index]
      let net: Double = model.expansion(
        item.coefficients.sectors[use.sector], use.type, from: start.areas[index], to: end.areas[index])
      let gross = model.gross(net, of: use.issuable)
      return DemandAmount(
        line: DemandLine(
          component: use.component, sectorGroup: use.group, net: NetHectares(net), gross: GrossHectares(gross)),
        profile: use.profile)
    }
  }

  private func demand(_ item: DemandCase, _ jobsAtStart: [Double], _ jobsAtEnd: [Double], _ amounts: [DemandAmount])
    -> RegionDemand
  {
    var segments = SegmentSums(groups: model.classification.groups)
    for amount in amounts { segments.add(amount) }
    return RegionDemand(
      region: item.region, scenario: scenario, startYear: model.startYear, horizon: item.horizon,
      jobsAtStart: Jobs(jobsAtStart.reduce(0, +)), jobsAtHorizon: Jobs(jobsAtEnd.reduce(0, +)),
      lines: amounts.map(\.line), segments: segments.segments)
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

/// Jobs per sector and land per sector and location type of a region in one year.
private struct RegionLand {
  let year: Int
  let jobs: [Double]
  let areas: [Double]

  init(_ model: DemandModel, _ item: DemandCase, _ factors: YearFactors, _ concentration: [Double], _ year: Int) {
    self.year = year
    let (sectors, uses) = (item.coefficients.sectors, item.coefficients.uses)
    let jobs: [Double] = sectors.indices.map { index in
      let sector = sectors[index]
      guard model.economy.forecasts.points(item.region, sector.sector.id, item.scenario).isEmpty else {
        return model.jobs(item, sector, year)
      }
      return model.grown(
        model.economy.jobs(item.region, sector.sector.id), by: factors.growth[index], sector, year)
    }
    self.jobs = jobs
    areas = uses.indices.map { index in
      model.area(
        jobs[uses[index].sector], factors.preference[index], concentration[index], factors.landPerJob[index], year)
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
