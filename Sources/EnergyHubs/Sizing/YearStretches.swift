/// Consecutive steps within one period: what one lane walks through — *deel van een piekperiode*.
struct YearStretch {
  /// Position in the year.
  let number: Int
  let period: Int
  let steps: Range<Int>
}

/// Eight stretches side by side, or fewer; block by block a step of each. Lanes behind the end of their stretch stand still.
struct StretchGroup {
  let stretches: [YearStretch]
  /// As many as the longest stretch has steps.
  let blocks: Range<Int>
  /// Blocks from the first in which every lane has a step.
  let full: Int

  init(_ stretches: [YearStretch], firstBlock: Int) {
    self.stretches = stretches
    let lengths = stretches.map(\.steps.count)
    blocks = firstBlock..<(firstBlock + (lengths.max() ?? 0))
    full = stretches.count < Lanes.scalarCount ? 0 : lengths.min() ?? 0
  }

  /// Which lanes have a step at this distance from the start.
  func live(_ offset: Int) -> SIMDMask<SIMD8<Int64>> {
    var live = SIMDMask<SIMD8<Int64>>(repeating: false)
    for (lane, stretch) in stretches.enumerated() { live[lane] = offset < stretch.steps.count }
    return live
  }
}

/// The year cut into stretches, so that recursions in time run through eight of them at once.
///
/// Periods are cut into equal parts until their number fills whole vectors; what couples one stretch to the next is one content
/// of the battery, which joins the shared unknowns. Stretches of like length share a group, so that few lanes stand still.
struct YearStretches {
  let count: Int
  let groups: [StretchGroup]

  init(_ periods: [Range<Int>]) {
    let parts = Self.parts(periods.count)
    var stretches: [YearStretch] = []
    for (period, steps) in periods.enumerated() {
      let own = max(1, min(parts, steps.count))
      for part in 0..<own {
        let (first, end) = (steps.count * part / own, steps.count * (part + 1) / own)
        stretches.append(
          YearStretch(
            number: stretches.count, period: period, steps: (steps.lowerBound + first)..<(steps.lowerBound + end)))
      }
    }
    count = stretches.count
    let ordered = stretches.sorted { ($0.steps.count, $0.number) < ($1.steps.count, $1.number) }
    var groups: [StretchGroup] = []
    for first in stride(from: 0, to: ordered.count, by: Lanes.scalarCount) {
      let own = Array(ordered[first..<min(first + Lanes.scalarCount, ordered.count)])
      groups.append(StretchGroup(own, firstBlock: groups.last?.blocks.upperBound ?? 0))
    }
    self.groups = groups
  }

  var blocks: Int { groups.last?.blocks.upperBound ?? 0 }

  /// Parts per period: as few as fill whole vectors, unless the shared system would grow too large.
  private static func parts(_ periods: Int) -> Int {
    (1...Lanes.scalarCount).first {
      (periods * $0).isMultiple(of: Lanes.scalarCount) && periods * $0 <= SolverSettings.mostStretches
    } ?? 1
  }
}

/// Sums over the lanes of a group that end in the shared system.
struct BorderSums {
  var powerPower = Lanes.zero
  var powerPeak = Lanes.zero
  var peakPeak = Lanes.zero
  var energyEnergy = Lanes.zero
}

/// What the right-hand side of a group leaves for the shared unknowns.
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
