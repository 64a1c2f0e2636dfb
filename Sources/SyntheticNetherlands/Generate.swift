import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

/// Makes a synthetic Dutch register — *synthetisch Nederland*: real municipalities, generated parks.
///
/// Parks, plots, plans, withdrawals, issue and jobs are generated and add up to the calibration exactly; areas to
/// 0.0001 ha, jobs to one job. Equal arguments give an equal register. Records of the two sources tell themselves apart:
/// facts have the origin of a snapshot with `isSynthetic` false, all else one with true; drawn boundaries say so themselves.
///
/// - Parameters:
///   - seed: chooses one of many equally plausible registers.
///   - sectors: the sectors of the jobs; the calibration has their national figures.
///   - referenceDate: date of every generated record; plans lie after it, the issue series before it.
///   - importedOn: recorded with the snapshots, used for nothing else.
/// - Throws: `ExampleError` when the totals cannot be met, `GeometryError` or `InvalidRecord` when the facts are unusable.
public func generate(
  seed: UInt64, calibration: ExampleCalibration, sectors: SectorClassification, referenceDate: CalendarDate,
  importedOn: CalendarDate
) throws -> RegisterRecords {
  try generate(
    from: .embedded(), seed: seed, calibration: calibration, sectors: sectors, referenceDate: referenceDate,
    importedOn: importedOn)
}

/// The same from other facts.
package func generate(
  from facts: Facts, seed: UInt64, calibration: ExampleCalibration, sectors: SectorClassification,
  referenceDate: CalendarDate, importedOn: CalendarDate
) throws -> RegisterRecords {
  let origins = ExampleOrigins(
    facts: facts, calibration: calibration, seed: seed, referenceDate: referenceDate, importedOn: importedOn)
  let drawn = try DrawnRegions(facts)
  let budget = try LandBudget(facts: facts, calibration: calibration, cells: drawn.cells)
  let issue = IssueSeries(
    facts: facts, calibration: calibration, budget: budget, seed: seed, referenceDate: referenceDate)
  let drafts = try drafts(facts, calibration, budget, issue, cells: drawn.cells, seed: seed, on: referenceDate)

  var records = RegisterRecords()
  records.snapshots = [origins.factSnapshot, origins.syntheticSnapshot]
  records.regions = try drawn.regions(origin: origins.facts)
  records.mergers = facts.mergers
  records.parks = try ParkRecords(facts: facts, seed: seed, referenceDate: referenceDate, origin: origins.synthetic)
    .parks(from: drafts)
  records.planCapacities = try PlanDrawing(
    facts: facts, calibration: calibration, budget: budget, drafts: drafts, seed: seed, referenceDate: referenceDate,
    origin: origins.synthetic
  ).plans()
  records.withdrawals = try WithdrawalDrawing(
    facts: facts, calibration: calibration, drafts: drafts, seed: seed, referenceDate: referenceDate,
    origin: origins.synthetic
  ).withdrawals()
  let places = NamedPlaces(facts: facts, drafts: drafts)
  records.clusters = try places.clusters(origin: origins.synthetic)
  records.housingAreas = try places.housingAreas(origin: origins.facts)
  records.jobs = try JobSpreading(facts: facts, calibration: calibration, sectors: sectors)
    .counts(year: referenceDate.year, origin: origins.synthetic)
  records.landUse = try landUse(facts, origin: origins.landUse)
  records.issues = try issue.observations(of: drafts, origin: origins.synthetic)
  return records
}

private func drafts(
  _ facts: Facts, _ calibration: ExampleCalibration, _ budget: LandBudget, _ issue: IssueSeries, cells: [MultiPolygon],
  seed: UInt64, on referenceDate: CalendarDate
) throws -> [ParkDraft] {
  var drafts = try ParkAllotment(
    facts: facts, calibration: calibration, budget: budget, seed: seed, referenceDate: referenceDate
  ).drafts()
  try ParkStock(facts: facts, calibration: calibration, seed: seed).fill(&drafts)
  try issue.fillLastYear(&drafts)
  try ParkPlacement(facts: facts, cells: cells, seed: seed).place(&drafts)
  return drafts
}

/// Business-park land by the land-use statistic of 2017: facts, not generated.
private func landUse(_ facts: Facts, origin: Origin) throws -> [LandUseObservation] {
  try facts.municipalities.map { fact in
    try LandUseObservation(
      region: fact.code, year: ExampleOrigins.landUseYear, businessPark: fact.businessPark, origin: origin)
  }
}
