/// A name for each station that no other has — *eigen namen*: where several share one, their operator stands behind it, or else a
/// number in the order of the file.
///
/// Example: Noord, Zuid, Noord becomes Noord (1), Zuid, Noord (2); with operators Noord (Liander), Zuid, Noord (Stedin).
struct StationNames {
  let distinct: [String]
  /// What stations of one name are called.
  let shared: [String: [String]]

  init(_ names: [String], operators: [String?]) {
    var distinct = names
    var shared: [String: [String]] = [:]
    let groups = Dictionary(grouping: names.indices) { names[$0] }.filter { $1.count > 1 }
    var taken = Set(names)
    for name in groups.keys.sorted() {
      let places = groups[name] ?? []
      let operators = places.compactMap { operators.indices.contains($0) ? operators[$0] : nil }
      let named = operators.map { "\(name) (\($0))" }
      let areOwn = Set(named).count == places.count && taken.isDisjoint(with: named)
      let own = areOwn ? named : Self.numbered(name, places.count, besides: taken)
      for (place, name) in zip(places, own) { distinct[place] = name }
      taken.formUnion(own)
      shared[name] = own
    }
    self.distinct = distinct
    self.shared = shared
  }

  private static func numbered(_ name: String, _ count: Int, besides taken: Set<String>) -> [String] {
    let candidates = (1...count + taken.count).lazy.map { "\(name) (\($0))" }
    return Array(candidates.filter { !taken.contains($0) }.prefix(count))
  }
}
