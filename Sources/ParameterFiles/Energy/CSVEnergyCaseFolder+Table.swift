import Foundation
import Planning
import Provenance

extension CSVEnergyCaseFolder {
  public func table(_ path: String) throws -> (EnergyTable, [Diagnostic]) {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw PlanningError.fileMissing(path: path)
    }
    let read = NumberTable([UInt8](data), file: path)
    return (read.table, read.problems)
  }
}
