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
///   - historyFrom: first year of an invented history of jobs per COROP area and of issue, for back-tests; nil for none. It
///     changes nothing else.
/// - Throws: `ExampleError` when the totals cannot be met, `GeometryError` or `InvalidRecord` when the facts are unusable.
public func generate(
  seed: UInt64, calibration: ExampleCalibration, sectors: SectorClassification, referenceDate: CalendarDate,
  importedOn: CalendarDate, historyFrom: Int? = nil
) throws -> RegisterRecords {
  try generate(
    from: .embedded(), seed: seed, calibration: calibration, sectors: sectors, referenceDate: referenceDate,
    importedOn: importedOn, historyFrom: historyFrom)
}

/// The same from other facts.
package func generate(
  from facts: Facts, seed: UInt64, calibration: ExampleCalibration, sectors: SectorClassification,
  referenceDate: CalendarDate, importedOn: CalendarDate, historyFrom: Int? = nil
) throws -> RegisterRecords {
  let origins = ExampleOrigins(
    facts: facts, calibration: calibration, seed: seed, referenceDate: referenceDate, importedOn: importedOn,
    historyFrom: historyFrom)
  return try RegisterDrawing(
    facts: facts, calibration: calibration, seed: seed, referenceDate: referenceDate, origins: origins
  ).records(sectors: sectors, historyFrom: historyFrom)
}
