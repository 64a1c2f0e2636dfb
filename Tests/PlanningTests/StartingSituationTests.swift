import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import Testing
import WorkLocations

/// A prepared situation gives the answer that the register gives, whatever is asked of it and whatever changed.
@Suite struct StartingSituationTests {
  private let request = RunBalance.Request(horizons: [2026, 2030, 2040])

  private func issues(_ records: inout RegisterRecords) throws {
    records.issues = [
      try IssueObservation(municipality: "GM9001", year: 2023, issued: NetHectares(2), origin: Polder.origin())
    ]
  }

  @Test func anotherLibraryNeedsNoNewSituation() throws {
    let register = try Polder.register(issues)
    let situation = StartingSituation(register, region: .netherlands)
    let libraries = [
      Polder.library(),
      Polder.library(
        ParameterSet([Polder.parameter("demand/land-per-job", .squareMetrePerJob, ["maken/business-park": 9])])),
      Polder.library(ParameterSet([Polder.parameter("supply/iron-stock-years", .year, ["@PV91": 2])])),
      Polder.library(ParameterSet([Polder.parameter("segments/size-boundary-large", .squareMetre, ["": 9_000])])),
    ]
    let answers = try libraries.map { try RunBalance()(request, from: situation, library: $0) }
    for (library, answer) in zip(libraries, answers) {
      #expect(try answer == RunBalance()(request, register: register, library: library))
    }
    #expect(answers.dropFirst().allSatisfy { $0.balances != answers[0].balances })
  }

  @Test(arguments: ["PV91", "CR93", "GM9002"]) func anotherRegionIsAnsweredToo(_ region: String) throws {
    let register = try Polder.register()
    var request = request
    request.region = RegionCode(region)
    let situation = StartingSituation(register, region: .netherlands)
    #expect(
      try RunBalance()(request, from: situation, library: Polder.library())
        == RunBalance()(request, register: register, library: Polder.library()))
  }

  @Test func anUnknownRegionIsRefused() throws {
    let situation = StartingSituation(try Polder.register(), region: "PV77")
    let error = #expect(throws: PlanningError.self) {
      try RunBalance()(.init(region: "PV77"), from: situation, library: Polder.library())
    }
    #expect(error?.diagnostics.map(\.code) == ["balance.unknown-region"])
  }

  typealias Change = @Sendable (inout RegisterRecords) throws -> Void

  /// One change of every kind of record that a balance rests on.
  static let changes: [(name: String, change: Change)] = [
    ("nothing", { _ in }),
    (
      "a plan is frozen",
      { $0.planCapacities[0] = try Polder.plan($0.planCapacities[0].id, in: 0, .frozen, 8, year: 2026) }
    ),
    ("a plan more", { $0.planCapacities.insert(try Polder.plan("x", in: 2, .hard, 32, year: 2029), at: 0) }),
    ("no plans", { $0.planCapacities = [] }),
    (
      "a withdrawal more",
      {
        $0.withdrawals.append(
          try Withdrawal(
            id: "x", name: "x", municipality: "GM9005", year: 2027, area: NetHectares(64), origin: Polder.origin()))
      }
    ),
    ("a park more", { $0.parks.append(try Polder.park("99", in: 5) { $0.immediatelyIssuableTotal = NetHectares(4) }) }),
    ("fewer jobs", { $0.jobs.removeLast() }),
    (
      "a forecast",
      {
        $0.jobs.append(
          try JobCount(
            region: "CR91", sector: "maken", year: 2032, scenario: "laag", jobs: Jobs(300), origin: Polder.origin()))
      }
    ),
    ("no uptake", { $0.issues = [] }),
    ("a municipality less", { records in records.regions.removeAll { $0.code == "GM9006" } }),
  ]

  @Test(arguments: changes.indices) func aChangedRegisterGivesWhatANewOneGives(_ index: Int) throws {
    let before = try Polder.register(issues)
    let library = Polder.library(
      ParameterSet([Polder.parameter("supply/iron-stock-years", .year, ["": 2])]))
    let situation = StartingSituation(before, region: .netherlands)
    var records = before.records
    try Self.changes[index].change(&records)
    let after = before.replacing(records)
    let answer = try RunBalance()(request, from: situation.updated(to: after), library: library)
    let fresh = Register(referenceDate: before.referenceDate, records: records)
    #expect(after.records == fresh.records)
    #expect(try answer == RunBalance()(request, register: fresh, library: library), "\(Self.changes[index].name)")
    let was = try RunBalance()(request, from: situation, library: library)
    #expect((answer.balances != was.balances) == (index > 0), "\(Self.changes[index].name)")
  }

  @Test func anotherDateIsAnotherSituation() throws {
    let before = try Polder.register()
    let after = Register(referenceDate: CalendarDate(startOf: 2025), records: before.records)
    let situation = StartingSituation(before, region: .netherlands).updated(to: after)
    #expect(
      try RunBalance()(request, from: situation, library: Polder.library())
        == RunBalance()(request, register: after, library: Polder.library()))
  }
}
