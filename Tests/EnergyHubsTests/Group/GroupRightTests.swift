import EnergyHubs
import Testing

@Suite struct GroupRightTests {
  private let loads: [[Double]] = [[100, 20, 50, 0], [0, 90, 50, 10]]

  @Test func freedPowerIsCounted() {
    let right = GroupRight(contracts: [150, 120], contract: 120, loads: loads)
    #expect(right.freedFirm == 150)
    #expect(right.freedNonFirm(share: 1) == 10)
    #expect(right.freedNonFirm(share: 0.75) == 20)
    #expect(right.freedNonFirm(share: 0.5) == 20)
    #expect(right.freedNonFirm(share: 0) == 110)
    #expect(GroupRight.simultaneity(loads) == 110.0 / 190)
    #expect(right.excess(hoursPerStep: 1).steps.isEmpty)
    let tight = GroupRight(contracts: [150, 120], contract: 100, loads: loads).excess(hoursPerStep: 0.25)
    #expect(tight.energy == 2.5 && tight.steps == [1])
  }

  /// Cost: 1 EUR per kW of joint peak, doubled in a cold year; divided equally.
  @Test func eventsAreComparedWithThePlan() throws {
    let game = CostGame.jointPeak(loads: loads + [[10, 10, 10, 10]], price: 1)
    let stress = GroupStress(
      members: 3, cost: { try game.cost($0) * ($1 == .named("cold year") ? 2 : 1) },
      divide: { total, left, _ in left.map { _ in total / Double(left.count) } })
    let outcomes = try stress.outcomes([.asPlanned, .memberLeaves(0), .named("cold year")])
    #expect(outcomes[0].total == 120 && outcomes[0].increases == [0, 0, 0])
    #expect(outcomes[1].members == [1, 2] && outcomes[1].total == 100 && outcomes[1].increases == [10, 10])
    #expect(outcomes[2].shares == [80, 80, 80] && outcomes[2].savings == [120, 100, -60])
  }
}
