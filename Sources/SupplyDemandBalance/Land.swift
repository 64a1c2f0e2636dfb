import WorkLocations

/// Supply per class of land, before reserves, in the order of `SpaceClass.all`.
struct Land {
  private(set) var hard = [Double](repeating: 0, count: SpaceClass.all.count)
  private(set) var soft = [Double](repeating: 0, count: SpaceClass.all.count)

  /// - Parameter horizon: land that comes later is left out.
  init(_ lines: [SupplyLine], through horizon: Int) {
    for index in lines.indices where lines[index].availableFrom <= horizon {
      let kind = lines[index].kind
      if kind.isHard { Self.add(lines[index].byClass, to: &hard) }
      if kind == .softPlan { Self.add(lines[index].byClass, to: &soft) }
    }
  }

  /// Part of the hard supply that stays usable.
  func kept(usable: Double) -> Double {
    let total = hard.reduce(0, +)
    return total > 0 ? usable / total : 1
  }

  func hard(usable: Double) -> [Double] {
    let kept = kept(usable: usable)
    return hard.map { $0 * kept }
  }

  func withSoft(usable: Double, _ realisation: Double) -> [Double] {
    Self.sum(hard(usable: usable), soft.map { $0 * realisation })
  }

  private static func add(_ amounts: [Double], to sums: inout [Double]) {
    for index in sums.indices { sums[index] += amounts[index] }
  }

  static func sum(_ left: [Double], _ right: [Double]) -> [Double] { zip(left, right).map(+) }
}
