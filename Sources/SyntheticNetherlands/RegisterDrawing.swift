import Provenance
import Quantities
import WorkLocations

/// One synthetic register in the making: land first, then parks on it, then all that refers to parks.
struct RegisterDrawing {
  private let facts: Facts
  private let calibration: ExampleCalibration
  private let seed: UInt64
  private let referenceDate: CalendarDate
  private let origins: ExampleOrigins
  private let regions: DrawnRegions
  private let budget: LandBudget
  private let issue: IssueSeries
  private let drafts: [ParkDraft]

  init(
    facts: Facts, calibration: ExampleCalibration, seed: UInt64, referenceDate: CalendarDate, origins: ExampleOrigins
  ) throws {
    self.facts = facts
    self.calibration = calibration
    self.seed = seed
    self.referenceDate = referenceDate
    self.origins = origins
    regions = try DrawnRegions(facts)
    budget = try LandBudget(facts: facts, calibration: calibration, cells: regions.cells)
    issue = IssueSeries(
      facts: facts, calibration: calibration, budget: budget, seed: seed, referenceDate: referenceDate)
    var drafts = try ParkAllotment(
      facts: facts, calibration: calibration, budget: budget, seed: seed, referenceDate: referenceDate
    ).drafts()
    try ParkStock(facts: facts, calibration: calibration, seed: seed).fill(&drafts)
    try issue.fillLastYear(&drafts)
    try ParkPlacement(facts: facts, cells: regions.cells, seed: seed).place(&drafts)
    self.drafts = drafts
  }

  /// - Parameter historyFrom: first year of the invented history; nil for none.
  func records(sectors: SectorClassification, historyFrom: Int? = nil) throws -> RegisterRecords {
    var records = RegisterRecords()
    try addFacts(to: &records)
    try addParks(to: &records, issueFrom: historyFrom)
    try addPlans(to: &records)
    records.jobs = try JobSpreading(facts: facts, calibration: calibration, sectors: sectors)
      .counts(year: referenceDate.year, origin: origins.synthetic)
    if let historyFrom {
      records.jobs += try JobHistory(facts: facts, seed: seed).counts(
        before: records.jobs, from: historyFrom, origin: origins.synthetic)
    }
    return records
  }

  private func addFacts(to records: inout RegisterRecords) throws {
    records.snapshots = [origins.factSnapshot, origins.syntheticSnapshot]
    records.regions = try regions.regions(origin: origins.facts)
    records.mergers = facts.mergers
    records.housingAreas = try NamedPlaces(facts: facts, drafts: drafts).housingAreas(origin: origins.facts)
    records.landUse = try facts.municipalities.map { fact in
      try LandUseObservation(
        region: fact.code, year: ExampleOrigins.landUseYear, businessPark: fact.businessPark, origin: origins.landUse)
    }
  }

  private func addParks(to records: inout RegisterRecords, issueFrom: Int?) throws {
    records.parks = try ParkRecords(facts: facts, seed: seed, referenceDate: referenceDate, origin: origins.synthetic)
      .parks(from: drafts)
    records.clusters = try NamedPlaces(facts: facts, drafts: drafts).clusters(origin: origins.synthetic)
    records.issues = try issue.observations(of: drafts, from: issueFrom, origin: origins.synthetic)
  }

  private func addPlans(to records: inout RegisterRecords) throws {
    records.planCapacities = try PlanDrawing(
      facts: facts, calibration: calibration, budget: budget, drafts: drafts, seed: seed, referenceDate: referenceDate,
      origin: origins.synthetic
    ).plans()
    records.withdrawals = try WithdrawalDrawing(
      facts: facts, calibration: calibration, drafts: drafts, seed: seed, referenceDate: referenceDate,
      origin: origins.synthetic
    ).withdrawals()
  }
}
