import Quantities
import WorkLocations

extension RegionDemand {
  /// The demand of a region as the sum of its market regions; lines of one component are added.
  /// - Parameter parts: demand of one scenario and horizon; nil when there is none.
  public static func sum(of parts: [RegionDemand], as region: RegionCode) -> RegionDemand? {
    guard let first = parts.first else { return nil }
    return RegionDemand(
      region: region, scenario: first.scenario, startYear: first.startYear, horizon: first.horizon,
      jobsAtStart: parts.map(\.jobsAtStart).total(), jobsAtHorizon: parts.map(\.jobsAtHorizon).total(),
      lines: merged(parts), segments: merged(parts.map(\.segments)))
  }

  /// Lines in the order in which they first come. The parts have their lines in one order, so that each is looked for first
  /// behind the one before it; a withdrawal lies in one market and needs no search.
  private static func merged(_ parts: [RegionDemand]) -> [DemandLine] {
    var sums: [DemandLine] = []
    var shared: [Int] = []
    for part in parts {
      var next = 0
      for line in part.lines {
        if !line.isReplacement, let found = shared.firstIndex(from: next, where: { sums[$0].isLike(line) }) {
          sums[shared[found]] = sums[shared[found]].adding(line)
          next = found + 1
        } else {
          if !line.isReplacement { shared.append(sums.count) }
          sums.append(line)
        }
      }
    }
    return sums
  }

  private static func merged(_ parts: [[String: [Double]]]) -> [String: [Double]] {
    parts.reduce(into: [:]) { sums, part in
      for (group, amounts) in part { sums[group, default: []].add(amounts) }
    }
  }
}

extension [Double] {
  fileprivate mutating func add(_ amounts: [Double]) {
    if isEmpty {
      self = amounts
    } else {
      for index in indices { self[index] += amounts[index] }
    }
  }
}

extension [Int] {
  /// The first place from `start` on whose element belongs, and after the last one those before `start`.
  fileprivate func firstIndex(from start: Int, where belongs: (Int) -> Bool) -> Int? {
    self[Swift.min(start, endIndex)...].firstIndex(where: belongs)
      ?? self[..<Swift.min(start, endIndex)].firstIndex(where: belongs)
  }
}

extension DemandLine {
  fileprivate var isReplacement: Bool { if case .replacement = component { true } else { false } }

  fileprivate func isLike(_ other: DemandLine) -> Bool {
    component == other.component && sectorGroup == other.sectorGroup
  }

  fileprivate func adding(_ other: DemandLine) -> DemandLine {
    DemandLine(
      component: component, sectorGroup: sectorGroup, net: net + other.net, gross: gross + other.gross,
      isTemporary: isTemporary)
  }
}
