import Provenance
import Quantities
import WorkLocations

extension RunBalance.Request {
  /// Everything wrong or doubtful in the request, given the register and the library.
  func problems(_ register: Register, _ library: PlanningLibrary) -> [Diagnostic] {
    regionProblems(register) + horizonProblems(register) + scenarioProblems(library)
  }

  private func regionProblems(_ register: Register) -> [Diagnostic] {
    let inside = register.regions.municipalities(in: region)
    guard !inside.isEmpty else { return [Self.unknownRegion(region)] }
    let jobs = ObservedJobs(register)
    let without = inside.filter { !jobs.cover($0, within: region) }
    let outside = register.regions.municipalitiesOutsideMarkets(in: region)
    return (without.count == inside.count ? [Self.noJobs(region)] : without.isEmpty ? [] : [Self.someJobs(without)])
      + (outside.isEmpty ? [] : [Self.ownMarkets(outside)])
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

  private func horizonProblems(_ register: Register) -> [Diagnostic] {
    let start = register.referenceDate.year
    let wrong = horizons.filter { $0 <= start }
    guard wrong.isEmpty, !horizons.isEmpty else {
      return [
        Diagnostic(
          .error, "balance.horizon", value: wrong.map(String.init).joined(separator: ","),
          message: LocalizedText(
            nl: "een horizon moet na het peiljaar \(start) liggen",
            en: "a horizon must lie after the reference year \(start)"),
          remedy: LocalizedText(
            nl: "Geef latere jaren, bijvoorbeeld --horizon 2030,2040.",
            en: "Give later years, for example --horizon 2030,2040."))
      ]
    }
    return []
  }

  private func scenarioProblems(_ library: PlanningLibrary) -> [Diagnostic] {
    let known = library.scenarios
    let listed = known.joined(separator: ", ")
    let remedy = LocalizedText(
      nl: "Kies uit: \(listed); of voeg het scenario toe in een map voor --parameters.",
      en: "Choose from: \(listed); or add the scenario in a folder for --parameters.")
    let unknown = scenarios.filter { !known.contains($0) }.map {
      Diagnostic(
        .error, "balance.unknown-scenario", value: $0,
        message: LocalizedText(nl: "onbekend scenario", en: "unknown scenario"), remedy: remedy)
    }
    guard scenarios.isEmpty else { return unknown }
    return [
      Diagnostic(
        .error, "balance.no-scenario", message: LocalizedText(nl: "geen scenario gegeven", en: "no scenario given"),
        remedy: remedy)
    ]
  }
}

/// The regions that the register has observed jobs for, in the latest year on or before its reference date.
private struct ObservedJobs {
  private let regions: Set<RegionCode>
  private let table: RegionTable

  init(_ register: Register) {
    let known = register.records.jobs.filter { $0.scenario == nil && $0.year <= register.referenceDate.year }
    let latest = known.map(\.year).max()
    regions = Set(known.filter { $0.year == latest }.map(\.region))
    table = register.regions
  }

  /// Whether the municipality's jobs are known, by itself or as part of a region up to `largest`.
  func cover(_ municipality: RegionCode, within largest: RegionCode) -> Bool {
    if regions.contains(municipality) || regions.contains(largest) { return true }
    return table.chain(from: municipality).prefix { $0 != largest }.contains(where: regions.contains)
  }
}
