import EnergyHubs
import Testing

@Suite struct CostDivisionTests {
  private let members = [
    ContractMember(name: "a", contract: 100, load: [10, 50, 0], costAlone: 60),
    ContractMember(name: "b", contract: 300, load: [30, 10, 0], costAlone: 30),
    ContractMember(name: "c", contract: 0, load: [0, 40, 60], costAlone: 50),
  ]

  @Test func everyKeySumsToTheWhole() throws {
    for key in DivisionKey.allCases where key != .shapley {
      let division = try #require(CostDivision(120, members, by: key))
      #expect(abs(division.shares.reduce(0, +) - 120) < 1e-9, "\(key)")
    }
    #expect(CostDivision(120, members, by: .equal)?.shares == [40, 40, 40])
    #expect(CostDivision(120, members, by: .contract)?.shares == [30, 90, 0])
    #expect(CostDivision(120, members, by: .energy)?.shares == [36, 24, 60])
    #expect(CostDivision(120, members, by: .peakContribution)?.shares == [60, 12, 48])
    #expect(CostDivision(120, members, by: .shapley) == nil)
    #expect(CostDivision(9, weights: [0, 0, 0]).shares == [3, 3, 3])
  }

  @Test func whoIsWorseOffIsNamed() {
    let division = CostDivision(120, weights: [1, 1, 1])
    let alone = members.map(\.costAlone)
    #expect(division.savings(alone) == [20, -10, 10])
    #expect(division.worseOff(alone).map(\.member) == [1] && division.worseOff(alone)[0].loss == 10)
  }

  /// b comes down from 40 to 30; the 10 are shared by a and c, of whom c reaches 45.
  @Test func theNearestDivisionLeavesNobodyWorseOff() throws {
    let division = CostDivision(120, weights: [1, 1, 1])
    #expect(CoreDivision.nobodyWorseOff(division, costsAlone: [60, 30, 50])?.shares == [45, 30, 45])
    #expect(CoreDivision.nobodyWorseOff(division, costsAlone: [60, 30, 42])?.shares == [48, 30, 42])
    #expect(CoreDivision.nobodyWorseOff(division, costsAlone: [50, 30, 30]) == nil)
    #expect(CoreDivision.nobodyWorseOff(division, costsAlone: [60, 30, 30])?.shares == [60, 30, 30])
  }

  @Test func centsSumToTheTotal() {
    #expect(CostDivision(100, weights: [1, 1, 1]).inCents == [3334, 3333, 3333])
    #expect(CostDivision(0.05, weights: [1, 1, 1]).inCents?.reduce(0, +) == 5)
    #expect(CostDivision(shares: [.nan]).inCents == nil)
  }

  /// Costs 10, 10, 10 alone; a and b together 12; any pair with c 20; all 22. The equal split asks a and b for 14⅔.
  private let game = CostGame(members: 3) { coalition in
    switch coalition {
    case [0, 1]: 12
    case [0, 1, 2]: 22
    default: 10 * Double(coalition.count)
    }
  }

  @Test func theCoreIsTheNearestWithoutObjection() throws {
    let equal = CostDivision(22, weights: [1, 1, 1])
    let objection = try #require(try CoreDivision.objection(equal, game))
    #expect(objection.members == [0, 1] && abs(objection.gain - (44.0 / 3 - 12)) < 1e-9)
    let core = try #require(try CoreDivision.core(equal, game))
    for (found, expected) in zip(core.shares, [6.0, 6, 10]) { #expect(abs(found - expected) < 1e-6) }
    #expect(try CoreDivision.objection(core, game) == nil)
  }

  @Test func anEmptyCoreIsReported() throws {
    let game = CostGame(members: 3) { $0.count == 1 ? 10 : $0.count == 2 ? 10 : 18 }
    #expect(try CoreDivision.core(CostDivision(18, weights: [1, 1, 1]), game) == nil)
  }

  /// The projection is no further away than any other division in the core, drawn at random.
  @Test func nothingInTheCoreIsNearer() throws {
    var numbers = SeededDraws(seed: 4)
    let given = CostDivision(22, weights: [5, 1, 1])
    let core = try #require(try CoreDivision.core(given, game))
    func distance(_ shares: [Double]) -> Double {
      zip(shares, given.shares).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    var tried = 0
    for _ in 0..<2000 {
      let a = Double.random(in: 0...12, using: &numbers)
      let other = CostDivision(shares: [a, 12 - a, 10])
      guard try CoreDivision.objection(other, game) == nil else { continue }
      tried += 1
      #expect(distance(core.shares) <= distance(other.shares) + 1e-6)
    }
    #expect(tried > 1000)
  }
}
