import Quantities
import WorkLocations

/// A line of demand with the way it spreads over classes of land.
struct DemandAmount {
  let line: DemandLine
  let profile: SegmentProfile
}

/// The demand of a region while it is added up: its lines, and net demand per sector group and class of land.
struct DemandSum {
  private(set) var lines: [DemandLine] = []
  private var groups: [String]
  /// In the order of the groups, then of `SpaceClass.all`.
  private var sums: [[Double]]

  init(groups: [SectorGroup]) {
    self.groups = groups.map(\.id)
    sums = groups.map { _ in Self.empty }
  }

  private static let empty = [Double](repeating: 0, count: SpaceClass.all.count)

  mutating func add(_ line: DemandLine, _ profile: SegmentProfile) {
    lines.append(line)
    guard line.net != .zero else { return }
    sums[place(of: line.sectorGroup)].add(line.net.value, spread: profile.shares)
  }

  /// Position of a group; one that is in no classification comes behind the others.
  private mutating func place(of group: String) -> Int {
    if let place = groups.firstIndex(of: group) { return place }
    groups.append(group)
    sums.append(Self.empty)
    return groups.count - 1
  }

  var segments: [String: [Double]] { Dictionary(zip(groups, sums), uniquingKeysWith: { first, _ in first }) }
}

extension [Double] {
  fileprivate mutating func add(_ amount: Double, spread shares: [Double]) {
    for index in shares.indices { self[index] += amount * shares[index] }
  }
}
