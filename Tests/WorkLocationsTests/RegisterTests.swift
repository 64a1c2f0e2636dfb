import PlanningTestKit
import Provenance
import Quantities
import Testing
import WorkLocations

@Suite struct RegisterTests {
  @Test func aRegisterIsTheSameForAnyOrderOfRecords() throws {
    let records = try Polder.records()
    var shuffled = records
    shuffled.parks.reverse()
    shuffled.jobs.shuffle()
    shuffled.planCapacities.reverse()
    shuffled.withdrawals.reverse()
    let one = Register(referenceDate: Polder.referenceDate, records: records)
    let other = Register(referenceDate: Polder.referenceDate, records: shuffled)
    #expect(one.records == other.records && one.records.count == records.count)
  }

  @Test func parksStandInTheOrderOfMunicipalityAndNumber() throws {
    let register = try Polder.register { $0.parks.append(try Polder.park("99", in: 5)) }
    #expect(register.parks(in: "PV92").map(\.rin.text) == ["1005", "99", "1006", "1007"])
    #expect(register.parks(in: "GM9001").map(\.rin.text) == ["1001"] && register.parks(in: "XX").isEmpty)
  }

  @Test func aGeneratedRecordIsKnownAsSuch() throws {
    let register = try Polder.register()
    #expect(register.hasSyntheticRecords && register.isSynthetic(Polder.origin()))
    let elsewhere = Origin(snapshot: "elders", referenceDate: Polder.referenceDate)
    #expect(!register.isSynthetic(elsewhere) && register.snapshot(of: elsewhere) == nil)
  }
}
