import Quantities
import Uncertainty

/// What the inner loops read, in single precision.
struct SamplerTables: Sendable {
  let jobs: FloatTable
  let preference: FloatTable
  /// Hectares per job, so that jobs × preference × land per job is in hectares.
  let landPerJob: FloatTable
  let concentration: FloatTable
  let replacement: FloatTable
  let addOns: FloatTable
  let expansionClasses: FloatTable
  let replacementClasses: FloatTable
  let addOnClasses: FloatTable
  let correlation: FloatTable

  init(_ model: BandModel) {
    let centre = model.centre
    jobs = FloatTable(centre.jobs)
    preference = FloatTable(centre.preference)
    landPerJob = FloatTable(centre.landPerJob.map { $0 / SquareMetres.perHectare })
    concentration = FloatTable(centre.concentration)
    replacement = FloatTable(centre.replacement)
    addOns = FloatTable(centre.addOns)
    expansionClasses = FloatTable(model.classes?.expansion ?? [])
    replacementClasses = FloatTable(model.classes?.replacement ?? [])
    addOnClasses = FloatTable(model.classes?.addOns ?? [])
    correlation = FloatTable(model.spread.correlation.entries)
  }
}
