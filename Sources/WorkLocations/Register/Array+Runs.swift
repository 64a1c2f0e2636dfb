extension Array {
  /// Where neighbours with one key stand, in order: of records by region, the rows of each region.
  package func runs<Key: Equatable>(of key: (Element) -> Key) -> [(key: Key, rows: Range<Int>)] {
    var runs: [(key: Key, rows: Range<Int>)] = []
    var start = startIndex
    while start < endIndex {
      let first = key(self[start])
      var end = start + 1
      while end < endIndex, key(self[end]) == first { end += 1 }
      runs.append((first, start..<end))
      start = end
    }
    return runs
  }
}
