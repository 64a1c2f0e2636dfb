import Foundation

/// What `Package.swift` says of the targets, read from its text.
struct Manifest {
  struct Target {
    let name: String
    let needs: [String]
    /// The heading above the target: `Ring 2, methods: …`.
    let section: String
  }

  /// In the order of the manifest.
  let targets: [Target]

  init(_ text: String) {
    let products = Self.products(text)
    var section = ""
    var targets: [Target] = []
    for part in text.split(separator: "\n", omittingEmptySubsequences: false).map({ $0.drop { $0 == " " } }) {
      if part.hasPrefix("// ") { section = String(part.dropFirst("// ".count)) }
      if Self.starts.contains(where: part.hasPrefix) { targets.append(Target(name: "", needs: [], section: section)) }
    }
    let bodies = Self.bodies(text)
    self.targets = zip(targets, bodies).map { target, body in
      Target(name: body.name, needs: body.words.map { products[$0] ?? $0 }, section: target.section)
    }
  }

  subscript(name: String) -> Target? { targets.first { $0.name == name } }

  func names(in section: String) -> [String] { targets.filter { $0.section.hasPrefix(section) }.map(\.name) }

  private static let starts = ["ring(", ".systemLibrary(", ".executableTarget("]

  /// `let yams = Target.Dependency.product(name: "Yams", …)`: the name of the constant with that of the product.
  private static func products(_ text: String) -> [String: String] {
    var products: [String: String] = [:]
    for line in text.split(separator: "\n") where line.contains("Target.Dependency.product") {
      let words = line.split { !$0.isPartOfWord }.map(String.init)
      if words.count > Self.productName { products[words[1]] = words[Self.productName] }
    }
    return products
  }

  /// Position of the product's name among the words of its line: let yams Target Dependency product name Yams.
  private static let productName = 6

  /// Per target its name and the names in its list of needs.
  private static func bodies(_ text: String) -> [(name: String, words: [String])] {
    let start = text.range(of: "targets: [\n")?.upperBound ?? text.startIndex
    var rest = text[start...]
    var bodies: [(name: String, words: [String])] = []
    while let next = starts.compactMap({ rest.range(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) {
      let call = balanced(rest[rest.index(before: next.upperBound)...])
      let words = literalsAndNames(call)
      bodies.append((words.first ?? "", Array(words.dropFirst())))
      rest = rest[call.endIndex...]
    }
    return bodies
  }

  /// The text from an opening bracket through its closing one.
  private static func balanced(_ text: Substring) -> Substring {
    var depth = 0
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[...index] }
    }
    return text
  }

  /// The target's own name, then what stands in `needs:` or `dependencies:`.
  private static func literalsAndNames(_ call: Substring) -> [String] {
    let name = call.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
    guard let list = ["needs: [", "dependencies: ["].compactMap({ call.range(of: $0) }).first else { return [name] }
    let inside = call[list.upperBound...].prefix { $0 != "]" }
    return [name] + inside.split { !$0.isPartOfWord }.map(String.init)
  }
}
