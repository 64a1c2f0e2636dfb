/// The steps of one period and the blocks that hold them; the last block may hold fewer than eight.
struct PeriodSpan {
  let period: Int
  let steps: Range<Int>
  let firstBlock: Int

  var blocks: Range<Int> { firstBlock..<(firstBlock + Self.blockCount(steps.count)) }
  var lastBlock: Int { blocks.upperBound - 1 }

  static func blockCount(_ steps: Int) -> Int { (steps + Lanes.scalarCount - 1) / Lanes.scalarCount }

  static func spans(of periods: [Range<Int>]) -> [PeriodSpan] {
    var first = 0
    return periods.enumerated().map { period, steps in
      defer { first += blockCount(steps.count) }
      return PeriodSpan(period: period, steps: steps, firstBlock: first)
    }
  }
}

/// Sums over the lanes of one period that end in the shared system.
struct BorderSums {
  var powerPower = Lanes.zero
  var powerPeak = Lanes.zero
  var peakPeak = Lanes.zero
  var energyEnergy = Lanes.zero
}

/// What the right-hand side of a period leaves for the shared unknowns.
struct RestSums {
  var power = Lanes.zero
  var energy = Lanes.zero
  var peak = Lanes.zero
}

/// Products, cost and missing distance of all steps.
struct Progress {
  var products = Lanes.zero
  var cost = Lanes.zero
  var missing = Lanes.zero
}
