import EnergyHubs
import Quantities

/// The sum of a release in every step, and what each member adds to it — *te delen som*.
struct SharedSum {
  private let release: LoggedRelease
  private let year: ProfileYear
  private let members: [EnergyConnection]
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
    Dictionary(
      members.map { member in
        let sum = steps.reduce(0.0) { sum, step in
          sum + release.quantity.amount(Double(member.profile.kilowatts[step])).magnitude
        }
        return (member.id, sum * year.step.hours)
      }, uniquingKeysWith: +)
  }

  var figures: [ShareGroupSum.Figure] {
    let sum = steps.map { step in
      members.reduce(0.0) { $0 + release.quantity.amount(Double($1.profile.kilowatts[step])) }
    }
    return stretches.map { stretch in
      let values = sum[(stretch.lowerBound - steps.lowerBound)..<(stretch.upperBound - steps.lowerBound)]
      return ShareGroupSum.Figure(
        start: year.spelled(stretch.lowerBound), energy: values.reduce(0, +) * year.step.hours,
        peak: values.max() ?? 0)
    }
  }

  /// The stretches of the release, cut at the first and last day.
  private var stretches: [Range<Int>] {
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
