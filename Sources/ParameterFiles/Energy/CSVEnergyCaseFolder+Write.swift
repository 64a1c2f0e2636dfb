import EnergyHubs
import Foundation
import Planning
import Quantities

extension CSVEnergyCaseFolder {
  public func write(_ files: EnergyCaseFiles, to path: String, overwrite: Bool) throws {
    let texts = [
      (EnergyCaseFiles.connectionsFile, Self.text(files.connections)),
      (EnergyCaseFiles.loadFile, Self.text(files.load)), (EnergyCaseFiles.seriesFile, Self.text(files.series)),
      (EnergyCaseFiles.settingsFile, Self.text(files.settings)),
    ]
    let consents = files.consents.isEmpty ? [] : [(EnergyCaseFiles.consentsFile, Self.text(files.consents))]
    try write(texts + consents, to: path, overwrite: overwrite)
  }

  public func write(_ texts: [(name: String, text: String)], to path: String, overwrite: Bool) throws {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    let present = texts.first { Self.exists($0.name, folder) }
    if let present, !overwrite { throw Self.occupied("\(path)/\(present.name)") }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, text) in texts { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    } catch { throw Self.unwritable(path, error) }
  }

  static func unwritable(_ path: String, _ error: any Error) -> PlanningError {
    .cannotWrite(
      path: path, reason: LocalizedText(both: error.localizedDescription),
      remedy: LocalizedText(nl: "Kies een andere map.", en: "Choose another folder."))
  }

  static func occupied(_ path: String) -> PlanningError {
    .cannotWrite(
      path: path, reason: LocalizedText(nl: "het bestand bestaat al", en: "the file exists already"),
      remedy: LocalizedText(
        nl: "Kies een lege map, of vervang met --overwrite.", en: "Choose an empty folder, or replace with --overwrite."
      ))
  }

  private static let usualColumns = [
    "id", "name", "station", "contract_kw", "physical_kw", "feed_in_kw", "feed_in_physical_kw", "annual_kwh", "profile",
    "roof", "roof_max_kw",
  ]

  private static func text(_ connections: [EnergyConnectionRow]) -> String {
    let lines = connections.map { row in
      [
        row.id, quoted(row.name), quoted(row.station), shown(row.contract), shown(row.physical), shown(row.feedIn),
        shown(row.feedInPhysical), shown(row.annual), row.standard ?? "", row.roof ?? "", shown(row.roofMost),
      ].joined(separator: ",")
    }
    return ([usualColumns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  private static func text(_ consents: [Consent]) -> String {
    let lines = consents.map { consent in
      [
        consent.connection, consent.purpose.rawValue, quoted(consent.receiver), "\(consent.data.lowerBound)",
        "\(consent.data.upperBound)", "\(consent.given)", "\(consent.until)", consent.revoked.map { "\($0)" } ?? "",
      ].joined(separator: ",")
    }
    return ([consentColumns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  private static func shown(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }

  static func quoted(_ text: String?) -> String {
    guard let text, text.contains(where: { ",\"".contains($0) }) else { return text ?? "" }
    return "\"" + text.replacing("\"", with: "") + "\""
  }

  private static func text(_ table: EnergyTable) -> String {
    var text = ((table.timeColumn.map { [$0] } ?? []) + table.columns).joined(separator: ",") + "\n"
    for row in 0..<table.rowCount {
      var cells = table.timeColumn == nil ? [] : [table.times[row]]
      for column in table.values { cells.append(column[row].isNaN ? "" : "\(column[row])") }
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  private static func text(_ settings: EnergySettings) -> String {
    var lines: [String] = []
    if settings.isSynthetic {
      lines.append("# Synthetisch: alle metingen, prijzen en bedrijven zijn verzonnen.")
      lines.append("# Synthetic: all measurements, prices and firms are invented.")
    }
    if let name = settings.name { lines.append("name: \"\(name)\"") }
    lines.append("synthetic: \(settings.isSynthetic)")
    if let year = settings.year { lines.append("year: \(year)") }
    if let clock = settings.clock { lines.append("clock: \(clock.rawValue)") }
    if let measure = settings.measure { lines.append("load_unit: \(measure.rawValue)") }
    if let completes = settings.completesYear { lines.append("complete_year: \(completes)") }
    lines += settings.numbers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    if let sizes = settings.boilerSizes { lines.append("\(EnergySettings.boilerSizesKey): \(sizes)") }
    let roofNumbers = ["roof_price": settings.roofPrices].merging(settings.roofNumbers ?? [:]) { own, _ in own }
    for (key, numbers) in roofNumbers.sorted(by: { $0.key < $1.key }) where !numbers.isEmpty {
      lines.append("\(key):")
      lines += numbers.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
