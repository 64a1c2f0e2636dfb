import EnergyHubs
import Quantities

extension GroupYear {
  /// The steps whose power a reader of the report sees one by one: the week of the peak, the points of the duration curve, and the highest
  /// of every month and of every hour of the day.
  var shownSteps: Set<Int> {
    var steps = Set(PeakWeek.steps(self))
    for net in [netBefore] + [netAfter].compactMap({ $0 }) {
      let order = net.indices.sorted { net[$0] > net[$1] }
      steps.formUnion(GroupCurves.places(net.count).map { order[$0] })
      for month in park.months {
        steps.formUnion([month.max { net[$0] < net[$1] }, month.min { net[$0] < net[$1] }].compactMap { $0 })
      }
    }
    return steps.union(highestOfHours)
  }

  private var highestOfHours: [Int] {
    let net = netBefore
    var found: [Int: Int] = [:]
    for step in net.indices {
      let hour = park.year.reading(of: step).secondOfDay / Moment.secondsPerHour
      if let most = found[hour], net[most] >= net[step] { continue }
      found[hour] = step
    }
    return Array(found.values)
  }
}
