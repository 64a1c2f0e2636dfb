import Foundation
import Planning
import Provenance
import Yams

extension FieldReader {
  /// The top of a YAML file; nil when it cannot be read, with the reason among the problems.
  /// - Parameter name: the file as messages show it.
  mutating func file(at url: URL, name: String) -> YAMLField? {
    guard let bytes = try? Data(contentsOf: url), let text = String(data: bytes, encoding: .utf8) else {
      add(PlanningError.fileMissing(path: name).diagnostics)
      return nil
    }
    do {
      // Naming the encoding saves Yams a look through all variables of the environment, for every file.
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        report(.invalidYAML("–"), at: Diagnostic.Place(file: name))
        return nil
      }
      return YAMLField(file: name, node: node)
    } catch let error as YamlError {
      report(.invalidYAML(error.reason), at: Diagnostic.Place(file: name, row: error.line))
    } catch {
      report(.invalidYAML("\(error)"), at: Diagnostic.Place(file: name))
    }
    return nil
  }
}

extension YamlError {
  /// Line of the problem, from 1.
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }

  fileprivate var reason: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    case .duplicatedKeysInMapping(let keys, _): "dubbel veld " + keys.sorted().joined(separator: ", ")
    default: "\(self)"
    }
  }
}
