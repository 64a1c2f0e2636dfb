/// Picks from a ranked list until there is enough.
enum Selection {
  /// The shortest head of the list with at least `count` elements that together hold at least `enough`; all when there
  /// is not that much.
  static func first<Element>(
    of ranked: [Element], atLeast count: Int = 0, enough: Double, capacity: (Element) -> Double
  ) -> [Element] {
    var chosen: [Element] = []
    var held = 0.0
    for element in ranked {
      if chosen.count >= count, held >= enough { break }
      chosen.append(element)
      held += capacity(element)
    }
    return chosen
  }
}
