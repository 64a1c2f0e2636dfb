import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Testing
import WorkLocations

/// What must hold in any country, tried in the polder.
@Suite struct BalanceLawsTests {
  private func run(
    _ overrides: ParameterSet = ParameterSet(), _ change: (inout RegisterRecords) throws -> Void = { _ in }
  )
    throws -> RunBalance.Response
  {
    try RunBalance()(
      RunBalance.Request(horizons: [2030, 2040]), register: try Polder.register(change),
      library: Polder.library(overrides))
  }

  private static let additions: [(@Sendable () throws -> PlanCapacity)] = [
    { try Polder.plan("x", in: 0, .hard, 8, year: 2026, category: "5.1", isWaterBound: true) },
    { try Polder.plan("x", in: 2, .hard, 32, year: 2029, category: "2") },
    { try Polder.plan("x", in: 3, .soft, 16, year: nil) },
    { try Polder.plan("x", in: 4, .hard, 1024, year: 2035, category: "4") },
    { try Polder.plan("x", in: 5, .frozen, 64, year: 2025) },
  ]

  @Test func anEmptyOverrideIsTheBaseline() throws {
    #expect(try run() == run(ParameterSet()))
    let same = ParameterSet(Array(Polder.parameters.parameters.values))
    #expect(try run(same) == run())
  }

  @Test(arguments: additions.indices) func addingSupplyNeverWorsensABalance(_ index: Int) throws {
    let before = try run()
    let after = try run { $0.planCapacities.append(try Self.additions[index]()) }
    #expect(before.demands == after.demands)
    for (old, new) in zip(before.balances, after.balances) {
      #expect(new.hard.balance >= old.hard.balance && new.withSoft.balance >= old.withSoft.balance)
      #expect(new.hard.shortage.value <= old.hard.shortage.value + 1e-9)
      #expect(new.withSoft.shortage.value <= old.withSoft.shortage.value + 1e-9)
    }
  }

  @Test(arguments: additions.indices) func independentAdditionsCommute(_ index: Int) throws {
    let other = try Polder.plan("y", in: 1, .hard, 4, year: 2027, category: "3")
    let one = try run { $0.planCapacities += [try Self.additions[index](), other] }
    let two = try run { $0.planCapacities = [other, try Self.additions[index]()] + $0.planCapacities }
    #expect(one == two)
  }

  @Test func aStricterPlotIsNeverWorseThanALighterOne() throws {
    func added(_ category: String, _ isWaterBound: Bool, _ hectares: Double = 8) throws -> RunBalance.Response {
      try run {
        $0.planCapacities.append(
          try Polder.plan("x", in: 2, .hard, hectares, year: 2026, category: category, isWaterBound: isWaterBound))
      }
    }
    let ladder = try [added("1", false), added("3", false), added("4", false), added("5", false), added("6", true)]
    for (light, strict) in zip(ladder, ladder.dropFirst()) {
      for (lighter, stricter) in zip(light.balances, strict.balances) {
        #expect(stricter.hard.shortage.value <= lighter.hard.shortage.value + 1e-9)
        #expect(stricter.hard.balance == lighter.hard.balance)
      }
    }
  }

  /// Twice the jobs, land, plans, withdrawals and add-ons: twice every hectare, and the same verdicts.
  @Test func twiceAllIsTwiceAll() throws {
    let one = try run()
    let two = try RunBalance()(
      RunBalance.Request(horizons: [2030, 2040]), register: try Polder.register(Doubled.records),
      library: Polder.library(Doubled.parameters, addOns: Doubled.addOns))
    for (single, double) in zip(one.balances, two.balances) {
      #expect(abs(double.demand.value - 2 * single.demand.value) < 1e-9)
      #expect(double.hardSupply.value == 2 * single.hardSupply.value && double.hard.verdict == single.hard.verdict)
      #expect(abs(double.hard.shortage.value - 2 * single.hard.shortage.value) < 1e-9)
      #expect(abs(double.withSoft.mismatch.value - 2 * single.withSoft.mismatch.value) < 1e-9)
    }
  }

  @Test func theOrderOfRecordsDoesNotMatter() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let shuffled = try run { records in
      records.regions.reverse()
      records.parks.reverse()
      records.planCapacities.reverse()
      records.withdrawals.reverse()
      records.jobs.sort { $0.jobs > $1.jobs }
    }
    #expect(try encoder.encode(shuffled) == encoder.encode(run()))
  }

  /// Per class and market: demand = served + shortage, supply = used + unused; the shortage is never below what the total lacks.
  @Test func nothingIsLostBetweenDemandAndLand() throws {
    for balance in try run().balances {
      for reading in [balance.hard, balance.withSoft] {
        for one in reading.classes {
          let served = one.servedByOwn + one.servedByStricter + one.shortage
          #expect(abs(served.value - max(0, one.demand.value)) < 1e-9 || balance.region.level != .corop)
        }
        let used = reading.classes.map { $0.servedByOwn + $0.servedByStricter + $0.unused }.total()
        #expect(abs(used.value - reading.classes.map(\.supply).total().value) < 1e-6)
        #expect(abs(reading.classes.map(\.servedByStricter).total().value - reading.mismatch.value) < 1e-6)
        if let proof = reading.proof { #expect(abs((proof.demand - proof.land - reading.shortage).value) < 1e-6) }
      }
    }
  }
}

/// The polder with twice of everything that is counted.
private enum Doubled {
  static func records(_ records: inout RegisterRecords) throws {
    records.jobs = try records.jobs.map {
      try JobCount(region: $0.region, sector: $0.sector, year: $0.year, jobs: $0.jobs * 2, origin: $0.origin)
    }
    records.planCapacities = try records.planCapacities.map {
      try PlanCapacity(
        id: $0.id, name: $0.name, municipality: $0.municipality, hardness: $0.hardness, area: $0.area * 2,
        expectedYear: $0.expectedYear, maximumCategory: $0.maximumCategory, isWaterBound: $0.isWaterBound,
        origin: $0.origin)
    }
    records.withdrawals = try records.withdrawals.map {
      try Withdrawal(
        id: $0.id, name: $0.name, municipality: $0.municipality, year: $0.year, area: $0.area * 2,
        maximumCategory: $0.maximumCategory, isWaterBound: $0.isWaterBound, returningShare: $0.returningShare,
        origin: $0.origin)
    }
    records.parks = try records.parks.map(park)
  }

  private static func park(_ park: WorkLocation) throws -> WorkLocation {
    var attributes = park.attributes
    for attribute in WorkLocationAttribute.all where !attribute.isYear {
      attributes.set(attribute, number: attributes.number(attribute).map { $0 * 2 })
    }
    let plots = try park.plots.map {
      try Plot(id: $0.id, park: $0.park, status: $0.status, area: $0.area * 2, origin: $0.origin)
    }
    return try WorkLocation(
      rin: park.rin, name: park.name, municipality: park.municipality, type: park.type, attributes: attributes,
      plots: plots,
      origin: park.origin)
  }

  /// Borders of the plot classes move along, so that every piece stays in its class.
  static let parameters = ParameterSet([
    Polder.parameter("segments/size-boundary-small", .squareMetre, ["": 10_000]),
    Polder.parameter("segments/size-boundary-large", .squareMetre, ["": 100_000]),
  ])

  static let addOns = Polder.addOns.map { addOn in
    AddOn(
      id: addOn.id, label: addOn.label, amountPerYear: addOn.amountPerYear.mapValues { Polder.value($0.value * 2) },
      firstYear: addOn.firstYear, lastYear: addOn.lastYear, locationType: addOn.locationType,
      sectorGroup: addOn.sectorGroup,
      profile: addOn.profile, returnsFrom: addOn.returnsFrom, allocation: addOn.allocation)
  }
}
