import Provenance
import Quantities

extension RegisterRules {
  /// Sectors and regions of the jobs table that the register does not know; each once, with the number of rows.
  func jobs(_ register: Register) -> [Diagnostic] {
    let known = Set(sectors.sectors.map(\.id))
    let sectors = register.records.jobs.map(\.sector).filter { !known.contains($0) }
    let regions = register.records.jobs.map(\.region).filter { register.regions[$0] == nil }
    return counted(sectors).map { unknown("jobs.sector-unknown", "sector", $0, rows: $1) }
      + counted(regions.map(\.text)).map { unknown("jobs.region-unknown", "regiocode", $0, rows: $1) }
  }

  /// Municipalities without a boundary cannot be drawn, and parks cannot be checked against them.
  func boundaries(_ register: Register) -> [Diagnostic] {
    let missing = register.regions.regions(at: .municipality).filter { $0.boundary == nil }
    guard !missing.isEmpty else { return [] }
    return [
      Diagnostic(
        .note, "region.boundary-missing", value: String(missing.count),
        message: LocalizedText(nl: "gemeenten zonder grens", en: "municipalities without a boundary"),
        remedy: LocalizedText(
          nl: "Importeer gemeentegrenzen: werklocaties import grenzen.geojson --as regions.",
          en: "Import municipal boundaries: werklocaties import boundaries.geojson --as regions."))
    ]
  }

  private func counted(_ values: [String]) -> [(value: String, rows: Int)] {
    Dictionary(grouping: values) { $0 }.map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
  }

  private func unknown(_ code: String, _ field: String, _ value: String, rows: Int) -> Diagnostic {
    Diagnostic(
      .warning, code, at: .init(field: field), value: value,
      message: LocalizedText(
        nl: "onbekend in \(rows) rijen van de banentabel; die banen tellen niet mee",
        en: "unknown in \(rows) rows of the jobs table; those jobs do not count"),
      remedy: LocalizedText(
        nl: "Controleer de code of voeg haar toe aan de indeling.",
        en: "Check the code or add it to the classification."))
  }
}
