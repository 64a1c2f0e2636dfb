import EnergyHubs
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing

/// The numbers of the energy report lead to their trees, and no tree tells more than the report may.
@Suite struct ExplainReportTests {
  private func response(
    _ request: ComposeEnergyReport.Request = .init(), contractMost: Double = 150, key: DivisionKey = .shapley
  ) throws -> ComposeEnergyReport.Response {
    var request = request
    request.group.key = key.rawValue
    return try ComposeEnergyReport()(
      request, EnergyTrees.park(contractMost: contractMost, third: true), library: EnergyTrees.library)
  }

  private typealias Printed = [(path: String, value: Double?)]

  private func named(_ paths: [String], _ values: [Double?]) -> Printed { zip(paths, values).map { ($0, $1) } }

  private func values(_ response: ComposeEnergyReport.Response) -> Printed {
    var printed: Printed = []
    for found in response.grid.situations {
      let rights: [Double?] = [found.contract, found.importPeak, found.exportPeak, found.freedFirm, found.freedNonFirm]
      let use: [Double?] = [found.atRisk, found.nearHours, found.excessHours, found.excess]
      printed += named(EnergyReportPaths.situation(found.kind), rights + use)
    }
    for level in response.grid.levels {
      let before: [Double?] = [level.power, level.hoursBefore, level.energyBefore]
      printed += named(EnergyReportPaths.level(level), before + [level.hoursAfter, level.energyAfter])
    }
    for (place, month) in response.grid.months.enumerated() {
      let values: [Double?] = [month.importBefore, month.importAfter, month.exportBefore, month.exportAfter]
      printed += named(EnergyReportPaths.month(place + 1), values)
    }
    for place in GroupCurves.shownPoints {
      let point = response.curves.duration[place]
      printed += named(EnergyReportPaths.duration(place), [point.hours, point.before, point.after])
    }
    printed.append((EnergyReportPaths.meanPrice, response.check.meanPrice))
    return printed + costs(response.sizing) + bounds(response.sizing.most)
  }

  private func bounds(_ most: HubSizes) -> Printed {
    let sizes: [(EnergyReportPaths.Size, Double?)] = [
      (.contract, most.contract), (.batteryEnergy, most.batteryEnergy), (.batteryPower, most.batteryPower),
      (.roof("zuid"), most.roofs["zuid"]),
    ]
    return sizes.map { (EnergyReportPaths.most($0), $1) }
  }

  /// What is for the group alone: the mean day, the week of the peak, the frontier and the figures at the top.
  private func inside(_ response: ComposeEnergyReport.Response) -> Printed {
    var printed: Printed = [
      (EnergyReportPaths.freed, response.group.freedFirm), (EnergyReportPaths.unused, response.look.unused),
      (EnergyReportPaths.peak, response.group.peak), (EnergyReportPaths.investment, response.investment?.total),
      (EnergyReportPaths.savingOfBuilding, response.investment?.saving),
      (EnergyReportPaths.payback, response.investment?.payback), (EnergyReportPaths.shareOfTop, 1),
      (EnergyReportPaths.savingTogether, response.group.members.reduce(0.0) { $0 + $1.saving }),
      (EnergyReportPaths.simultaneity, response.look.simultaneity),
      (EnergyReportPaths.gain, response.sizing.answer.map { max(0, $0.proof.cost - $0.proof.lowerBound) }),
    ]
    for hour in GroupCurves.shownHours {
      let point = response.curves.day[hour]
      printed += named(EnergyReportPaths.day(hour), [point.weekday, point.weekend, point.highest])
    }
    for day in response.curves.week.days {
      let values = [day.peakBefore, day.peakAfter, day.sun, day.charged, day.discharged]
      printed += named(EnergyReportPaths.week(day.date), values)
    }
    for (row, point) in response.frontier.points.enumerated() {
      printed += named(EnergyReportPaths.frontier(row + 1), [point.capacity, point.limit])
    }
    let after = response.sizing.answer?.cost ?? response.sizing.joint
    printed.append(
      (EnergyReportPaths.saving, (response.sizing.separate ?? response.sizing.joint).total - after.total))
    return printed
  }

  /// Without a hub nothing is built, which is explained too.
  private func costs(_ sizing: SizeHub.Response) -> Printed {
    let kinds: [KeyPath<HubCost, Double>] = [\.energy, \.contract, \.peaks, \.panels, \.battery, \.total]
    var printed: Printed = []
    for kind in kinds {
      let paths = EnergyReportPaths.cost(kind)
      printed.append((paths.hub, sizing.answer?.cost[keyPath: kind]))
      printed.append((paths.separate, sizing.separate?[keyPath: kind]))
      printed.append((paths.joint, sizing.joint[keyPath: kind]))
    }
    return printed
  }

  private func members(_ response: ComposeEnergyReport.Response) -> Printed {
    var printed: Printed = []
    for (paid, look) in zip(response.group.members, response.look.members) {
      let paths = [.contract, .peak, .annual, .costAlone, .cost, .saving].map { EnergyReportPaths.member(paid.id, $0) }
      printed += named(
        paths, [paid.contracted, paid.peak, paid.annual, paid.costAlone, paid.cost, paid.saving])
      printed.append((EnergyReportPaths.shareOfTop(paid.id), look.shareOfTop))
    }
    return printed
  }

  private func check(_ response: ComposeEnergyReport.Response, _ printed: Printed) throws {
    for (path, value) in printed {
      guard let value else { continue }
      let found = try #require(response.explanations.evaluated(path), "\(path)")
      #expect(abs(found - value) <= 1e-9 * max(1, abs(value)), "\(path): \(found) is not \(value)")
    }
  }

  /// Every label, key and field of the trees.
  private func told(_ response: ComposeEnergyReport.Response) -> Set<String> {
    func told(_ tree: Explanation) -> [String] {
      let own = [tree.label.nl, tree.label.en]
      switch tree.basis {
      case .formula(_, _, let parts): return own + parts.flatMap(told)
      case .record(let table, let key, let field, _): return own + [table, key, field]
      case .figure(let path): return own + [path]
      default: return own
      }
    }
    return Set(response.explanations.byPath.flatMap { [$0.key] + told($0.value) })
  }

  @Test func everyNumberLeadsToItsTree() throws {
    let response = try response()
    try check(response, values(response) + inside(response) + members(response))
    let impossible = try self.response(.init(sizing: .init(contractMost: 20)))
    try check(impossible, values(impossible) + inside(impossible) + members(impossible))
    let repair = try #require(impossible.sizing.shortage?.repairs.first)
    try check(impossible, named(EnergyReportPaths.repair(1), [repair.power, repair.energy, repair.cost]))
    #expect(response.explanations.byPath.values.allSatisfy { $0.value.isFinite })
  }

  /// Of many members those with the largest part in the peak have a row; the others share one, whose sums are explained.
  @Test func membersThatShareARowAreExplained() throws {
    let park = try EnergyTrees.park()
    let connections = (0..<12).map { number in
      EnergyConnection(
        id: "m\(number)", name: "Lid \(number)", offtake: .init(contracted: Kilowatts(Double(80 + number))),
        profile: park.connections[number % 2].profile)
    }
    let many = EnergyCase(
      name: park.name, isSynthetic: true, year: park.year, connections: connections, importPrice: park.importPrice,
      exportPrice: park.exportPrice,
      limits: EnergyLimits(contractMost: 900, export: 60, batteryEnergyMost: 60, batteryPowerMost: 30),
      coefficients: park.coefficients)
    let response = try ComposeEnergyReport()(
      .init(group: .init(key: DivisionKey.energy.rawValue)), many, library: EnergyTrees.library)
    let members = response.members
    #expect(members.shown.count == 9 && members.others.count == 3)
    #expect(Set(members.shown + members.others) == Set(response.group.members.map(\.id)))
    let paid = response.group.members.filter { members.others.contains($0.id) }
    let looked = response.look.members.filter { members.others.contains($0.id) }
    let least = response.look.members.filter { members.shown.contains($0.id) }.map(\.shareOfTop).min() ?? 0
    #expect(looked.allSatisfy { $0.shareOfTop <= least })
    func sum(_ value: (DivideGroup.Member) -> Double) -> Double { paid.reduce(0) { $0 + value($1) } }
    try check(
      response,
      named(
        EnergyReportPaths.others,
        [
          sum(\.contracted), sum(\.annual), looked.reduce(0) { $0 + $1.shareOfTop }, sum(\.costAlone), sum(\.cost),
          sum(\.saving),
        ]))
  }

  /// As the command for one figure does it, but not down to a step.
  @Test func theTreesAreThoseOfTheCommand() throws {
    let response = try response()
    let trees = EnergyTrees(park: try EnergyTrees.park(third: true))
    for topic in ["rapport", "maten", "groep"] {
      let known = try trees(topic)
      for (path, tree) in response.explanations.byPath where path.hasPrefix(topic + "/") {
        let other = try #require(known[path], "\(path)")
        #expect(trees.isClose(tree.value, other.value), "\(path): \(tree.value) is not \(other.value)")
      }
    }
  }

  @Test(arguments: [DivisionKey.shapley, .peakContribution]) func noTreeHoldsAStep(_ key: DivisionKey) throws {
    let told = self.told(try response(key: key))
    let day = #/\d{4}-\d\d-\d\d/#
    #expect(told.filter { $0.contains(day) }.isEmpty)
    #expect(told.contains { $0.contains("Bakker") })
  }

  @Test func theAnnexNamesNoMember() throws {
    let response = try response(.init(receiver: "Netbeheerder"))
    try check(response, values(response))
    let secret = response.group.members.flatMap { [$0.name, "/\($0.id)/", "lid/"] }
    let found = told(response).filter { text in secret.contains { text.contains($0) } }
    #expect(found.isEmpty, "\(found.sorted().prefix(3))")
    #expect(told(response).isDisjoint(with: response.group.members.map(\.id)))
  }
}
