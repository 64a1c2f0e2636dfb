import Foundation

/// The real data beside the repository, where a machine has them.
enum SharedData {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data/energy")
  static let beside = [folder, folder.appendingPathComponent("../../../../shared/data/energy").standardized]

  static let isPresent = beside.contains { FileManager.default.fileExists(atPath: $0.path) }
  static let reason = "the shared energy data are not on this machine"

  /// Header and rows of a comma-separated file without quotes.
  static func table(_ name: String) throws -> (columns: [String], rows: [[String]]) {
    let place = beside.first { FileManager.default.fileExists(atPath: $0.path) } ?? folder
    let text = String(decoding: try Data(contentsOf: place.appendingPathComponent(name)), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return (lines.first ?? [], Array(lines.dropFirst()))
  }
}
