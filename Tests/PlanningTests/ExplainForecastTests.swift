import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing
import WorkLocations

@Suite struct ExplainForecastTests {
  private static let register = try! GeneratedCountry.register()
  private static let library = PlanningLibrary(
    parameters: uncertain(GeneratedCountry.parameters), bibliography: Polder.bibliography,
    sectors: GeneratedCountry.sectors, addOns: Polder.addOns)
  private static let request = RunForecast.Request(
    balance: .init(horizons: [2030, 2040]), draws: 200, seed: 7)

  /// Every value gets a band, so that every part of a draw has something to say.
  private static func uncertain(_ parameters: ParameterSet) -> ParameterSet {
    let banded = parameters.parameters.values.filter {
      $0.key.hasPrefix("demand/") || $0.key == "supply/soft-plan-realisation"
    }
    return parameters.overridden(
      by: ParameterSet(
        banded.map { parameter in
          Polder.timeline(parameter.key, parameter.unit, parameter.members.mapValues { $0.map(Self.banded) })
        }))
  }

  private static func banded(_ value: DatedValue) -> DatedValue {
    DatedValue(
      from: value.from, value: value.value, low: value.value - abs(value.value) / 8,
      high: value.value + abs(value.value) / 16, kind: value.kind, source: value.source, locator: value.locator)
  }

  private func explain(_ figure: String) throws -> Explanation {
    try ExplainFigure()(
      .init(figure: figure, forecast: Self.request), register: Self.register, library: Self.library
    ).explanation
  }

  /// A tree followed through its references to random numbers, records and parameters.
  private func followed(_ tree: Explanation) throws -> Double {
    switch tree.basis {
    case .formula(let operation, _, let parts): operation.apply(try parts.map(followed))
    case .figure(let path): try followed(explain(path))
    default: tree.value
    }
  }

  private func close(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-9 * max(abs(one), abs(other)) + 1e-9
  }

  private static func statistic(_ step: String, of band: Band) -> NetHectares {
    switch step {
    case "p5": band.p5
    case "p10": band.p10
    case "p50": band.p50
    case "p90": band.p90
    case "p95": band.p95
    case "gemiddelde": band.mean
    default: band.standardError
    }
  }

  private static let statistics = ["p5", "p10", "p50", "p90", "p95", "gemiddelde", "standaardfout"]

  /// Random figures of a forecast of the country: each tree, recomputed from its leaves, gives what the forecast printed.
  @Test func bandsAndChancesEvaluateToWhatWasPrinted() throws {
    let forecast = try RunForecast()(Self.request, register: Self.register, library: Self.library)
    var random = SeededGenerator(state: 3)
    for bands in forecast.bands.shuffled(using: &random).prefix(6) {
      let year = try #require(bands.years.dropFirst().randomElement(using: &random))
      let place = "\(bands.region)/\(bands.scenario)/\(year.year)"
      for (amount, band) in [
        ("vraag", year.demand), ("balans", year.balance), ("balans-met-zacht", year.balanceWithSoft),
      ] {
        for step in Self.statistics.shuffled(using: &random).prefix(3) {
          let tree = try explain("\(place)/band/\(amount)/\(step)")
          let (printed, again) = (Self.statistic(step, of: band).value, try followed(tree))
          #expect(
            close(tree.value, printed) && close(again, printed), "\(place) \(amount) \(step): \(again) \(printed)")
        }
      }
      for (event, chance) in [
        ("tekort", year.shortage), ("groot-tekort", year.largeShortage), ("tekort-tot-dan", year.shortageSoFar),
        ("tekort-met-zacht", year.shortageWithSoft),
      ] {
        #expect(close(try explain("\(place)/kans/\(event)").evaluated(), chance.probability), "\(place) \(event)")
      }
      #expect(close(try followed(explain("\(place)/ruimte-bij-risico")), year.landForRisk.value), "\(place)")
    }
  }

  @Test func classesOfLandEvaluateToWhatWasPrinted() throws {
    var request = Self.request
    request.balance.region = "CR0007"
    request.hasSegments = true
    let forecast = try RunForecast()(request, register: Self.register, library: Self.library)
    var random = SeededGenerator(state: 5)
    let segments = forecast.segments.filter { $0.meanShortage > .zero } + forecast.segments
    for segment in segments.prefix(4) + segments.shuffled(using: &random).prefix(2) {
      let place = "\(segment.region)/\(segment.scenario)/\(segment.horizon)"
      let code = segment.spaceClass.code
      func check(_ path: String, _ printed: Double) throws {
        let again = try followed(explain("\(place)/\(path)"))
        #expect(close(again, printed), "\(place)/\(path): \(again) \(printed)")
      }
      try check("band/klasse/\(code)/vraag/p90", segment.demand.p90.value)
      try check("band/klasse/\(code)/tekort/gemiddelde", segment.meanShortage.value)
      try check("kans/klasse/\(code)/tekort", segment.shortage.probability)
      try check("ruimte-bij-risico/klasse/\(code)", segment.landForRisk.value)
    }
  }

  /// A draw worked out in double precision from its random numbers is that of the drawing loops but for single precision: the
  /// rest is a leaf of its own, and tiny.
  @Test func aDrawFollowsFromItsRandomNumbers() throws {
    let markets = Self.register.regions.regions(at: .corop).map(\.code)
    for (index, market) in markets.prefix(4).enumerated() {
      let tree = try explain("\(market)/hoog/2037/trekking/\(index * 31)/balans-met-zacht")
      let roundings = tree.leaves.filter { $0.label.nl.hasPrefix("afronding van de trekking") }
      let demand = try explain("\(market)/hoog/2037/trekking/\(index * 31)/vraag")
      #expect(!roundings.isEmpty && roundings.allSatisfy { abs($0.value) < 1e-4 * max(1, abs(demand.value)) })
      let drawn = tree.leaves.filter { if case .draw(index * 31, 7) = $0.basis { true } else { false } }
      #expect(drawn.count > roundings.count)
      #expect(tree.leaves.contains { if case .record = $0.basis { true } else { false } })
      let read = Set(
        tree.leaves.compactMap { leaf in
          if case .parameter(let reading) = leaf.basis { reading.key } else { nil }
        })
      #expect(
        read.isSuperset(of: [
          "demand/land-per-job", "demand/location-preference", "demand/job-growth", "uncertainty/job-growth-shock",
          "uncertainty/region-common-share", "uncertainty/band-probability",
        ]))
    }
  }

  @Test(arguments: [
    ("CR0001/hoog/2040/band/winst/p90", "balans-met-zacht"), ("CR0001/hoog/2040/band/vraag/p42", "p90"),
    ("CR0001/hoog/2040/kans/regen", "groot-tekort"), ("CR0001/hoog/2040/trekking/200/vraag", "lager"),
  ])
  func anUnknownFigureNamesWhatIsPossible(_ path: String, _ possible: String) throws {
    let error = #expect(throws: PlanningError.self) { try explain(path) }
    #expect(error?.diagnostics.first?.remedy.nl.contains(possible) == true, "\(String(describing: error))")
  }
}
