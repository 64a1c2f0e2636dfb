import ForecastBands
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Uncertainty
import WorkLocations

/// The band model of the market regions in one scenario, with the centre it deviates from — *bandbreedtemodel*.
struct MarketBandModel {
  let model: BandModel
  let startYear: Int
  let sectors: [Sector]
  let addOns: [AddOn]
  /// Coefficients of the country, whose bands hold everywhere.
  let national: CoefficientPath

  init(
    _ paths: DemandPaths, supply: [SupplyPath], softFactors: [Double], regionKeys: [UInt32], spread: BandSpread,
    horizons: [Int]
  ) throws(PlanningError) {
    let sizes = BandSizes(
      regions: paths.regions.count, sectors: paths.sectors.count, types: paths.types.count, addOns: paths.addOns.count,
      years: paths.years, coefficientSets: paths.coefficients.count)
    let centre = CentrePaths(paths, supply: supply, softFactors: softFactors)
    let classes = horizons.isEmpty ? nil : ClassShares(paths, years: horizons.map { $0 - paths.startYear })
    do {
      model = try BandModel(sizes: sizes, centre: centre, spread: spread, classes: classes, regionKeys: regionKeys)
    } catch {
      throw .invalidInput(error.problems.map(Self.diagnostic))
    }
    startYear = paths.startYear
    sectors = paths.sectors
    addOns = paths.addOns
    national = paths.coefficients[0]
  }

  private static func diagnostic(_ problem: BandModelError.Problem) -> Diagnostic {
    Diagnostic(
      .error, "forecast.input", value: "\(problem)",
      message: LocalizedText(
        nl: "een invoer van de raming kan niet (niet eindig, negatief, of een aandeel buiten 0 tot 1)",
        en: "an input of the forecast is impossible (not finite, negative, or a share outside 0 to 1)"),
      remedy: LocalizedText(
        nl: "Controleer banen, terreinquotiënten en aandelen in register en parametermap.",
        en: "Check jobs, land per job and shares in the register and the parameter folder."))
  }
}

extension CentrePaths {
  /// - Parameter softFactors: per market its realisation of soft plans over the national one.
  init(_ paths: DemandPaths, supply: [SupplyPath], softFactors: [Double]) {
    self.init(
      jobs: paths.regions.flatMap(\.jobs), coefficientSet: paths.regions.map(\.coefficientSet),
      preference: paths.coefficients.flatMap(\.preference), landPerJob: paths.coefficients.flatMap(\.landPerJob),
      concentration: paths.regions.flatMap(\.concentration), replacement: paths.regions.flatMap(\.replacement),
      addOns: paths.addOns.indices.flatMap { addOn in
        paths.regions.flatMap { $0.addOns[(addOn * paths.years)..<((addOn + 1) * paths.years)] }
      },
      hard: supply.flatMap(\.usable),
      soft: zip(supply, softFactors).flatMap { path, factor in path.soft.map { $0 * factor } }
    )
  }
}

extension ClassShares {
  fileprivate init(_ paths: DemandPaths, years: [Int]) {
    self.init(
      classes: SpaceClass.all.count, years: years, expansion: paths.coefficients.flatMap(\.classShares),
      replacement: paths.regions.flatMap { $0.replacementShares(lastYear: paths.years - 1) },
      addOns: paths.addOns.flatMap(\.profile.shares))
  }
}

extension RegionPath {
  /// Share of each class in the land of withdrawals up to the last year.
  fileprivate func replacementShares(lastYear: Int) -> [Double] {
    let classes = SpaceClass.all.count
    let last = replacementByClass[(lastYear * classes)..<((lastYear + 1) * classes)]
    let total = last.reduce(0, +)
    return last.map { total > 0 ? $0 / total : 0 }
  }
}
