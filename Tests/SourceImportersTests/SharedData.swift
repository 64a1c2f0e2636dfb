import Foundation

/// The real data beside the repository, where a machine has them.
enum SharedData {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
  static let isPresent = FileManager.default.fileExists(atPath: folder.path)
  static let reason = "../shared/data is not on this machine"
}
