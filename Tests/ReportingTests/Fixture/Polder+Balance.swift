import Planning
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

extension Polder {
  static let sectors = SectorClassification(
    sectors: [Sector(id: "fabriek", label: LocalizedText(nl: "Fabrieken", en: "Factories"), group: "industrie")],
    groups: [SectorGroup(id: "industrie", label: LocalizedText(nl: "Industrie", en: "Industry"))])

  static let addOn = AddOn(
    id: "energie", label: LocalizedText(nl: "Energie", en: "Energy"),
    amountPerYear: ["hoog": DatedValue(from: start, value: 10, kind: .assumption)], firstYear: 2025, lastYear: 2040,
    locationType: .businessPark, sectorGroup: "industrie",
    profile: SegmentProfile(sizes: [.large: 1], category: .upTo4, water: .dry), allocation: .netStock)

  func balance() throws -> RunBalance.Response {
    RunBalance.Response(
      request: request,
      register: RegisterSummary(referenceDate: Self.start, parkCount: 16, snapshots: [snapshot]),
      regions: [
        .init(code: Self.province, name: "Polderland", level: .province, province: Self.province),
        .init(code: "CR91", name: "Polder-West", level: .corop, province: Self.province),
        .init(code: "CR92", name: "Polder-Oost", level: .corop, province: Self.province),
      ], demands: everyOutcome.map(demand), supply: supply, balances: everyOutcome.map(regionBalance),
      parameters: parameters, bibliography: bibliography, diagnostics: [])
  }

  var snapshot: SourceSnapshot {
    SourceSnapshot(
      fileName: "polder.csv", checksum: Self.checksum, byteCount: 1_000, subject: "parks", licence: "CC0",
      importedOn: Self.start, referenceDate: Self.start, isSynthetic: isSynthetic)
  }

  struct Outcome {
    let region: RegionCode
    let scenario: String
    let horizon: Int
  }

  var everyOutcome: [Outcome] {
    (Self.markets + [Self.province]).flatMap { region in
      ["laag", "hoog"].flatMap { scenario in
        [2030, 2040].map { Outcome(region: region, scenario: scenario, horizon: $0) }
      }
    }
  }

  /// 20 ha in the low scenario, 60 in the high one; twice that at the second horizon; the east half of the west.
  func amount(_ outcome: Outcome) -> Double {
    let scenario = outcome.scenario == "laag" ? 20.0 : 60
    let place = outcome.region == "CR91" ? 1.0 : outcome.region == "CR92" ? 0.5 : 1.5
    return scenario * place * (outcome.horizon == 2030 ? 1 : 2)
  }

  func demand(_ outcome: Outcome) -> RegionDemand {
    let amount = amount(outcome)
    let line = { (component: DemandLine.Component, share: Double) in
      DemandLine(
        component: component, sectorGroup: "industrie", net: NetHectares(amount * share),
        gross: GrossHectares(amount * share / 0.8))
    }
    return RegionDemand(
      region: outcome.region, scenario: outcome.scenario, startYear: 2024, horizon: outcome.horizon,
      jobsAtStart: Jobs(10_000), jobsAtHorizon: Jobs(11_000),
      lines: [
        line(.expansion(sector: "fabriek", locationType: .businessPark), 0.5),
        line(.replacement(withdrawal: "w1"), 0.3),
        line(.addOn(id: "energie"), 0.2),
      ], segments: ["industrie": SpaceClass.all.map { _ in amount / Double(SpaceClass.all.count) }])
  }

  func regionBalance(_ outcome: Outcome) -> RegionBalance {
    let demand = amount(outcome)
    return RegionBalance(
      region: outcome.region, scenario: outcome.scenario, startYear: 2024, horizon: outcome.horizon,
      demand: NetHectares(demand),
      supply: [
        .immediate: NetHectares(16), .later: NetHectares(20), .softPlan: NetHectares(12), .frozen: NetHectares(5),
      ],
      frictionalReserve: NetHectares(2), ironStock: NetHectares(1), hard: confrontation(33, demand),
      withSoft: confrontation(39, demand))
  }

  private func confrontation(_ usable: Double, _ demand: Double) -> Confrontation {
    let heavy = SpaceClass(category: .upTo4, size: .large, water: .wet)
    let light = SpaceClass(category: .upTo2, size: .small, water: .dry)
    return Confrontation(
      usable: NetHectares(usable), balance: NetHectares(usable - demand),
      verdict: usable < demand * 0.9 ? .shortage : usable > demand * 1.1 ? .over : .balanced,
      classes: [
        ClassBalance(
          spaceClass: light, demand: NetHectares(demand * 0.6), supply: NetHectares(usable / 2),
          servedByOwn: NetHectares(demand * 0.3), servedByStricter: NetHectares(demand * 0.3), shortage: .zero,
          unused: .zero),
        ClassBalance(
          spaceClass: heavy, demand: NetHectares(demand * 0.4), supply: NetHectares(usable / 2),
          servedByOwn: NetHectares(demand * 0.1), servedByStricter: .zero, shortage: NetHectares(demand * 0.3),
          unused: .zero),
      ], spills: [Spill(demand: light, land: heavy, area: NetHectares(demand * 0.3))], proof: nil)
  }

  /// What the parks of the polder offer: 4 ha now in each first park, 10 ha later in each odd second one; one plan each.
  var supply: [SupplyLine] {
    let parks = Self.municipalityCodes.enumerated().flatMap { index, code in
      [line(.immediate, "\(100 + 2 * index)", code, 4, from: 2024, assuming: [])]
        + (index.isMultiple(of: 2)
          ? [line(.later, "\(101 + 2 * index)", code, 10, from: 2027, assuming: [.category])] : [])
    }
    return parks + [
      line(.hardPlan, "plan-hard", "GM9901", 12, from: 2028, assuming: []),
      line(.softPlan, "plan-zacht", "GM9902", 12, from: 2028, assuming: [.year]),
      line(.frozen, "plan-bevroren", "GM9906", 12, from: 2028, assuming: []),
    ]
  }

  private func line(
    _ kind: SupplyKind, _ record: String, _ code: RegionCode, _ hectares: Double, from year: Int,
    assuming assumptions: [SupplyLine.Assumption]
  ) -> SupplyLine {
    var byClass = [Double](repeating: 0, count: SpaceClass.all.count)
    byClass[0] = hectares
    return SupplyLine(
      kind: kind, record: record, name: "Terrein \(record)", municipality: code, availableFrom: year, byClass: byClass,
      assumptions: assumptions, origin: Self.origin)
  }

  var parameters: [ParameterReading] {
    let known = ParameterReading(
      key: "balance/short-below", member: "", label: LocalizedText(nl: "Tekort onder", en: "Short below"), unit: .share,
      dated: DatedValue(from: Self.start, value: 0.9, kind: .guideline, source: "bron-1", locator: "p. 3"))
    let assumed = ParameterReading(
      key: "demand/land-per-job", member: "fabriek/business-park@CR91",
      label: LocalizedText(nl: "Terreinquotiënt", en: "Land per job"), unit: .squareMetrePerJob,
      dated: DatedValue(from: Self.start, value: 212.5, low: 180, high: 250, kind: .assumption))
    return hasAssumptions ? [known, assumed] : [known]
  }

  var bibliography: [BibliographicSource] {
    [
      BibliographicSource(
        id: "bron-1", title: "Handreiking <ramen> & rekenen", producer: "Polderbureau", published: "2021",
        address: "https://example.org/handreiking?a=1&b=2", licence: "CC BY 4.0", reading: .full),
      BibliographicSource(
        id: "bron-2", title: "Gevaarlijk", producer: "Niemand", address: "javascript:alert(1)", reading: .summary),
    ]
  }
}
