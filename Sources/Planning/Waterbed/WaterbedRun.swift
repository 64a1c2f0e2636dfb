import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// The balance before and after the plans are frozen, and what follows.
struct WaterbedRun {
  let request: AssessWaterbed.Request
  let plans: [PlanCapacity]
  let before: RunBalance.Response
  let after: RunBalance.Response
  let scope: BalanceScope
  let neighbours: MarketNeighbours
  let shares: Shares
  let parameters: [ParameterReading]
  let diagnostics: [Diagnostic]
  private let table: RegionTable
  /// With the plans frozen.
  let world: PlanningWorld

  struct Shares {
    let municipality: ParameterReading
    let market: ParameterReading
  }

  init(_ request: AssessWaterbed.Request, _ register: Register, _ library: PlanningLibrary) throws(PlanningError) {
    self.request = request
    let freeze = PlanningScenario(
      id: "waterbed", label: LocalizedText(nl: "planbevriezing", en: "freezing plans"),
      base: request.balance.scenarios.first ?? "", steps: request.plans.map { .init(.plan(id: $0, .freeze)) })
    world = try freeze.resolved(register, library)
    plans = register.records.planCapacities.filter { request.plans.contains($0.id) }
    before = try RunBalance()(request.balance, register: register, library: library)
    after = try RunBalance()(request.balance, register: world.register, library: library)
    scope = BalanceScope(request.balance.region, in: register.regions)
    neighbours = MarketNeighbours(register.regions, markets: scope.markets)
    table = register.regions
    var reader = ParameterReader(
      library.parameters, on: request.balance.parameterDate ?? register.referenceDate)
    do {
      shares = Shares(
        municipality: try reader.read("balance/stay-in-municipality"), market: try reader.read("balance/stay-in-market")
      )
    } catch { throw .missing([error]) }
    parameters = (before.parameters + reader.readings).orderedByPath()
    diagnostics = before.diagnostics + world.diagnostics + (neighbours.knowsPlaces ? [] : [Self.noPlaces])
  }

  private static let noPlaces = Diagnostic(
    .warning, "waterbed.no-places",
    message: LocalizedText(
      nl: "het register weet niet waar de regio's liggen; buren zijn onbekend",
      en: "the register does not know where the regions lie; neighbours are unknown"),
    remedy: LocalizedText(
      nl: "Importeer gemeenten met grenzen of punten: werklocaties import grenzen.geojson --as regions.",
      en: "Import municipalities with boundaries or points: werklocaties import boundaries.geojson --as regions."))

  var countsSoftPlans: Bool { plans.contains { $0.hardness == .soft } }

  /// By market, scenario and horizon; markets without a frozen plan feel it through their neighbours.
  var effects: [AssessWaterbed.Effect] {
    scope.markets.flatMap { market -> [AssessWaterbed.Effect] in
      let lost = plans(in: market)
      guard !lost.isEmpty else { return [] }
      return request.balance.cases.compactMap { effect(in: market, of: lost, $0) }
    }
  }

  private func effect(in market: RegionCode, of lost: [PlanCapacity], _ item: BalanceCase) -> AssessWaterbed.Effect? {
    guard let amounts = amounts(around: market, item, WaterbedSource<Double>.numbers) else { return nil }
    let waterbed = Waterbed(amounts)
    func leaving(_ side: BandSide) -> NetHectares { NetHectares(self.leaving(amounts.unserved, side)) }
    return AssessWaterbed.Effect(
      region: market, scenario: item.scenario, horizon: item.horizon,
      frozen: NetHectares(frozen(lost, through: item.horizon)), unserved: waterbed.unserved,
      inMunicipality: waterbed.inMunicipality, elsewhereInMarket: waterbed.elsewhereInMarket, leaving: waterbed.leaving,
      leavingLow: leaving(.low), leavingHigh: leaving(.high), pressures: waterbed.pressures)
  }

  /// What follows in a market and around it; nil where there is no balance.
  func amounts<Figure: Derivation>(
    around market: RegionCode, _ item: BalanceCase, _ source: WaterbedSource<Figure>
  ) -> WaterbedAmounts<Figure>? {
    guard let old = reading(before, market, item), let new = reading(after, market, item) else { return nil }
    func shortages(_ reading: Confrontation, isAfter: Bool) -> (classes: [Figure], total: Figure) {
      let classes = reading.classes.map { item in
        source.balance(
          item.shortage.value, market, .ofClass(item.spaceClass, .shortage, withSoft: countsSoftPlans), isAfter)
      }
      let total = source.balance(
        reading.shortage.value, market, .shortage(withSoft: countsSoftPlans), isAfter)
      return (classes, total)
    }
    return WaterbedAmounts(
      unserved: WaterbedAmounts.extra(before: shortages(old, isAfter: false), after: shortages(new, isAfter: true)),
      neighbours: neighbours.around(market).compactMap { neighbour($0, of: market, item, source) },
      municipality: .parameter(shares.municipality), market: .parameter(shares.market), named: source.named)
  }

  private func neighbour<Figure: Derivation>(
    _ region: RegionCode, of market: RegionCode, _ item: BalanceCase, _ source: WaterbedSource<Figure>
  ) -> WaterbedAmounts<Figure>.Neighbour? {
    reading(after, region, item).map { reading in
      .init(
        region: region, nearness: source.nearness(neighbours, market, region),
        unused: reading.classes.map { item in
          source.balance(
            item.unused.value, region, .ofClass(item.spaceClass, .unused, withSoft: countsSoftPlans), true)
        })
    }
  }

  /// What leaves the market at a border of the share that stays: most where fewest stay.
  func leaving<Figure: Derivation>(_ unserved: Figure, _ side: BandSide) -> Figure {
    .formula(
      .product, .netHectare,
      FormulaName(nl: "zoekt bij de buren", en: "looks at the neighbours", notation: "vraag × aandeel"), unserved,
      .oneMinus(.parameter(shares.market.at(side == .low ? .high : .low))))
  }

  /// Land of the frozen plans of a market that would have been there.
  func frozen<Figure: Derivation>(_ plans: [PlanCapacity], through horizon: Int) -> Figure {
    let counted = plans.filter { $0.expectedYear ?? horizon <= horizon && $0.hardness != .frozen }
    return .sum(
      .netHectare, nl: "bevroren", en: "frozen",
      counted.map { plan in
        .record(
          plan.area.value, .netHectare,
          RecordField(
            LocalizedText(both: plan.id), table: "plancapaciteit", key: plan.id, field: "oppervlakte",
            origin: plan.origin))
      })
  }

  func plans(in market: RegionCode) -> [PlanCapacity] {
    let inside = Set(table.municipalities(in: market))
    return plans.filter { inside.contains($0.municipality) }
  }

  private func reading(_ response: RunBalance.Response, _ region: RegionCode, _ item: BalanceCase) -> Confrontation? {
    let balance = response.balance(of: region, scenario: item.scenario, horizon: item.horizon)
    return countsSoftPlans ? balance?.withSoft : balance?.hard
  }
}

/// Where the amounts of a waterbed take their figures from: numbers when only the answer counts, figures with a name when the
/// way to it counts too.
struct WaterbedSource<Figure: Derivation> {
  /// A figure of a region's balance, with the plans frozen or without.
  let balance: (Double, RegionCode, BalanceFigure, _ isAfter: Bool) -> Figure
  let nearness: (MarketNeighbours, RegionCode, RegionCode) -> Figure
  let named: (WaterbedFigure, Figure) -> Figure
}

extension WaterbedSource<Double> {
  static var numbers: WaterbedSource {
    WaterbedSource(
      balance: { number, _, _, _ in number }, nearness: { $0.nearness(of: $1, to: $2) }, named: { $1 })
  }
}
