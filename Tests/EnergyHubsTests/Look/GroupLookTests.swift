import EnergyHubs
import Quantities
import Testing

@Suite struct GroupLookTests {
  private static let rule = UnderuseRule(usedShare: 0.5, unused: Kilowatts(1000))
  private static let year = ProfileYear(2023, step: .hour)

  private func member(_ name: String, contracted: Double?, _ value: (Int) -> Float) throws -> GroupMember {
    let profile = try #require(
      Profile(Self.year, kilowatts: (0..<Self.year.count).map(value), origin: .measured(filled: 0)))
    return GroupMember(name, profile, contracted: contracted.map { Kilowatts($0) })
  }

  @Test func figuresFollowFromTheirDefinition() throws {
    let day = try member("dag", contracted: 10) { $0 % 2 == 0 ? 3 : 1 }
    let night = try member("nacht", contracted: 2) { $0 == 100 ? 4 : $0 % 2 == 0 ? 0 : 2 }
    let look = try #require(GroupLook([day, night], topSteps: 1, underuse: Self.rule))
    #expect(look.peak == Kilowatts(7) && look.peakStep == 100)
    #expect(look.simultaneity == 1)
    #expect(look.contracted == Kilowatts(12) && abs(look.unusedRights! - 5.0 / 12) < 1e-12)
    #expect(look.monthlyPeaks.map(\.value) == [7] + [Double](repeating: 3, count: 11))
    #expect(look.annual == KilowattHours(3 * 8760 + 4))
    #expect(look.members.map(\.shareOfTop) == [3.0 / 7, 4.0 / 7])
    #expect(look.members.map(\.atRisk) == [Kilowatts(7), .zero])
    #expect(look.loadDuration.first == 7 && look.loadDuration.last == 3)
    #expect(look.hours(atLeast: 0.5, of: Kilowatts(8)) == 1)
    #expect(look.excess(over: Kilowatts(5)).energy == KilowattHours(2))
    #expect(look.room(under: Kilowatts(6)) == Kilowatts(-1))
  }

  @Test func simultaneityIsBelowOneWhenPeaksDiffer() throws {
    let one = try member("a", contracted: nil) { $0 == 0 ? 8 : 1 }
    let two = try member("b", contracted: 4) { $0 == 1 ? 8 : 1 }
    let look = try #require(GroupLook([one, two], topSteps: 2, underuse: Self.rule))
    #expect(look.simultaneity == 9.0 / 16 && look.contracted == nil && look.unusedRights == nil)
    #expect(look.members.map(\.shareOfTop) == [0.5, 0.5])
    #expect(look.members[0].atRisk == nil)
  }

  @Test func aGroupNeedsOneYear() throws {
    let one = try member("a", contracted: nil) { _ in 1 }
    let leap = ProfileYear(2028, step: one.profile.year.step)
    let flat = [Float](repeating: 1, count: leap.count)
    let other = GroupMember("b", try #require(Profile(leap, kilowatts: flat, origin: .derived)))
    #expect(GroupLook([one, other], topSteps: 1, underuse: Self.rule) == nil)
    #expect(GroupLook([], topSteps: 1, underuse: Self.rule) == nil)
  }

  @Test(arguments: [(4000.0, 2900.0, 1100.0), (4000, 3100, 0), (100, 50, 50), (100, 51, 0), (100, -20, 100)])
  func unusedRightsAreAtRiskByRule(contracted: Double, peak: Double, atRisk: Double) {
    #expect(Self.rule.atRisk(contracted: Kilowatts(contracted), peak: Kilowatts(peak)) == Kilowatts(atRisk))
  }
}
