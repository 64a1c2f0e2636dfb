import Foundation

/// A YAML file of a library folder.
struct LibraryFile {
  /// Path inside the folder without extension: `demand/land-per-job`. It is the key of a parameter.
  let key: String
  let url: URL
  /// The file as messages show it.
  let name: String

  /// The first folder of the key; empty for a file at the top.
  var subject: String { key.contains("/") ? String(key.prefix { $0 != "/" }) : "" }
  /// Whether parameters of every folder refer to it.
  var isShared: Bool { ["bibliography", "classification"].contains(subject) }
  /// The name without folders.
  var stem: String { String(key.split(separator: "/").last ?? "") }
}

/// A folder with the layout of the built-in library.
struct LibraryFolder {
  let url: URL
  /// The folder as messages show it.
  let name: String

  init(url: URL, name: String) {
    self.url = url
    self.name = name
  }

  init(path: String) { self.init(url: URL(fileURLWithPath: path, isDirectory: true), name: path) }

  /// The YAML files at any depth, in the order of their keys; nil when there is no such folder.
  func files() -> [LibraryFile]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue,
      let paths = try? FileManager.default.subpathsOfDirectory(atPath: url.path)
    else { return nil }
    return paths.filter { $0.hasSuffix(Self.suffix) }.sorted().map {
      LibraryFile(
        key: String($0.dropLast(Self.suffix.count)), url: url.appendingPathComponent($0), name: "\(name)/\($0)")
    }
  }

  private static let suffix = ".yaml"
}
