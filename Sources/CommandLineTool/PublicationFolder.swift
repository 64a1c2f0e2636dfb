import Foundation
import Planning
import Quantities

/// The folder that a report goes into, in several forms under one name.
struct PublicationFolder: Sendable {
  private let path: String

  /// Makes the folder.
  /// - Throws: `PlanningError.cannotWrite` when it cannot be made.
  init(_ path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Self.cannotWrite(path)
    }
  }

  func path(_ name: String, _ ending: String) -> String { "\(path)/\(name).\(ending)" }

  /// - Returns: the path written.
  func write(_ text: String, to path: String) throws -> String {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Self.cannotWrite(path)
    }
    return path
  }

  /// Lower-case ASCII with single hyphens: `Fryslân` is `fryslan`, `Park A (proef)` is `park-a-proef`.
  static func slug(_ name: String) -> String {
    let plain = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    return plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }

  private static func cannotWrite(_ path: String) -> PlanningError {
    .cannotWrite(
      path: path, reason: LocalizedText(nl: "kan hier niet schrijven", en: "cannot write here"),
      remedy: LocalizedText(
        nl: "Controleer de rechten en de ruimte op de schijf.", en: "Check the permissions and the space on the disk."))
  }
}
