import WorkLocations

/// Supply per class of land, before reserves, in the order of `SpaceClass.all`.
struct Land {
  private(set) var hard = [Double](repeating: 0, count: SpaceClass.all.count)
  private(set) var soft = [Double](repeating: 0, count: SpaceClass.all.count)

  init(_ lines: [SupplyLine]) {
    for line in lines {
      if line.kind.isHard { hard = Self.sum(hard, line.byClass) }
      if line.kind == .softPlan { soft = Self.sum(soft, line.byClass) }
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

  static func sum(_ left: [Double], _ right: [Double]) -> [Double] { zip(left, right).map(+) }
}
