import Quantities

/// First look at a group: what the sum of the members does — *snelle blik*, one pass over the profiles.
///
/// | Figure | Formula |
/// |---|---|
/// | simultaneity — *gelijktijdigheid* | group peak / Σ own peaks |
/// | unused rights — *onbenut* | 1 - group peak / Σ contracted |
/// | load-duration curve — *belastingduurkromme* | group values from high to low |
/// | who causes the peak | share of each member in the energy of the group's highest steps |
///
/// Example: members 3, 1 and 0, 2 kW: group 3, 3; own peaks 3 + 2; simultaneity 3/5.
public struct GroupLook: Sendable, Hashable {
  public let year: ProfileYear
  /// Sum of the members, kW.
  public let group: [Double]
  public let peak: Kilowatts
  /// Step of the peak, the first where it is reached more than once.
  public let peakStep: Int
  public let annual: KilowattHours
  /// Highest group value in each month.
  public let monthlyPeaks: [Kilowatts]
  /// Nil without positive own peaks.
  public let simultaneity: Double?
  /// Sum of the contracted power; nil when one is unknown.
  public let contracted: Kilowatts?
  /// Nil when a contract is unknown.
  public let unusedRights: Double?
  public let members: [MemberLook]

  /// What one member is to the group.
  public struct MemberLook: Sendable, Hashable {
    public let name: String
    public let peak: Kilowatts
    public let annual: KilowattHours
    /// Part in the group's highest steps; the parts sum to 1, and one that feeds in then is negative.
    public let shareOfTop: Double
    /// Rights that may be taken back; nil when the contract is unknown.
    public let atRisk: Kilowatts?
  }

  /// - Parameters:
  ///   - members: at least one; all of the same year and step.
  ///   - topSteps: number of highest steps that count as the peak.
  /// - Returns: nil when there are no members or their years differ.
  public init?(_ members: [GroupMember], topSteps: Int, underuse: UnderuseRule) {
    guard let year = members.first?.profile.year, members.allSatisfy({ $0.profile.year == year }) else { return nil }
    let group = Self.sum(members, year)
    let highest = Self.highest(group, topSteps)
    let own = members.map(\.profile.peak)
    self.year = year
    self.group = group
    peakStep = highest.first ?? 0
    peak = Kilowatts(group[peakStep])
    annual = KilowattHours(group.reduce(0, +) * year.step.hours)
    monthlyPeaks = zip(year.monthStarts, year.monthStarts.dropFirst()).map { Kilowatts(group[$0..<$1].max() ?? 0) }
    let sum = own.total()
    simultaneity = sum.value > 0 ? peak.value / sum.value : nil
    let rights = members.compactMap(\.contracted)
    contracted = rights.count == members.count ? rights.total() : nil
    unusedRights = contracted.flatMap { [peak] in $0.value > 0 ? 1 - peak.value / $0.value : nil }
    self.members = zip(members, Self.shares(members, highest)).map { member, share in
      MemberLook(
        name: member.name, peak: member.profile.peak, annual: member.profile.annual, shareOfTop: share,
        atRisk: member.contracted.map { underuse.atRisk(contracted: $0, peak: member.profile.peak) })
    }
  }

  private static func sum(_ members: [GroupMember], _ year: ProfileYear) -> [Double] {
    var group = [Double](repeating: 0, count: year.count)
    for member in members {
      member.profile.kilowatts.withUnsafeBufferPointer { values in
        for step in group.indices { group[step] += Double(values[step]) }
      }
    }
    return group
  }

  /// The steps with the highest values, from high to low; equal values in the order of time.
  private static func highest(_ values: [Double], _ count: Int) -> [Int] {
    let kept = max(1, min(count, values.count))
    let limit = values.sorted(by: >)[kept - 1]
    let candidates = values.indices.filter { values[$0] >= limit }
    return Array(candidates.sorted { (-values[$0], $0) < (-values[$1], $1) }.prefix(kept))
  }

  private static func shares(_ members: [GroupMember], _ steps: [Int]) -> [Double] {
    let parts = members.map { member in steps.reduce(0.0) { $0 + Double(member.profile.kilowatts[$1]) } }
    let whole = parts.reduce(0, +)
    return parts.map { whole != 0 ? $0 / whole : 0 }
  }
}

extension GroupLook {
  /// Group values from high to low, kW; the number of hours above a level is the position times the step.
  public var loadDuration: [Double] { group.sorted(by: >) }

  /// Hours in which the group lies at or above a share of a limit.
  public func hours(atLeast share: Double, of limit: Kilowatts) -> Double {
    Double(group.count { $0 >= share * limit.value }) * year.step.hours
  }

  /// Hours above a limit, and the energy above it.
  public func excess(over limit: Kilowatts) -> (hours: Double, energy: KilowattHours) {
    let above = group.filter { $0 > limit.value }
    let energy = above.reduce(0.0) { $0 + $1 - limit.value } * year.step.hours
    return (Double(above.count) * year.step.hours, KilowattHours(energy))
  }

  /// Room that the group leaves under a limit at its own peak; negative when the limit is broken.
  public func room(under limit: Kilowatts) -> Kilowatts { limit - peak }

  public var atRisk: Kilowatts { members.compactMap(\.atRisk).total() }
}
