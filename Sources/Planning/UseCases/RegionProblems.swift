import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// What is doubtful in a register for the balance of a region.
struct RegionProblems {
  private let regions: RegionTable
  private let economy: RegionalEconomy

  init(_ register: Register, _ economy: RegionalEconomy) {
    regions = register.regions
    self.economy = economy
  }

  func problems(of region: RegionCode) -> [Diagnostic] {
    let inside = regions.municipalities(in: region)
    guard !inside.isEmpty else { return [Self.unknownRegion(region)] }
    let without = inside.filter { !hasJobs($0, within: region) }
    let outside = regions.municipalitiesOutsideMarkets(in: region)
    return (without.count == inside.count ? [Self.noJobs(region)] : without.isEmpty ? [] : [Self.someJobs(without)])
      + (outside.isEmpty ? [] : [Self.ownMarkets(outside)])
  }

  /// Whether the municipality's jobs are known in the latest observed year, by itself or as part of a region up to `largest`.
  private func hasJobs(_ municipality: RegionCode, within largest: RegionCode) -> Bool {
    if economy.hasOwnJobs(municipality) || economy.hasOwnJobs(largest) { return true }
    return regions.chain(from: municipality).prefix { $0 != largest }.contains(where: economy.hasOwnJobs)
  }

  private static func noJobs(_ region: RegionCode) -> Diagnostic {
    Diagnostic(
      .warning, "balance.no-jobs", at: .init(record: region.text),
      message: LocalizedText(
        nl: "het register heeft geen banen voor deze regio; de uitbreidingsvraag is daardoor nul",
        en: "the register has no jobs for this region, so expansion is zero"), remedy: importJobs)
  }

  private static func someJobs(_ municipalities: [RegionCode]) -> Diagnostic {
    Diagnostic(
      .warning, "balance.jobs-incomplete", value: municipalities.map(\.text).joined(separator: ", "),
      message: LocalizedText(
        nl: "gemeenten zonder banen in het laatste waargenomen jaar; hun uitbreidingsvraag is nul",
        en: "municipalities without jobs in the latest observed year; their expansion is zero"), remedy: importJobs)
  }

  private static func ownMarkets(_ municipalities: [RegionCode]) -> Diagnostic {
    Diagnostic(
      .warning, "balance.outside-corop", value: municipalities.map(\.text).joined(separator: ", "),
      message: LocalizedText(
        nl: "gemeenten in geen enkel COROP-gebied; elk telt als eigen marktregio",
        en: "municipalities in no COROP area; each counts as a market region of its own"),
      remedy: LocalizedText(
        nl: "Vul het COROP-gebied van deze gemeenten aan en importeer de regio's opnieuw.",
        en: "Complete the COROP area of these municipalities and import the regions again."))
  }

  private static let importJobs = LocalizedText(
    nl: "Importeer een banentabel: werklocaties import banen.csv --as jobs --into register.gpkg.",
    en: "Import a jobs table: werklocaties import jobs.csv --as jobs --into register.gpkg.")

  private static func unknownRegion(_ region: RegionCode) -> Diagnostic {
    Diagnostic(
      .error, "balance.unknown-region", value: region.text,
      message: LocalizedText(nl: "onbekende regio", en: "unknown region"),
      remedy: LocalizedText(
        nl: "Gebruik een code uit het register, zoals NL01, PV30, CR33 of GM0014.",
        en: "Use a code from the register, such as NL01, PV30, CR33 or GM0014."))
  }
}
