import Yams

/// A node of a YAML file with the file it stands in and the path that leads to it.
struct YAMLField {
  let file: String
  /// Keys from the top of the file, joined by a full stop.
  let path: String
  let node: Node

  init(file: String, path: String = "", node: Node) {
    self.file = file
    self.path = path
    self.node = node
  }

  /// Line in the file, from 1.
  var line: Int? { node.mark?.line }

  /// The pairs of a mapping in the order of the file; nil for anything else.
  var entries: [(key: String, field: YAMLField)]? {
    node.mapping.map { mapping in
      mapping.map { key, value in
        let name = key.scalar?.string ?? ""
        return (name, below(name, value))
      }
    }
  }

  /// The parts of a list; nil for anything else.
  var items: [YAMLField]? {
    node.sequence.map { list in
      list.enumerated().map { YAMLField(file: file, path: "\(path)[\($0 + 1)]", node: $1) }
    }
  }

  subscript(key: String) -> YAMLField? {
    guard let mapping = node.mapping else { return nil }
    // By position, because a walk over the pairs copies all of them first.
    return mapping.indices.first { mapping[$0].key.scalar?.string == key }.map { below(key, mapping[$0].value) }
  }

  private func below(_ key: String, _ node: Node) -> YAMLField {
    YAMLField(file: file, path: path.isEmpty ? key : path + "." + key, node: node)
  }

  /// The text of a scalar; nil for a list, a mapping and an empty value.
  var text: String? {
    guard let scalar = node.scalar else { return nil }
    let isEmpty = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    return isEmpty ? nil : scalar.string
  }

  /// A number that is not written as text.
  var number: Double? {
    guard let scalar = node.scalar, scalar.style == .plain, let number = Double(scalar.string) else { return nil }
    return number.isFinite ? number : nil
  }

  var whole: Int? { number.flatMap { Int(exactly: $0) } }

  var flag: Bool? {
    guard let scalar = node.scalar, scalar.style == .plain else { return nil }
    return ["true": true, "false": false][scalar.string]
  }

  /// This mapping with the pairs of `other` laid over it; pairs of the keys in `deep` are mappings laid over in turn.
  func overlaid(by other: YAMLField, deep: Set<String>) -> YAMLField {
    guard var pairs = node.mapping?.map({ ($0, $1) }), let changes = other.node.mapping else { return other }
    for (key, value) in changes {
      guard let index = pairs.firstIndex(where: { $0.0.scalar?.string == key.scalar?.string }) else {
        pairs.append((key, value))
        continue
      }
      let isDeep = deep.contains(key.scalar?.string ?? "")
      let below = YAMLField(file: file, node: pairs[index].1)
      pairs[index].1 = isDeep ? below.overlaid(by: YAMLField(file: file, node: value), deep: []).node : value
    }
    return YAMLField(file: other.file, path: path, node: Node(pairs))
  }
}
