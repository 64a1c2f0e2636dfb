import Foundation
import Planning
import Provenance

extension CSVEnergyCaseFolder {
  public func table(_ path: String) throws -> (EnergyTable, [Diagnostic]) {
    if path.lowercased().hasSuffix(SeriesFiles.workbook) {
      let name = SeriesFiles.stem(EnergyCaseFiles.seriesFile)
      guard let sheet = try sheets.sheet(name, orFirst: true, of: path) else {
        throw PlanningError.fileMissing(path: path)
      }
      return Self.read(SeriesFile(sheet, of: path, isWide: { _ in true }))
    }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw PlanningError.fileMissing(path: path)
    }
    return Self.read(SeriesFile(name: path, bytes: [UInt8](data)))
  }

  private static func read(_ file: SeriesFile) -> (EnergyTable, [Diagnostic]) {
    let read = NumberTable(file.bytes, file: file.name)
    return (read.table, read.problems)
  }
}
