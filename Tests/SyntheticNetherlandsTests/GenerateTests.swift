import Provenance
import Quantities
import SyntheticNetherlands
import Testing
import WorkLocations

@Suite struct GenerateTests {
  @Test func equalArgumentsGiveAnEqualRegister() throws {
    #expect(try Example.register() == Example.made.get())
  }

  @Test func anotherSeedGivesOtherParksOnTheSameRegions() throws {
    let (one, other) = (try Example.made.get(), try Example.register(seed: 7))
    #expect(one.regions.map(\.boundary) == other.regions.map(\.boundary))
    #expect(one.parks.map(\.outline) != other.parks.map(\.outline))
    #expect(one.snapshots[0].id == other.snapshots[0].id)
    #expect(one.snapshots[1].id != other.snapshots[1].id)
  }

  @Test func theDayOfImportIsOnlyRecorded() throws {
    let later = try Example.register(importedOn: CalendarDate(startOf: 2026))
    #expect(try later.parks == Example.made.get().parks)
    #expect(later.snapshots.allSatisfy { $0.importedOn == CalendarDate(startOf: 2026) })
  }

  @Test func factsAndInventionHaveTheirOwnSnapshot() throws {
    let records = try Example.made.get()
    let register = Register(referenceDate: Example.referenceDate, records: records)
    #expect(records.snapshots.map(\.isSynthetic) == [false, true])
    #expect(records.snapshots.allSatisfy { $0.checksum.count == 64 && $0.checksum.allSatisfy(\.isHexDigit) })
    #expect(!records.regions.contains { register.isSynthetic($0.origin) })
    #expect(records.regions.allSatisfy { $0.boundaryIsSynthetic })
    #expect(!records.landUse.contains { register.isSynthetic($0.origin) })
    #expect(!records.housingAreas.contains { register.isSynthetic($0.origin) })
    #expect(records.parks.allSatisfy { register.isSynthetic($0.origin) })
    #expect(records.jobs.allSatisfy { register.isSynthetic($0.origin) })
    #expect(records.issues.allSatisfy { register.isSynthetic($0.origin) })
    #expect(records.clusters.allSatisfy { register.isSynthetic($0.origin) })
  }

  @Test func everyCodeResolves() throws {
    let records = try Example.made.get()
    let regions = Set(records.regions.map(\.code))
    let parks = Set(records.parks.map(\.rin))
    let housing = Set(records.housingAreas.map(\.id))
    #expect(records.regions.count == 342 + 40 + 12 + 1)
    #expect(records.regions.flatMap(\.parents).allSatisfy(regions.contains))
    let municipalities =
      records.parks.map(\.municipality) + records.planCapacities.map(\.municipality)
      + records.withdrawals.map(\.municipality) + records.clusters.flatMap(\.municipalities)
      + records.housingAreas.flatMap(\.municipalities) + records.jobs.map(\.region) + records.issues.map(\.municipality)
      + records.landUse.map(\.region)
    #expect(municipalities.allSatisfy(regions.contains))
    #expect(records.planCapacities.compactMap(\.park).allSatisfy(parks.contains))
    #expect(records.withdrawals.compactMap(\.park).allSatisfy(parks.contains))
    #expect(records.withdrawals.compactMap(\.housingArea).allSatisfy(housing.contains))
    #expect(records.clusters.flatMap(\.parks).allSatisfy(parks.contains))
  }

  @Test func everyClusterAndCampusHasParks() throws {
    let clusters = try Example.made.get().clusters
    #expect(clusters.filter { $0.kind == .industryCluster }.count == 6)
    #expect(clusters.allSatisfy { !$0.parks.isEmpty && !$0.municipalities.isEmpty })
  }

  @Test func mergersReachTheMunicipalitiesOfTheRegister() throws {
    let records = try Example.made.get()
    let codes = Set(records.regions.map(\.code))
    let table = MergerTable(records.mergers)
    let successors = Set(records.mergers.map(\.from)).flatMap { code in
      records.mergers.filter { $0.from == code }.prefix(1).flatMap {
        table.successors(of: code, from: $0.year - 1, to: 2023)
      }
    }
    #expect(records.mergers.count > 300)
    #expect(successors.allSatisfy { codes.contains($0.code) })
  }

  @Test func theRulesOfTheRegisterFindNothingButNotes() throws {
    let register = Register(referenceDate: Example.referenceDate, records: try Example.made.get())
    let rules = RegisterRules(areaTolerance: 0.001, staleAfterYears: 3, sectors: Example.sectors)
    let found = rules.check(register)
    #expect(found.filter { $0.severity != .note }.isEmpty)
    #expect(Set(found.map(\.code)) == ["plan.year-missing"])
  }
}
