import ForecastEvaluation
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// The estimators that need jobs, at every cut for which the register has jobs of that year.
///
/// The terreinquotiënt gets the jobs that really came as its forecast of jobs, and today's location preference and land per job:
/// more than it could have known. What is tested is the relation between jobs and land, not the forecast of jobs. Its band is
/// land per job at its low and high. Moves take the jobs of the cut. Add-ons and withdrawals are left out: the register has
/// those of the future only.
struct RealisedJobs {
  private(set) var forecasters: [TabledForecaster] = []
  /// Years with observed jobs, up to the reference date.
  let years: [Int]

  private var pasts: [Int: PastRegister] = [:]

  private typealias Table = [TabledForecaster.Place: BandedForecast]

  /// - Throws: `DemandError` with every missing parameter.
  init(
    _ request: RunBacktest.Request, _ subjects: BacktestSubjects, register: Register, library: PlanningLibrary,
    reader: inout ParameterReader
  ) throws(DemandError) {
    years = Set(register.records.jobs.filter { $0.scenario == nil }.map(\.year)).sorted()
    guard let scenario = library.scenarios.first else { return }
    let cuts = years.filter { year in request.lengths.contains { years.contains(year + $0) } }
    var landPerJob: Table = [:]
    var moves: Table = [:]
    for cut in cuts {
      let lengths = request.lengths.filter { years.contains(cut + $0) }
      let past = try PastRegister(
        register, in: request.region, cut: cut, lengths: lengths, scenario: scenario, library: library, &reader)
      pasts[cut] = past
      for subject in subjects.regions where subject.level != RegionLevel.municipality.rawValue {
        for length in lengths {
          let place = TabledForecaster.Place(region: subject.id, cut: cut, length: length)
          landPerJob[place] = past.landPerJob(RegionCode(subject.id), length)
          moves[place] = past.moves(RegionCode(subject.id), length)
        }
      }
    }
    guard !landPerJob.isEmpty else { return }
    forecasters = [
      TabledForecaster(id: EstimationMethod.landPerJob.rawValue, table: landPerJob),
      TabledForecaster(id: EstimationMethod.moves.rawValue, table: moves),
    ]
  }

  /// A forecast that one of the estimators gave.
  func explanation(
    of method: EstimationMethod, in region: RegionCode, cut: Int, length: Int, side: BandSide?
  ) -> Explanation? {
    pasts[cut]?.explanation(of: method, in: region, length, side)
  }
}

/// The register as it could have stood at a cut, with the jobs that came as a user's forecast.
private struct PastRegister {
  private let register: Register
  private let scenario: String
  private let cut: Int
  private let models: [DemandModel]
  private let moves: MovesEstimator

  init(
    _ present: Register, in region: RegionCode, cut: Int, lengths: [Int], scenario: String, library: PlanningLibrary,
    _ reader: inout ParameterReader
  ) throws(DemandError) {
    let register = Self.register(present, cut: cut, lengths: lengths, scenario: scenario)
    let markets = register.regions.markets(in: region)
    let borders = ParameterBorder.allCases.map { library.parameters.at($0, of: ["demand/land-per-job"]) }
    var models: [DemandModel] = []
    for (index, parameters) in ([library.parameters] + borders).enumerated() {
      var own = ParameterReader(parameters, on: reader.date)
      func model(_ reader: inout ParameterReader) throws(DemandError) -> DemandModel {
        try DemandModel(
          register: register, classification: library.sectors, addOns: [], scenarios: [scenario], regions: markets,
          reader: &reader)
      }
      models.append(try index == 0 ? model(&reader) : model(&own))
    }
    moves = try MovesEstimator(
      register: register, classification: library.sectors, regions: markets, reader: &reader)
    self.register = register
    self.models = models
    self.scenario = scenario
    self.cut = cut
  }

  private static func register(_ present: Register, cut: Int, lengths: [Int], scenario: String) -> Register {
    var records = RegisterRecords()
    records.regions = present.records.regions
    records.parks = present.records.parks
    let targets = Set(lengths.map { cut + $0 })
    records.jobs = present.records.jobs.filter { $0.scenario == nil }.compactMap { row in
      if row.year == cut { return row }
      return targets.contains(row.year) ? row.forecast(in: scenario) : nil
    }
    return Register(referenceDate: CalendarDate(startOf: cut), records: records)
  }

  func landPerJob(_ region: RegionCode, _ length: Int) -> BandedForecast? {
    guard hasJobs(region) else { return nil }
    let amounts: [Double] = amounts(region) {
      $0.demand(of: $1, scenario: scenario, horizon: cut + length).expansion.value
    }
    return BandedForecast(
      centre: LandPerJobEstimates.border(nil, of: amounts), low: LandPerJobEstimates.border(.low, of: amounts),
      high: LandPerJobEstimates.border(.high, of: amounts))
  }

  /// Expansion with land per job as it is, and at either border of its band.
  private func amounts<Figure: Derivation>(
    _ region: RegionCode, _ expansion: (DemandModel, RegionCode) -> Figure
  ) -> [Figure] {
    models.map { model in
      .sum(
        .netHectare, nl: "uitbreidingsvraag van de marktregio's", en: "expansion of the market regions",
        register.regions.markets(in: region).map { expansion(model, $0) })
    }
  }

  func explanation(of method: EstimationMethod, in region: RegionCode, _ length: Int, _ side: BandSide?) -> Explanation?
  {
    guard hasJobs(region) else { return nil }
    switch method {
    case .absorption: return nil
    case .moves: return moves.explanation(in: region, years: length, side: side)
    case .landPerJob:
      return LandPerJobEstimates.border(
        side,
        of: amounts(region) { model, market in
          model.explanation(of: .expansion, in: market, scenario: scenario, horizon: cut + length) ?? .noLand
        })
    }
  }

  func moves(_ region: RegionCode, _ length: Int) -> BandedForecast? {
    guard hasJobs(region) else { return nil }
    return Banded { moves.demand(in: region, years: length, side: $0) }.forecast
  }

  private func hasJobs(_ region: RegionCode) -> Bool {
    register.regions.markets(in: region).allSatisfy { moves.hasJobs(in: $0) }
  }
}

extension JobCount {
  /// An observation as a forecast; nil never happens, for an observation is valid already.
  fileprivate func forecast(in scenario: String) -> JobCount? {
    try? JobCount(region: region, sector: sector, year: year, scenario: scenario, jobs: jobs, origin: origin)
  }
}
