import Quantities
import Testing
import WorkLocations

@Suite struct EnergyHubTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
  private func park() throws -> RINNumber { try #require(RINNumber("1")) }

  private let gates = HubGates([
    .explore: [.intentLetter], .feasibility: [.quickScan, .dataAuthorisation], .exit: [.settlement],
  ])

  @Test func aStageNeedsThePapersOfThoseBeforeIt() {
    #expect(gates.documents(for: .initiative).isEmpty)
    #expect(gates.documents(for: .feasibility) == [.intentLetter, .dataAuthorisation, .quickScan])
    #expect(gates.documents(for: .operation) == gates.documents(for: .feasibility))
    #expect(gates.documents(for: .exit) == [.settlement])
    #expect(gates.missing(for: .feasibility, having: [.quickScan, .permit]) == [.intentLetter, .dataAuthorisation])
  }

  @Test func stagesFollowEachOther() {
    #expect(HubStage.signal.next == .initiative && HubStage.operation.next == .exit && HubStage.exit.next == nil)
    #expect(HubStage.explore < .feasibility && !(HubStage.exit < .operation))
  }

  @Test func aPaperCountsFromItsDate() throws {
    let hub = try EnergyHub(
      name: "hub", parks: [park(), park()], history: [HubStep(.signal, since: day("2025-01-01"))],
      documents: [HubDocument(.quickScan, date: day("2025-06-01"), reference: "A")])
    #expect(hub.parks.count == 1)
    #expect(try hub.papers(on: day("2025-05-31")).isEmpty)
    #expect(try hub.papers(on: day("2025-06-01")) == [.quickScan])
  }

  @Test func aHubThatCannotBeIsRefused() throws {
    let step = HubStep(.signal, since: try day("2025-01-01"))
    let earlier = HubStep(.initiative, since: try day("2024-12-31"))
    #expect(throws: InvalidRecord.self) { try EnergyHub(name: " ", parks: [park()], history: [step]) }
    #expect(throws: InvalidRecord.self) { try EnergyHub(name: "hub", parks: [], history: [step]) }
    #expect(throws: InvalidRecord.self) { try EnergyHub(name: "hub", parks: [park()], history: []) }
    #expect(throws: InvalidRecord.self) { try EnergyHub(name: "hub", parks: [park()], history: [step, earlier]) }
  }
}
