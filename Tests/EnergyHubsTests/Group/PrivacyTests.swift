import EnergyHubs
import Provenance
import Quantities
import Testing

@Suite struct PrivacyTests {
  private static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(startOf: 1) }
  private static let year = day("2024-01-01")...day("2024-12-31")
  private static let consent = Consent(
    connection: "1", purpose: .feasibility, receiver: "hub", data: year, given: day("2025-02-01"),
    until: day("2026-01-31"), revoked: day("2025-10-01"))

  private static func use(
    _ purpose: DataPurpose = .feasibility, _ receiver: String = "hub", _ data: ClosedRange<CalendarDate> = year,
    on date: String = "2025-06-01"
  ) -> DataUse { DataUse(purpose: purpose, receiver: receiver, data: data, on: day(date)) }

  @Test func consentCoversPurposeReceiverAndPeriod() {
    let register = ConsentRegister([Self.consent])
    #expect(register.allows("1", Self.use()))
    #expect(register.missing(["1", "2"], Self.use()) == ["2"])
    #expect(!register.allows("1", Self.use(.settlement)))
    #expect(!register.allows("1", Self.use(.feasibility, "municipality")))
    #expect(!register.allows("1", Self.use(.feasibility, "hub", Self.day("2023-12-31")...Self.day("2024-02-01"))))
    #expect(!register.allows("1", Self.use(on: "2025-01-31")))
    #expect(register.allows("1", Self.use(on: "2025-09-30")))
    #expect(!register.allows("1", Self.use(on: "2025-10-01")))
  }

  private let limits = AggregateGuard(fewestMembers: 3, largestShare: 0.8)
  private let amounts = ["a": 10.0, "b": 10, "c": 10, "d": 10, "e": 10, "f": 10, "big": 1000]

  private static func release(_ id: String, _ members: String..., quantity: String = "import") -> DataRelease {
    DataRelease(id: id, members: Set(members), quantity: quantity, data: year)
  }

  @Test func smallAndDominatedSumsAreRefused() {
    #expect(limits.refusals(Self.release("1", "a", "b", "c"), amounts: amounts, earlier: []).isEmpty)
    let small = limits.refusals(Self.release("1", "a", "b"), amounts: amounts, earlier: [])
    #expect(small == [.tooFew(members: 2, needed: 3)])
    let dominated = limits.refusals(Self.release("1", "a", "b", "big"), amounts: amounts, earlier: [])
    #expect(dominated == [.dominance(share: 1000.0 / 1020, allowed: 0.8)])
    #expect((small + dominated).map(\.diagnostic.code) == ["release.too-few", "release.dominance"])
  }

  @Test func oneFigureMayNotBeNearlyOneMembers() {
    #expect(limits.dominance([1, 1, -9]) == 9.0 / 11)
    #expect(limits.dominance([1, 1, 8]) == nil && limits.dominance([0, 0, 0]) == nil)
    #expect(ReleaseRefusal.cells(count: 3, of: 12).diagnostic.value == "3 / 12")
  }

  @Test func twoSumsMayNotDifferByOneMember() {
    let all = Self.release("all", "a", "b", "c", "d")
    let fewer = Self.release("fewer", "a", "b", "c")
    #expect(
      limits.refusals(fewer, amounts: amounts, earlier: [all]) == [
        .difference(with: "all", members: 1, needed: 3), .combination(members: 1),
      ])
    #expect(limits.refusals(all, amounts: amounts, earlier: [all]).isEmpty)
    let other = Self.release("fewer", "a", "b", "c", quantity: "export")
    #expect(limits.refusals(other, amounts: amounts, earlier: [all]).isEmpty)
    var before = fewer
    before.data = Self.day("2022-01-01")...Self.day("2022-12-31")
    #expect(limits.refusals(before, amounts: amounts, earlier: [all]).isEmpty)
  }

  /// No two of the three sums differ by fewer than three members, yet (1) + (2) − (3) is twice a's.
  @Test func severalSumsTogetherMayNotGiveAMemberAway() {
    let one = Self.release("1", "a", "b", "c")
    let two = Self.release("2", "a", "d", "e")
    let three = Self.release("3", "b", "c", "d", "e")
    #expect(limits.refusals(two, amounts: amounts, earlier: [one]).isEmpty)
    #expect(limits.refusals(three, amounts: amounts, earlier: [one, two]) == [.combination(members: 1)])
  }
}
