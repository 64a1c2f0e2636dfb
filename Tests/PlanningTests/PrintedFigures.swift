import Planning
import PlanningTestKit
import Quantities
import SpaceDemand
import SupplyDemandBalance
import Testing
import WorkLocations

/// The figures as a run prints them, looked up without the explanations.
struct PrintedFigures {
  let demand: RegionDemand
  let balance: RegionBalance
  let supply: [SupplyLine]
  let effects: DemandEffects?

  init(
    _ run: RunBalance.Response, _ region: RegionCode, _ scenario: String, _ horizon: Int,
    split: DecomposeDemand.Response? = nil
  ) throws {
    demand = try #require(run.demand(of: region, scenario: scenario, horizon: horizon))
    balance = try #require(run.balance(of: region, scenario: scenario, horizon: horizon))
    supply = run.supply.filter { $0.availableFrom <= horizon }
    effects = split?.effects(of: region, scenario: scenario, horizon: horizon)
  }

  func value(of path: String) -> Double? {
    let steps = path.split(separator: "/").dropFirst(3).map(String.init)
    switch (steps[0], steps.count) {
    case ("vraag", 1): return demand.total.value
    case ("vraag", _): return demandValue(Array(steps.dropFirst()))
    case ("banen", 1): return demand.jobsAtHorizon.value
    case ("banen-nu", 1): return demand.jobsAtStart.value
    case ("banen", _), ("banen-nu", _): return sectorJobs(steps)
    case ("aanbod", 1): return balance.hardSupply.value
    case ("aanbod", 2): return SupplyKind(rawValue: steps[1]).map { balance.supply[$0]?.value ?? 0 }
    case ("aanbod", _):
      return supply.filter { $0.kind.rawValue == steps[1] && $0.record == steps[2] }.map(\.net).total().value
    case ("klasse", 3): return classValue(steps, balance.hard)
    case ("klasse-met-zacht", 3): return classValue(steps, balance.withSoft)
    case ("mismatch", 3): return spill(steps, balance.hard)
    case ("mismatch-met-zacht", 3): return spill(steps, balance.withSoft)
    default: return balanceValue(steps[0])
    }
  }

  private func classValue(_ steps: [String], _ outcome: Confrontation) -> Double? {
    guard let found = outcome.classes.first(where: { $0.spaceClass.code == steps[1] }) else { return nil }
    return switch steps[2] {
    case "aanbod": found.supply.value
    case "op-eigen": found.servedByOwn.value
    case "op-strenger": found.servedByStricter.value
    case "tekort": found.shortage.value
    case "ongebruikt": found.unused.value
    default: nil
    }
  }

  private func spill(_ steps: [String], _ outcome: Confrontation) -> Double? {
    outcome.spills.first { $0.demand.code == steps[1] && $0.land.code == steps[2] }?.area.value ?? 0
  }

  private func balanceValue(_ topic: String) -> Double? {
    switch topic {
    case "frictie": balance.frictionalReserve.value
    case "ijzeren-voorraad": balance.ironStock.value
    case "bruikbaar": balance.hard.usable.value
    case "bruikbaar-met-zacht": balance.withSoft.usable.value
    case "balans": balance.hard.balance.value
    case "balans-met-zacht": balance.withSoft.balance.value
    case "tekort": balance.hard.shortage.value
    case "tekort-met-zacht": balance.withSoft.shortage.value
    case "mismatch": balance.hard.mismatch.value
    case "mismatch-met-zacht": balance.withSoft.mismatch.value
    default: nil
    }
  }

  private func effectValue(_ effect: DemandEffect, _ sector: String, _ type: String) -> Double? {
    effects?.sectors.first { $0.sector == sector && $0.locationType.rawValue == type }?[effect].value
  }

  /// Expansion after an effect and those before it.
  private func level(after last: String) -> Double? {
    guard last != "begin" else { return 0 }
    let all = DemandEffect.allCases
    return DemandEffect(rawValue: last).flatMap(all.firstIndex).flatMap { end in
      effects.map { effects in all[...end].reduce(0) { $0 + effects[$1].value } }
    }
  }

  private func demandValue(_ steps: [String]) -> Double? {
    switch (steps[0], steps.count) {
    case ("bruto", 1): demand.grossTotal.value
    case ("uitbreiding", 1): demand.expansion.value
    case ("vervanging", 1): demand.replacement.value
    case ("aanvullend", 1): demand.additional.value
    case ("effect", 2): DemandEffect(rawValue: steps[1]).flatMap { effects?[$0].value }
    case ("effect", 4): DemandEffect(rawValue: steps[1]).flatMap { effectValue($0, steps[2], steps[3]) }
    case ("stand", 2): level(after: steps[1])
    case ("doelgroep", 2): demand.lines.filter { $0.sectorGroup == steps[1] }.map(\.net).total().value
    case ("klasse", 2): SpaceClass.all.first { $0.code == steps[1] }.map { demand.byClass[$0.index] }
    default: lines { Self.name(of: $0) == steps.joined(separator: "/") }
    }
  }

  /// Jobs of a sector follow from its land: J = area × 10 000 / (P × Q); only the total is printed.
  private func sectorJobs(_ steps: [String]) -> Double? {
    SectorJobs.value(steps[1], now: steps[0] == "banen-nu", demand)
  }

  private func lines(where belongs: (DemandLine.Component) -> Bool) -> Double {
    demand.lines.filter { belongs($0.component) }.map(\.net).total().value
  }

  private static func name(of component: DemandLine.Component) -> String {
    switch component {
    case .expansion(let sector, let type): "uitbreiding/\(sector)/\(type.rawValue)"
    case .replacement(let id): "vervanging/\(id)"
    case .addOn(let id): "aanvullend/\(id)"
    }
  }
}

/// Jobs of a sector by the polder's own rule: powers of two that double or halve, and one forecast.
private enum SectorJobs {
  static func value(_ sector: String, now: Bool, _ demand: RegionDemand) -> Double? {
    guard let index = Polder.sectors.sectors.firstIndex(where: { $0.id == sector }) else { return nil }
    return markets(of: demand.region).reduce(0) { sum, corop in
      sum + jobs(corop, index, now: now, demand)
    }
  }

  private static func jobs(_ corop: Int, _ sector: Int, now: Bool, _ demand: RegionDemand) -> Double {
    let base = [2 * corop, 2 * corop + 1].map { Polder.jobs(municipality: $0, sector: sector) }.reduce(0, +)
    if now { return base }
    guard corop == 0, sector == 1, demand.scenario == "laag" else {
      return base * (demand.scenario == "hoog" ? 2 : 0.5)
    }
    return demand.horizon < 2032 ? base + (300 - base) * Double(demand.horizon - 2024) / 8 : 300
  }

  private static func markets(of region: RegionCode) -> [Int] {
    switch region {
    case "NL01": [0, 1, 2]
    case "PV91": [0, 1]
    case "PV92": [2]
    default: Polder.corops.firstIndex(of: region).map { [$0] } ?? []
    }
  }
}
