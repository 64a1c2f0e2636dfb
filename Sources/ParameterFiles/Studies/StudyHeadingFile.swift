import Planning
import Provenance
import Quantities
import WorkLocations

/// What `study.yaml` says.
struct StudyHeadingFile {
  let heading: PublishedStudy.Heading
  let startYear: Int
  let horizons: [Int]
  let scenarios: [String]
  let rounding: Rounding
  let quotation: PublishedStudy.Quotation

  static let keys = [
    "title", "producer", "source", "locator", "start-year", "horizons", "scenarios", "region", "rounding", "synthetic",
    "quotes",
  ]
}

extension FieldReader {
  /// The heading of a study; nil when a required part is missing.
  mutating func studyHeading(_ top: YAMLField) -> StudyHeadingFile? {
    guard keys(of: top, allowed: StudyHeadingFile.keys) else { return nil }
    let title = part("title", of: top).flatMap { localized($0) }
    let producer = text("producer", of: top)
    let source = text("source", of: top)
    let start = whole("start-year", of: top)
    let horizons = part("horizons", of: top).map { wholes($0) } ?? []
    let scenarios = part("scenarios", of: top).map { texts($0) } ?? []
    let region = part("region", of: top).flatMap { studyRegion($0) }
    let rounding = top["rounding"].flatMap { code($0, of: Rounding.self) } ?? .none
    guard let title, let producer, let source, let start, let region else { return nil }
    let heading = PublishedStudy.Heading(
      title: title, producer: producer, source: source, locator: optionalText("locator", of: top), region: region.code,
      regionName: region.name, isSynthetic: optionalFlag("synthetic", of: top) ?? false)
    return StudyHeadingFile(
      heading: heading, startYear: start, horizons: horizons.sorted(), scenarios: scenarios, rounding: rounding,
      quotation: top["quotes"].map { quotation($0) } ?? .init())
  }

  /// What the quoted figure stands for; nothing of supply unless it is said.
  private mutating func quotation(_ field: YAMLField) -> PublishedStudy.Quotation {
    keys(of: field, allowed: ["measure", "hard-counted", "soft-counted", "reserve"])
    return PublishedStudy.Quotation(
      measure: field["measure"].flatMap { code($0, of: PublishedStudy.Quotation.Measure.self) } ?? .net,
      hardCounted: optionalNumber("hard-counted", of: field) ?? 0,
      softCounted: optionalNumber("soft-counted", of: field) ?? 0,
      reserve: optionalNumber("reserve", of: field) ?? 0)
  }

  private mutating func studyRegion(_ field: YAMLField) -> (code: RegionCode, name: String)? {
    guard keys(of: field, allowed: ["code", "name"]) else { return nil }
    guard let code = text("code", of: field), let name = text("name", of: field) else { return nil }
    return (RegionCode(code), name)
  }

  private mutating func wholes(_ field: YAMLField) -> [Int] {
    (read(field, .list, \.items) ?? []).compactMap { read($0, .whole, \.whole) }
  }
}
