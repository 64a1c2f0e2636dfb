extension Sequence {
  /// Each element once by its key, where it stands first.
  func unique<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    var seen = Set<Key>()
    return filter { seen.insert(key($0)).inserted }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it stands first.
  func unique() -> [Element] { unique(by: { $0 }) }
}
