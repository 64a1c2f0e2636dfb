import Foundation
import Planning
import Provenance
import Quantities
import SupplyDemandBalance

/// A study in a folder: `study.yaml`, `demand.csv`, and where there are any `supply.csv` and `parameters/`.
///
/// The columns are explained in `Documentation/Examples/README.md`.
public struct YAMLStudyReader: StudyReader {
  public init() {}

  public func study(at path: String) throws -> StudyReading {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    let headingFile = folder.appendingPathComponent(PublishedStudy.headingFile)
    guard FileManager.default.fileExists(atPath: headingFile.path) else {
      throw PlanningError.fileMissing(path: "\(path)/\(PublishedStudy.headingFile)")
    }
    var library = LibraryAssembly()
    Self.layParameters(of: folder, on: &library)
    let parameters = library.finish()
    var reader = library.reader
    let demand = Self.demand(in: folder, &reader)
    let supply = Self.supply(in: folder, &reader)
    let file = reader.file(at: headingFile, name: PublishedStudy.headingFile).flatMap { reader.studyHeading($0) }
    guard let file else { throw PlanningError.invalidInput(reader.problems) }
    let study = PublishedStudy(
      heading: file.heading, startYear: file.startYear, horizons: file.horizons, scenarios: file.scenarios,
      rounding: file.rounding, quotation: file.quotation, demand: demand, supply: supply,
      parameters: parameters.parameters,
      bibliography: parameters.bibliography)
    return StudyReading(study: study, diagnostics: reader.problems)
  }

  private static func layParameters(of folder: URL, on library: inout LibraryAssembly) {
    let parameters = LibraryFolder(
      url: folder.appendingPathComponent("parameters", isDirectory: true), name: "parameters")
    if parameters.files() != nil { library.lay(parameters) }
  }

  private static func demand(in folder: URL, _ reader: inout FieldReader) -> [StudyDemandRow] {
    guard let cells = table(PublishedStudy.demandTable, in: folder) else {
      reader.add(PlanningError.fileMissing(path: PublishedStudy.demandTable).diagnostics)
      return []
    }
    let columns = StudyColumn.allCases.map(\.rawValue)
    cells.checkHeader(allowed: ["sector", "scenario", "horizon", "area"] + columns, required: ["sector"], &reader)
    return cells.table.rows.map { row in
      var figures: [StudyColumn: Double] = [:]
      if cells.text("sector", row) == nil {
        reader.report(.missing("sector"), at: Diagnostic.Place(file: cells.file, row: row.number, field: "sector"))
      }
      for column in StudyColumn.allCases { figures[column] = cells.number(column.rawValue, row, &reader) }
      return StudyDemandRow(
        row: row.number, sector: cells.text("sector", row) ?? "", scenario: cells.text("scenario", row),
        horizon: cells.whole("horizon", row, &reader), area: cells.text("area", row), figures: figures)
    }
  }

  /// The supply table; a study without one confronts nothing and has no supply.
  private static func supply(in folder: URL, _ reader: inout FieldReader) -> [StudySupplyRow] {
    guard let cells = table(PublishedStudy.supplyTable, in: folder) else { return [] }
    cells.checkHeader(allowed: ["kind", "ha", "year", "area"], required: ["kind", "ha"], &reader)
    return cells.table.rows.compactMap { row in
      let kind = supplyKind(cells, row, &reader)
      let area = cells.number("ha", row, &reader)
      let year = cells.whole("year", row, &reader)
      guard let kind, let area else { return nil }
      return StudySupplyRow(
        row: row.number, kind: kind, net: NetHectares(area), availableFrom: year, area: cells.text("area", row))
    }
  }

  private static func supplyKind(
    _ cells: TableReader, _ row: (number: Int, cells: [String]), _ reader: inout FieldReader
  ) -> SupplyKind? {
    let text = cells.text("kind", row) ?? ""
    if let kind = SupplyKind(rawValue: text) { return kind }
    reader.report(
      .unknownCode(allowed: SupplyKind.allCases.map(\.rawValue)),
      at: Diagnostic.Place(file: cells.file, row: row.number, field: "kind"), value: text)
    return nil
  }

  private static func table(_ name: String, in folder: URL) -> TableReader? {
    guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return nil }
    return TableReader(table: DelimitedTable(String(decoding: bytes, as: UTF8.self)), file: name)
  }
}
