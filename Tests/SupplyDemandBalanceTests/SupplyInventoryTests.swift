import PlanningTestKit
import Provenance
import Quantities
import SupplyDemandBalance
import Testing
import WorkLocations

@Suite struct SupplyInventoryTests {
  private func inventory(_ change: (inout RegisterRecords) throws -> Void = { _ in }) throws -> SupplyInventory {
    var reader = ParameterReader(Polder.parameters, on: Polder.referenceDate)
    return try SupplyInventory(register: try Polder.register(change), reader: &reader)
  }

  private func line(_ record: String, _ change: (inout RegisterRecords) throws -> Void = { _ in }) throws -> SupplyLine
  {
    try #require(try inventory(change).lines.first { $0.record == record })
  }

  private func classes(_ line: SupplyLine) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: line.byClass.enumerated().filter { $0.element != 0 }
        .map { (SpaceClass.all[$0.offset].code, $0.element) })
  }

  @Test func everyIssuableHectareStandsOnce() throws {
    let lines = try inventory().lines
    #expect(
      lines.map { "\($0.municipality) \($0.kind.rawValue) \($0.record) \($0.net.value) \($0.availableFrom)" } == [
        "GM9001 terstond 1001 2.0 2024", "GM9002 niet-terstond 1002 4.0 2028", "GM9002 niet-terstond 1002 0.5 2029",
        "GM9002 hard-plan hard 64.0 2031", "GM9003 terstond 1003 8.0 2024", "GM9004 zacht-plan zacht 128.0 2029",
        "GM9005 terstond 1005 16.0 2024", "GM9005 bevroren bevroren 256.0 2026", "GM9006 terstond 1006 1.0 2024",
      ])
  }

  @Test func whatHadToBeAssumedIsSaid() throws {
    #expect(try line("1006").assumptions == [.category])
    #expect(try line("1001").assumptions.isEmpty)
    #expect(try line("zacht").assumptions == [.year])
    #expect(try inventory().lines.filter { $0.record == "1002" }.map(\.assumptions) == [[], [.year]])
  }

  @Test func plotsGiveTheSizesAndTheParkTheAmount() throws {
    #expect(try classes(line("1003")) == ["c3-large-dry": 6, "c3-medium-dry": 2])
    let scaled = try line("P") { records in
      records.parks = [try Polder.park("P", in: 0, plots: [6, 2]) { $0.immediatelyIssuableTotal = NetHectares(4) }]
    }
    #expect(classes(scaled) == ["c3-large-dry": 3, "c3-medium-dry": 1])
  }

  @Test func plotsAloneCountWhereTheParkHasNoFigure() throws {
    let known = try line("P") { $0.parks = [try Polder.park("P", in: 0, plots: [8, 0.25])] }
    #expect(classes(known) == ["c3-large-dry": 8, "c3-small-dry": 0.25])
    #expect(try inventory { $0.parks = [try Polder.park("P", in: 0)] }.lines.allSatisfy { $0.record != "P" })
  }

  /// The largest part in its own class, the rest in the class of the largest piece that can still be in it.
  @Test(arguments: [
    (8.0, nil as Double?, ["c3-large-dry": 8.0]), (8, 6, ["c3-large-dry": 6, "c3-medium-dry": 2]),
    (8, 0.25, ["c3-small-dry": 8]), (8, 1, ["c3-medium-dry": 8]), (8, 20, ["c3-large-dry": 8]),
    (0.5, nil, ["c3-medium-dry": 0.5]), (5, nil, ["c3-large-dry": 5]), (4.5, nil, ["c3-medium-dry": 4.5]),
  ])
  func withoutPlotsTheLargestPartGivesTheSizes(_ area: Double, _ largest: Double?, _ expected: [String: Double]) throws
  {
    let found = try line("P") { records in
      records.parks = [
        try Polder.park("P", in: 0) {
          $0.immediatelyIssuableTotal = NetHectares(area)
          $0.largestIssuablePart = largest.map(NetHectares.init)
        }
      ]
    }
    #expect(classes(found) == expected)
  }

  @Test func waterAndCategoryComeFromTheRegister() throws {
    #expect(try classes(line("1005")) == ["c5-large-wet": 16])
    #expect(try classes(line("1001")) == ["c4-medium-dry": 2])
    let plan = try line("nat") {
      $0.planCapacities = [try Polder.plan("nat", in: 0, .hard, 1, year: 2030, category: "2", isWaterBound: true)]
    }
    #expect(classes(plan) == ["c2-medium-wet": 1])
  }

  @Test func onlyParksAndSeaportsAreSupply() throws {
    #expect(try !inventory().lines.contains { $0.record == "1007" })
    let office = try inventory { records in
      records.planCapacities = [
        try PlanCapacity(
          id: "kantoor", name: "k", municipality: "GM9001", hardness: .hard, area: NetHectares(1),
          locationType: .office,
          origin: Polder.origin())
      ]
    }
    #expect(!office.lines.contains { $0.record == "kantoor" })
  }

  @Test func aRegionHasTheLinesOfItsMunicipalities() throws {
    let inventory = try inventory()
    #expect(inventory.lines(in: "NL01").count == inventory.lines.count)
    #expect(
      inventory.lines(in: "CR93").map(\.record) == ["1005", "bevroren", "1006"] && inventory.lines(in: "XX").isEmpty)
  }
}
