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
      lines: merged(parts.flatMap(\.lines)), segments: merged(parts.map(\.segments)))
  }

  private struct LineKey: Hashable {
    let component: DemandLine.Component
    let group: String
  }

  /// A withdrawal lies in one market, so its lines need no search.
  private static func merged(_ lines: [DemandLine]) -> [DemandLine] {
    var places: [LineKey: Int] = [:]
    var sums: [DemandLine] = []
    for line in lines {
      if case .replacement = line.component {
        sums.append(line)
        continue
      }
      let key = LineKey(component: line.component, group: line.sectorGroup)
      if let place = places[key] {
        sums[place] = sums[place].adding(line)
      } else {
        places[key] = sums.count
        sums.append(line)
      }
    }
    return sums
  }

  private static func merged(_ parts: [[String: [Double]]]) -> [String: [Double]] {
    parts.reduce([:]) { $0.merging($1) { zip($0, $1).map(+) } }
  }
}

extension DemandLine {
  fileprivate func adding(_ other: DemandLine) -> DemandLine {
    DemandLine(
      component: component, sectorGroup: sectorGroup, net: net + other.net, gross: gross + other.gross,
      isTemporary: isTemporary)
  }
}
