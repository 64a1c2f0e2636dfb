import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// What a register says of a region and its markets before any parameter comes in — *uitgangssituatie*: jobs, land, plans and
/// uptake, added up and indexed.
///
/// A balance is a situation with a parameter library. One situation serves any number of libraries, and a scenario that
/// changes some records starts from the situation that was there:
///
///     let situation = StartingSituation(register, region: .netherlands)
///     let before = try RunBalance()(request, from: situation, library: library)
///     let dearer = try RunBalance()(request, from: situation, library: otherParameters)
///     let frozen = try RunBalance()(request, from: situation.updated(to: otherPlans), library: library)
public struct StartingSituation: Sendable {
  public let register: Register
  public let region: RegionCode
  let scope: BalanceScope
  let summaries: [RegionSummary]
  let economy: RegionalEconomy
  let supply: SupplyRecords
  /// Mean yearly uptake per market.
  let uptake: [RegionCode: NetHectares]
  /// What is doubtful in the register for this region.
  let problems: [Diagnostic]

  public init(_ register: Register, region: RegionCode) {
    self.init(register, region: region, after: nil)
  }

  /// The situation after a change of the register. What rests on records that stayed the same is taken over, so that a frozen
  /// plan or a new withdrawal costs little; the answer is that of a new situation.
  public func updated(to register: Register) -> StartingSituation {
    StartingSituation(register, region: region, after: self)
  }

  /// The situation of another region in the same register.
  func of(_ region: RegionCode) -> StartingSituation {
    region == self.region ? self : StartingSituation(register, region: region)
  }

  private init(_ register: Register, region: RegionCode, after former: StartingSituation?) {
    let kept = KeptRecords(former?.register, register)
    let former = kept.regions ? former : nil
    self.register = register
    self.region = region
    let scope = former?.scope ?? BalanceScope(region, in: register.regions)
    self.scope = scope
    summaries = former?.summaries ?? scope.regions.map(register.regions.summary)
    let known = kept.jobsAndParks ? former : nil
    economy =
      known?.economy.withWithdrawals(of: register, markets: scope.markets)
      ?? RegionalEconomy(register, markets: scope.markets)
    supply = (kept.parks ? former : nil)?.supply.withPlans(of: register) ?? SupplyRecords(register)
    uptake = (kept.uptake ? former : nil)?.uptake ?? Uptake(register).means(in: scope.markets)
    problems = known?.problems ?? RegionProblems(register, economy).problems(of: region)
  }
}

/// Which records two registers share.
private struct KeptRecords {
  let regions: Bool
  let parks: Bool
  let jobsAndParks: Bool
  let uptake: Bool

  init(_ former: Register?, _ register: Register) {
    let (old, new) = (former?.records, register.records)
    regions = former?.referenceDate == register.referenceDate && old?.regions == new.regions
    parks = old?.parks == new.parks
    jobsAndParks = parks && old?.jobs == new.jobs
    uptake = parks && old?.issues == new.issues
  }
}
