import Provenance
import Quantities
import WorkLocations

/// Why an estimate is missing or doubtful: one message for all regions it holds for.
extension Diagnostic {
  static func noIssue(_ regions: [RegionCode]) -> Diagnostic {
    Diagnostic(
      .warning, "estimate.no-issue", value: listed(regions),
      message: LocalizedText(
        nl: "geen uitgifte in het register; de uitgifte-extrapolatie ontbreekt",
        en: "no issue in the register; extrapolated issue is missing"), remedy: importIssue)
  }

  static func fewYears(_ regions: [RegionCode], least: Int) -> Diagnostic {
    Diagnostic(
      .warning, "estimate.few-years", value: listed(regions),
      message: LocalizedText(
        nl: "minder dan \(least) jaar uitgifte in het venster; de uitgifte-extrapolatie ontbreekt",
        en: "less than \(least) years of issue in the window; extrapolated issue is missing"),
      remedy: LocalizedText(
        nl: "Importeer meer jaren, of verruim estimators/absorption-window of absorption-least-years met --parameters.",
        en: "Import more years, or widen estimators/absorption-window or absorption-least-years with --parameters."))
  }

  static func incompleteYears(_ years: [Int]) -> Diagnostic {
    Diagnostic(
      .note, "estimate.years-incomplete", value: years.map(String.init).joined(separator: ", "),
      message: LocalizedText(
        nl: "in deze jaren geven niet alle gemeenten uitgifte op; zij tellen daar als nul",
        en: "in these years not all municipalities report issue; they count as zero there"), remedy: importIssue)
  }

  static func noJobs(_ regions: [RegionCode]) -> Diagnostic {
    Diagnostic(
      .warning, "estimate.no-jobs", value: listed(regions),
      message: LocalizedText(
        nl: "geen banen in het register; terreinquotiënt en verhuizingen ontbreken",
        en: "no jobs in the register; land per job and moves are missing"), remedy: importJobs)
  }

  static func sectorsMissing(_ sectors: [String]) -> Diagnostic {
    Diagnostic(
      .note, "estimate.sectors-missing", value: sectors.joined(separator: ", "),
      message: LocalizedText(
        nl: "sectoren die in een deel van de gebieden geen banen hebben; zij tellen daar als nul",
        en: "sectors that have no jobs in some of the regions; they count as zero there"), remedy: importJobs)
  }

  private static let importIssue = LocalizedText(
    nl: "Importeer uitgifte: werklocaties import uitgifte.csv --as issuance --into register.gpkg.",
    en: "Import issue: werklocaties import issue.csv --as issuance --into register.gpkg.")
  private static let importJobs = LocalizedText(
    nl: "Importeer een banentabel: werklocaties import banen.csv --as jobs --into register.gpkg.",
    en: "Import a jobs table: werklocaties import jobs.csv --as jobs --into register.gpkg.")

  private static func listed(_ regions: [RegionCode]) -> String { regions.map(\.text).joined(separator: ", ") }
}
