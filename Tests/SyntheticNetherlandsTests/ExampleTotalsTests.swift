import Quantities
import SyntheticNetherlands
import Testing
import WorkLocations

/// The totals of the register against the calibration: exact to 0.0001 ha and one job.
@Suite struct ExampleTotalsTests {
  private func expectHectares(_ sum: Double, _ published: Double, _ location: SourceLocation = #_sourceLocation) {
    #expect(abs(sum - published) < 0.00005, "\(sum) against \(published)", sourceLocation: location)
  }

  @Test func countsOfParks() throws {
    let records = try Example.made.get()
    let register = Register(referenceDate: Example.referenceDate, records: records)
    #expect(records.parks.count == 3800)
    for (province, count) in Example.parksByProvince { #expect(register.parks(in: province).count == count) }
    #expect(Set(records.parks.map(\.rin)).count == 3800)
    #expect(Set(records.parks.map(\.name)).count == 3800)
    #expect(records.parks.allSatisfy { $0.rin.text.hasPrefix("SYN") && $0.name.hasPrefix("Voorbeeld") })
    #expect(records.parks.filter { $0.attributes.isObsolete == .yes }.count == 1064)
  }

  @Test func everyMunicipalityWithParkLandHasAPark() throws {
    let records = try Example.made.get()
    let withParks = Set(records.parks.map(\.municipality))
    for observation in records.landUse {
      #expect(withParks.contains(observation.region) == (observation.businessPark > .zero))
    }
  }

  @Test func areaByType() throws {
    let parks = try Example.made.get().parks
    let seaports = parks.filter { $0.type == .seaport }.map(\.attributes)
    let others = parks.filter { $0.type != .seaport }.map(\.attributes)
    expectHectares(seaports.compactMap(\.gross).total().value, 12_700)
    expectHectares(others.compactMap(\.gross).total().value, 87_300)
    expectHectares(seaports.compactMap(\.net).total().value, 10_500)
    expectHectares(others.compactMap(\.net).total().value, 65_500)
    #expect(parks.allSatisfy { ($0.attributes.net?.value ?? -1) <= ($0.attributes.gross?.value ?? -2) })
  }

  @Test func supply() throws {
    let attributes = try Example.made.get().parks.map(\.attributes)
    expectHectares(attributes.compactMap(\.immediatelyIssuable).total().value, 3800)
    expectHectares(attributes.compactMap(\.laterIssuable).total().value, 2950)
    expectHectares(attributes.compactMap(\.issuedThisYear).total().value, 650)
    for attribute in attributes {
      let issuable = (attribute.immediatelyIssuable ?? .zero) + (attribute.laterIssuable ?? .zero)
      expectHectares(((attribute.issued ?? .zero) + issuable).value, attribute.net?.value ?? -1)
      #expect((attribute.issuedBefore?.value ?? -1) >= 0)
    }
  }

  @Test func plotsAddUpToTheirPark() throws {
    let parks = try Example.made.get().parks
    let plots = parks.flatMap(\.plots)
    #expect(plots.count <= 15_000)
    #expect(Set(plots.map(\.id)).count == plots.count)
    for park in parks where !park.plots.isEmpty {
      func hectares(_ isMember: (Plot) -> Bool) -> Double {
        park.plots.filter(isMember).map(\.area).total().value / 10_000
      }
      expectHectares(hectares { $0.status == .immediatelyIssuable }, park.attributes.immediatelyIssuable?.value ?? -1)
      expectHectares(hectares { $0.status == .laterIssuable }, park.attributes.laterIssuable?.value ?? -1)
      expectHectares(hectares(\.status.countsAsNet), park.attributes.net?.value ?? -1)
      expectHectares(hectares { _ in true }, park.attributes.gross?.value ?? -1)
    }
  }

  @Test func plansAndWithdrawals() throws {
    let records = try Example.made.get()
    let expected: [PlanHardness: Double] = [.hard: 1000, .soft: 3518.5, .frozen: 600]
    for (hardness, area) in expected {
      expectHectares(records.planCapacities.filter { $0.hardness == hardness }.map(\.area).total().value, area)
    }
    for year in 2024...2045 {
      expectHectares(records.withdrawals.filter { $0.year == year }.map(\.area).total().value, 80)
    }
    #expect(Set(records.withdrawals.compactMap(\.housingArea)).count == 17)
    #expect(Set(records.withdrawals.compactMap(\.park)).count == records.withdrawals.count)
    #expect(records.planCapacities.compactMap(\.expectedYear).allSatisfy { (2025...2040).contains($0) })
  }

  @Test func issueOfEarlierYears() throws {
    let records = try Example.made.get()
    let regions = RegionTable(records.regions)
    func issued(_ year: Int, in province: RegionCode? = nil) -> Double {
      records.issues.filter {
        $0.year == year && (province == nil || regions.province(of: $0.municipality) == province)
      }
      .map(\.issued).total().value
    }
    #expect(Set(records.issues.map(\.year)) == Set(2010...2023))
    expectHectares(issued(2010), 500)
    expectHectares(issued(2010, in: "PV31"), 37)
    expectHectares(issued(2011), 456)
    expectHectares(issued(2012), 412)
    expectHectares(issued(2012, in: "PV30"), 120)
    expectHectares(issued(2023), 650)
  }

  @Test func jobsAddUpExactly() throws {
    let jobs = try Example.made.get().jobs
    for (sector, total) in Example.jobs {
      #expect(jobs.filter { $0.sector == sector }.map(\.jobs).total() == total)
    }
    #expect(jobs.allSatisfy { $0.year == 2024 && $0.jobs.value == $0.jobs.value.rounded() })
    #expect(jobs.count == 342 * 4)
  }

  @Test func landUseIsThePublishedFigure() throws {
    let observations = try Example.made.get().landUse
    expectHectares(observations.map(\.businessPark).total().value, 88_182)
    #expect(observations.first { $0.region == "GM0599" }?.businessPark == GrossHectares(6334))
  }

  @Test func someFieldsAreOpenAsInTheRealRegister() throws {
    let attributes = try Example.made.get().parks.map(\.attributes)
    func openShare(_ isOpen: (WorkLocationAttributes) -> Bool) -> Double {
      Double(attributes.filter(isOpen).count) / Double(attributes.count)
    }
    #expect((0.4...0.8).contains(openShare { $0.minimumSalePrice == nil }))
    #expect((0.04...0.12).contains(openShare { $0.startYear == nil }))
    #expect((0.02...0.1).contains(openShare { $0.maximumCategory == nil }))
    #expect((0.04...0.12).contains(openShare { $0.immediatelyIssuable == nil }))
  }
}
