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
  /// What makes lines of two regions one, with the place of the sum.
  private struct Shared {
    let component: DemandLine.Component
    let group: String
    let place: Int
  }

  private var found: [DemandLine] = []
  private var net: [NetHectares] = []
  private var gross: [GrossHectares] = []
  private var shared: [Shared] = []

  /// The regions have their lines in one order, so that each is looked for first behind the one before it. A withdrawal lies
  /// in one market and needs no search.
  mutating func add(_ lines: [DemandLine]) {
    var next = 0
    for line in lines {
      if line.isReplacement {
        append(line)
      } else if let like = like(line, from: next) {
        let place = shared[like].place
        net[place] += line.net
        gross[place] += line.gross
        next = like + 1
      } else {
        shared.append(Shared(component: line.component, group: line.sectorGroup, place: found.count))
        append(line)
      }
    }
  }

  private func like(_ line: DemandLine, from next: Int) -> Int? {
    func isLike(_ one: Shared) -> Bool { one.component == line.component && one.group == line.sectorGroup }
    if next < shared.count, isLike(shared[next]) { return next }
    return shared.firstIndex(where: isLike)
  }

  private mutating func append(_ line: DemandLine) {
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
}
