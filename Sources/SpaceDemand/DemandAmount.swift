import Quantities
import WorkLocations

/// A line of demand with the way it spreads over classes of land.
struct DemandAmount {
  let line: DemandLine
  /// Place of the line's sector group in `DemandGroups`.
  let group: Int
  let profile: SegmentProfile
}

/// The sector groups that demand is added up for: those of the classification, then others that a sector or add-on names.
struct DemandGroups: Sendable {
  let names: [String]
  /// Groups that are in every sum, also without demand.
  let certain: Int

  init(_ classification: SectorClassification, addOns: [AddOn]) {
    var names = classification.groups.map(\.id)
    certain = names.count
    for name in classification.sectors.map(\.group) + addOns.map(\.sectorGroup) where !names.contains(name) {
      names.append(name)
    }
    self.names = names
  }

  func place(of name: String) -> Int { names.firstIndex(of: name)! }
}

/// The demand of a region while it is added up: its lines, and net demand per sector group and class of land.
struct DemandSum {
  private(set) var lines: [DemandLine] = []
  private let groups: DemandGroups
  /// In the order of the groups, then of `SpaceClass.all`; empty where there was no demand yet.
  private var sums: [[Double]]

  /// - Parameter count: number of lines to expect.
  init(groups: DemandGroups, count: Int) {
    self.groups = groups
    sums = groups.names.indices.map { $0 < groups.certain ? Self.nothing : [] }
    lines.reserveCapacity(count)
  }

  private static let nothing = [Double](repeating: 0, count: SpaceClass.all.count)

  mutating func add(_ line: DemandLine, in group: Int, _ profile: SegmentProfile) {
    lines.append(line)
    guard line.net != .zero else { return }
    if sums[group].isEmpty { sums[group] = Self.nothing }
    sums[group].add(line.net.value, spread: profile.shares)
  }

  mutating func add(_ amount: DemandAmount) { add(amount.line, in: amount.group, amount.profile) }

  var segments: [String: [Double]] {
    var segments: [String: [Double]] = [:]
    for (name, sum) in zip(groups.names, sums) where !sum.isEmpty { segments[name] = sum }
    return segments
  }
}

extension [Double] {
  fileprivate mutating func add(_ amount: Double, spread shares: [Double]) {
    for index in shares.indices { self[index] += amount * shares[index] }
  }
}
