import EnergyHubs
import Quantities

/// The sum of a release in every step, and what each member adds to it — *te delen som*.
struct SharedSum {
  let release: LoggedRelease
  private let year: ProfileYear
  let members: [EnergyConnection]
  /// The steps of the days that are asked for.
  private let steps: Range<Int>

  init(_ release: LoggedRelease, _ park: EnergyCase) {
    self.release = release
    year = park.year
    let chosen = Set(release.members)
    members = park.connections.filter { chosen.contains($0.id) }
    steps = year.steps(of: release.from).lowerBound..<year.steps(of: release.to).upperBound
  }

  var unmeasured: Int { members.count { !$0.profile.isMeasured } }
  /// Nil where there is none.
  var completed: Int? {
    let count = members.count { $0.profile.completedDays > 0 }
    return count > 0 ? count : nil
  }

  /// kWh of each member in the whole period; import and export of a member cancel in no way.
  var amounts: [String: Double] {
    Dictionary(zip(members.map(\.id), sizes(steps).map { $0 * year.step.hours }), uniquingKeysWith: +)
  }

  /// Of each member over some steps, kW.
  private func sizes(_ steps: some Sequence<Int>) -> [Double] {
    members.map { member in steps.reduce(0.0) { $0 + amount(member, $1).magnitude } }
  }

  private func amount(_ member: EnergyConnection, _ step: Int) -> Double {
    release.quantity.amount(Double(member.profile.kilowatts[step]))
  }

  /// Whether one member is nearly all of what some steps say together.
  func isDominated(_ steps: some Sequence<Int>, by limits: AggregateGuard) -> Bool {
    limits.dominance(sizes(steps)) != nil
  }

  /// kW in each step of the year; nothing outside the days that are asked for.
  var values: [Double] {
    var sum = [Double](repeating: 0, count: year.count)
    for step in steps { sum[step] = members.reduce(0.0) { $0 + amount($1, step) } }
    return sum
  }

  /// The figures; one that is nearly that of one member is left out.
  func figures(by limits: AggregateGuard) -> [ShareGroupSum.Figure] {
    let sum = values
    return stretches.map { stretch in
      let values = sum[stretch]
      let top = values.indices.max { values[$0] < values[$1] }
      return ShareGroupSum.Figure(
        start: year.spelled(stretch.lowerBound),
        energy: isDominated(stretch, by: limits) ? nil : values.reduce(0, +) * year.step.hours,
        peak: top.flatMap { isDominated([$0], by: limits) ? nil : values[$0] })
    }
  }

  /// The stretches whose energy is shown.
  func shown(by limits: AggregateGuard) -> [Range<Int>] { stretches.filter { !isDominated($0, by: limits) } }

  /// The stretches of the release, cut at the first and last day.
  var stretches: [Range<Int>] {
    switch release.per {
    case .step: steps.map { $0..<$0 + 1 }
    case .hour:
      stride(from: steps.lowerBound, to: steps.upperBound, by: year.step.perHour).map {
        $0..<min($0 + year.step.perHour, steps.upperBound)
      }
    case .month:
      zip(year.monthStarts, year.monthStarts.dropFirst()).map { ($0..<$1).clamped(to: steps) }.filter { !$0.isEmpty }
    case .year: [steps]
    }
  }
}

extension SharedSum {
  /// What a longer period leaves when the shorter ones within it are taken off: a figure that nobody showed, and that must hide single
  /// members all the same.
  ///
  /// - Returns: how often that is nearly one member's, with this sum the longer or the shorter of the two.
  func exposedRemainders(beside other: SharedSum, by limits: AggregateGuard) -> Int {
    guard release.quantity == other.release.quantity, Set(release.members) == Set(other.release.members) else {
      return 0
    }
    let (own, others) = (shown(by: limits), other.shown(by: limits))
    return remainders(of: own, without: others, limits) + remainders(of: others, without: own, limits)
  }

  private func remainders(of long: [Range<Int>], without short: [Range<Int>], _ limits: AggregateGuard) -> Int {
    var next = 0
    return long.count { whole in
      while next < short.count, short[next].lowerBound < whole.lowerBound { next += 1 }
      var left: [Int] = []
      var at = whole.lowerBound
      while next < short.count, short[next].upperBound <= whole.upperBound {
        left += at..<short[next].lowerBound
        at = short[next].upperBound
        next += 1
      }
      left += at..<whole.upperBound
      return !left.isEmpty && left.count < whole.count && isDominated(left, by: limits)
    }
  }
}
