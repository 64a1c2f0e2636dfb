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

  private static func merged(_ parts: [RegionDemand]) -> [DemandLine] {
    var sum = LineSum()
    for part in parts { sum.add(part.lines) }
    return sum.lines
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

/// Lines of several regions while they are added up, in the order in which they first come.
private struct LineSum {
  private var found: [DemandLine] = []
  private var net: [NetHectares] = []
  private var gross: [GrossHectares] = []
  /// Places of the lines that regions may share.
  private var shared: [Int] = []

  /// The regions have their lines in one order, so that each is looked for first behind the one before it. A withdrawal lies
  /// in one market and needs no search.
  mutating func add(_ lines: [DemandLine]) {
    var next = 0
    for index in lines.indices {
      if !lines[index].isReplacement, let place = place(of: lines[index], from: next) {
        net[shared[place]] += lines[index].net
        gross[shared[place]] += lines[index].gross
        next = place + 1
      } else {
        append(lines[index])
      }
    }
  }

  private func place(of line: DemandLine, from next: Int) -> Int? {
    if next < shared.count, found[shared[next]].isLike(line) { return next }
    return shared.firstIndex { found[$0].isLike(line) }
  }

  private mutating func append(_ line: DemandLine) {
    if !line.isReplacement { shared.append(found.count) }
    found.append(line)
    net.append(line.net)
    gross.append(line.gross)
  }

  var lines: [DemandLine] {
    found.indices.map { index in
      let line = found[index]
      return DemandLine(
        component: line.component, sectorGroup: line.sectorGroup, net: net[index], gross: gross[index],
        isTemporary: line.isTemporary)
    }
  }
}

extension DemandLine {
  fileprivate var isReplacement: Bool { if case .replacement = component { true } else { false } }

  fileprivate func isLike(_ other: DemandLine) -> Bool {
    component == other.component && sectorGroup == other.sectorGroup
  }
}
