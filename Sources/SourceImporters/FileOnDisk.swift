import Foundation
import Planning

/// A path that must name a readable file.
struct FileOnDisk {
  let path: String

  init(_ path: String) { self.path = path }

  /// - Throws: `PlanningError.fileMissing`, or `.cannotRead` for a folder or a file without permission.
  func check() throws(PlanningError) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .fileMissing(path: path)
    }
    if isDirectory.boolValue { throw Unreadable.directory(path) }
    guard FileManager.default.isReadableFile(atPath: path) else { throw Unreadable.notPermitted(path) }
  }

  /// - Throws: `PlanningError.cannotRead`.
  func bytes() throws(PlanningError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { throw Unreadable.notPermitted(path) }
    return [UInt8](data)
  }

  /// Extension in lower case without the dot; empty without one.
  var fileExtension: String { (path as NSString).pathExtension.lowercased() }

  /// File name without folder and extension: what a single table of the file is called.
  var stem: String { ((path as NSString).lastPathComponent as NSString).deletingPathExtension }
}
