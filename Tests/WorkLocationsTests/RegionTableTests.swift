import PlanningTestKit
import Provenance
import Quantities
import Testing
import WorkLocations

@Suite struct RegionTableTests {
  private func table(_ change: (inout RegisterRecords) throws -> Void = { _ in }) throws -> RegionTable {
    try Polder.register(change).regions
  }

  private func region(_ code: RegionCode, _ level: RegionLevel, parents: [RegionCode] = []) throws -> Region {
    try Region(code: code, name: code.text, level: level, parents: parents, origin: Polder.origin())
  }

  @Test func regionsHoldTheirMunicipalities() throws {
    let table = try table()
    #expect(table.municipalities(in: "NL01") == Polder.municipalities)
    #expect(table.municipalities(in: "PV91") == Array(Polder.municipalities[..<4]))
    #expect(table.municipalities(in: "CR93") == Array(Polder.municipalities[4...]))
    #expect(table.municipalities(in: "GM9003") == ["GM9003"])
    #expect(table.municipalities(in: "PV99").isEmpty)
    #expect(table.regions(at: .corop, within: "PV91").map(\.code) == ["CR91", "CR92"])
    #expect(table.province(of: "GM9005") == "PV92" && table.corop(of: "GM9003") == "CR92")
  }

  @Test func theChainGoesFromSmallToLarge() throws {
    let table = try table()
    #expect(table.chain(from: "GM9001") == ["GM9001", "CR91", "PV91", "NL01"])
    #expect(table.chain(from: "CR92") == ["CR92", "PV91", "NL01"])
    #expect(table.chain(from: "NL01") == ["NL01"])
    #expect(table.chain(from: "XX") == ["XX"])
  }

  /// PV92 and CR93 hold the same municipalities: the province is around the COROP area, not the reverse.
  @Test func ofEqualRegionsTheHigherLevelIsAround() throws {
    let table = try table()
    #expect(table.chain(from: "CR93") == ["CR93", "PV92", "NL01"])
    #expect(table.chain(from: "PV92") == ["PV92", "NL01"])
  }

  @Test func aGroupingIsAroundOnlyWhatLiesInItWholly() throws {
    let table = try table { records in
      records.regions.append(try region("RES1", .grouping))
      records.regions = try records.regions.map { old in
        guard ["GM9002", "GM9003"].contains(old.code) else { return old }
        return try region(old.code, .municipality, parents: old.parents + ["RES1", "RES1"])
      }
    }
    #expect(table.municipalities(in: "RES1") == ["GM9002", "GM9003"])
    #expect(table.chain(from: "GM9002") == ["GM9002", "RES1", "CR91", "PV91", "NL01"])
    #expect(table.chain(from: "CR91") == ["CR91", "PV91", "NL01"])
    #expect(table.markets(in: "RES1") == ["RES1"])
  }

  @Test func marketsAreTheRegionWithoutOverlap() throws {
    let table = try table()
    #expect(table.markets(in: "NL01") == Polder.corops && table.markets(in: "PV91") == ["CR91", "CR92"])
    #expect(table.markets(in: "CR91") == ["CR91"] && table.markets(in: "GM9001") == ["GM9001"])
    #expect(table.municipalitiesOutsideMarkets(in: "NL01").isEmpty)
  }

  @Test func aMunicipalityWithoutCOROPIsAMarketOfItsOwn() throws {
    let table = try table { $0.regions.append(try region("GM9007", .municipality, parents: ["PV92", "NL01"])) }
    #expect(table.markets(in: "PV92") == ["CR93", "GM9007"])
    #expect(table.markets(in: "NL01") == ["CR91", "CR92", "CR93", "GM9007"])
    #expect(table.municipalitiesOutsideMarkets(in: "NL01") == ["GM9007"])
    #expect(
      Set(table.markets(in: "NL01").flatMap { table.municipalities(in: $0) }) == Set(table.municipalities(in: "NL01")))
  }

  @Test func aTableWithoutCountryStillHasOne() throws {
    let table = RegionTable([try region("GM1", .municipality), try region("GM2", .municipality)])
    #expect(
      table.municipalities(in: .netherlands) == ["GM1", "GM2"] && table.markets(in: .netherlands) == [.netherlands])
    #expect(table.chain(from: "GM1") == ["GM1", .netherlands])
  }

  @Test func theLastOfTwoRegionsWithOneCodeWins() throws {
    let table = RegionTable([
      try region("GM1", .municipality, parents: ["A"]), try region("GM1", .municipality, parents: ["B"]),
    ])
    #expect(table.municipalities(in: "A").isEmpty && table.municipalities(in: "B") == ["GM1"])
  }
}

@Suite struct MergerTableTests {
  private func table(_ rows: [(Int, RegionCode, RegionCode, Double)]) throws -> MergerTable {
    MergerTable(try rows.map { try MunicipalMerger(year: $0.0, from: $0.1, to: $0.2, share: $0.3) })
  }

  private func shares(_ table: MergerTable, _ code: RegionCode, _ year: Int, _ target: Int) -> [RegionCode: Double] {
    Dictionary(uniqueKeysWithValues: table.successors(of: code, from: year, to: target).map { ($0.code, $0.share) })
  }

  @Test func anUnchangedCodeSucceedsItself() throws {
    #expect(shares(try table([]), "A", 2010, 2024) == ["A": 1])
  }

  @Test func mergersChain() throws {
    let table = try table([(2019, "B", "C", 1), (2015, "A", "B", 1)])
    #expect(shares(table, "A", 2010, 2024) == ["C": 1])
    #expect(shares(table, "A", 2010, 2018) == ["B": 1] && shares(table, "A", 2010, 2014) == ["A": 1])
    #expect(shares(table, "A", 2015, 2024) == ["A": 1])
  }

  @Test func aSplitDividesAndItsPartsMoveOn() throws {
    let table = try table([
      (2018, "A", "B", 0.25), (2018, "A", "C", 0.75), (2021, "C", "B", 0.5), (2021, "C", "D", 0.5),
    ])
    #expect(shares(table, "A", 2017, 2018) == ["B": 0.25, "C": 0.75])
    #expect(shares(table, "A", 2017, 2024) == ["B": 0.625, "D": 0.375])
  }

  /// A municipality that gives up a part and goes on under its own code can still merge later.
  @Test func aCodeThatGoesOnCanChangeAgain() throws {
    let table = try table([(2018, "A", "A", 0.875), (2018, "A", "B", 0.125), (2021, "A", "C", 1)])
    #expect(shares(table, "A", 2017, 2020) == ["A": 0.875, "B": 0.125])
    #expect(shares(table, "A", 2017, 2024) == ["B": 0.125, "C": 0.875])
    #expect(shares(table, "A", 2018, 2024) == ["C": 1])
  }
}
