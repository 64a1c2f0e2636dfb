import Planning
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

extension Edition {
  typealias Topic = BalanceExplanations.Topic

  /// Anchor of the tree of a figure of a balance; nil when the answer holds none.
  func explanation(of topic: String, in balance: RegionBalance) -> String? {
    explanation(of: topic, region: balance.region, scenario: balance.scenario, horizon: balance.horizon)
  }

  /// Anchor of the tree of a part of demand.
  func explanation(of figure: DemandFigure, in demand: RegionDemand) -> String? {
    explanation(
      of: Topic.demand(figure), region: demand.region, scenario: demand.scenario, horizon: demand.horizon)
  }

  /// Anchor of the tree of a figure of the register by itself.
  func explanation(of figure: RegisterFigure, in region: RegionCode) -> String? {
    let path = figure.path(in: region)
    return response.explanations[path].map { _ in ExplanationOutline.anchor(path) }
  }

  func explanation(of topic: String, region: RegionCode, scenario: String, horizon: Int) -> String? {
    let path = "\(region)/\(scenario)/\(horizon)/\(topic)"
    return response.explanations[path].map { _ in ExplanationOutline.anchor(path) }
  }

  /// The trees of every figure of the balance tables: by region, then by year and scenario.
  var balanceExplanations: [Block] {
    guard !response.explanations.byPath.isEmpty else { return [] }
    let outline = outline
    return [
      .heading(words("Waar elk cijfer vandaan komt", "Where every figure comes from")),
      .explanations(
        ExplanationSection(
          groups: (regionsExplained.map { explanations(of: $0, outline) } + [registerExplanations(outline)]
            + backtestExplanations(outline))
            .writtenOnce(),
          onScreen: howToOpen, onPaper: whereToFind)),
    ]
  }

  private var howToOpen: RichText {
    rich(
      "Open een gebied om de berekening te zien, tot en met de regel in het bestand of de waarde met haar bron. Een onderstreept getal in de tabellen hierboven leidt ook naar zijn berekening. Wat al eerder is uitgeschreven, staat er als verwijzing. Van lange sommen staan de \(BalanceExplanations.partsShown) grootste delen er; de rest staat in één regel. Dit commando geeft een cijfer met al zijn delen: \(code: explainCommand + " --json").\(drawing)",
      "Open an area to see the calculation, down to the row in the file or the value with its source. An underlined number in the tables above leads to its calculation too. What was written out before stands as a link. Of long sums the \(BalanceExplanations.partsShown) largest parts are shown; the rest is one line. This command gives a figure with all its parts: \(code: explainCommand + " --json").\(drawing)"
    )
  }

  private var whereToFind: RichText {
    rich(
      "In de webversie van dit rapport kan van elk cijfer de berekening worden geopend. Dit commando geeft haar ook: \(code: explainCommand).",
      "In the web version of this report the calculation of every figure can be opened. This command gives it too: \(code: explainCommand)."
    )
  }

  /// Options without which a band is not that of this report; nothing in a report without draws.
  private var drawing: String {
    guard response.uncertainty != nil else { return "" }
    let options =
      "--draws \(response.request.draws) --seed \(response.request.seed) --horizon "
      + horizons.map(String.init).joined(separator: ",")
    let spread = (response.uncertainty?.spread.cases.first?.horizon).map(String.init) ?? ""
    return words(
      " Voor banden, kansen en trekkingen horen daar \(options) bij; voor de spreiding alleen --horizon \(spread).",
      " For bands, chances and draws add \(options); for the spread --horizon \(spread) alone.")
  }

  private var explainCommand: String {
    let (region, outcome) = (marketRegions.first ?? province, everyOutcome.last)
    return
      "werklocaties explain register.gpkg \(region)/\(outcome?.scenario ?? "")/\(outcome?.horizon ?? 0)/\(Topic.balance)"
  }

  private var regionsExplained: [RegionCode] { marketRegions + [province] }

  private func explanations(of region: RegionCode, _ outline: ExplanationOutline) -> ExplanationGroup {
    ExplanationGroup(
      title: name(of: region),
      groups: explainedOutcomes.map { scenario, horizon in
        ExplanationGroup(
          title: words(
            "\(horizon), scenario \(scenarioName(scenario))", "\(horizon), \(scenarioName(scenario)) scenario"),
          trees: outline.trees(of: paths(region, scenario, horizon)))
      }.filter { !$0.trees.isEmpty })
  }

  /// The reference year too, where the fans begin.
  private var explainedOutcomes: [(scenario: String, horizon: Int)] {
    everyOutcome + scenarios.map { ($0, balance.register.referenceDate.year) }
  }

  private func registerExplanations(_ outline: ExplanationOutline) -> ExplanationGroup {
    ExplanationGroup(
      title: words("Het register, zonder scenario en jaar", "The register, without scenario and year"),
      groups: (regionsExplained + response.municipalities.map(\.code)).map { region in
        let topics = registerTopics(region)
        return ExplanationGroup(
          title: name(of: region),
          groups: topics.dropFirst().map { topic, paths in
            ExplanationGroup(title: topic, trees: outline.trees(of: paths))
          }, trees: outline.trees(of: topics.first?.paths ?? []))
      }.filter { !$0.trees.isEmpty || !$0.groups.isEmpty })
  }

  /// Paths of a region in the register by topic, its land and uptake first and unnamed.
  private func registerTopics(_ region: RegionCode) -> [(topic: String, paths: [String])] {
    let land = (SupplyKind.allCases.map { .supply($0, record: nil) } + [.uptake]).map { (figure: RegisterFigure) in
      figure.path(in: region)
    }.filter { response.explanations[$0] != nil }
    let start = "\(RegisterFigure.topic)/\(region)/"
    let others = (registerPlaces[region.text] ?? []).map { place in
      (
        topic: String(place.dropFirst(start.count)),
        paths: (explainedPaths[place] ?? []).filter { !land.contains($0) }
      )
    }
    return [(topic: "", paths: land)] + others.filter { !$0.paths.isEmpty }
  }

  private func registerPaths(_ region: RegionCode) -> [String] { registerTopics(region).flatMap(\.paths) }

  /// Places of the register's figures, such as `register/PV22/parken`, by region.
  private var registerPlaces: [String: [String]] {
    Dictionary(grouping: explainedPaths.keys.filter { $0.hasPrefix(RegisterFigure.topic + "/") }.sorted()) {
      String($0.split(separator: "/")[1])
    }
  }

  /// The figures of the tables that come first; those that a tree before them holds are not written twice.
  private static let printedTopics =
    [Topic.balance, Topic.balanceWithSoft, Topic.demand, Topic.usable, Topic.usableWithSoft, Topic.hardSupply]
    + SupplyKind.allCases.filter { $0 != .frozen }.map(Topic.supply)
    + [Topic.frictionalReserve, Topic.ironStock, Topic.shortage]

  /// Every figure with a tree, those of the balance first and the others in alphabetical order.
  private func paths(_ region: RegionCode, _ scenario: String, _ horizon: Int) -> [String] {
    let place = "\(region)/\(scenario)/\(horizon)"
    let first = Self.printedTopics.map { "\(place)/\($0)" }
    let known = Set(first)
    return first + (explainedPaths[place] ?? []).filter { !known.contains($0) }
  }

  /// Paths of all trees by region, scenario and horizon, in alphabetical order.
  static func pathsByPlace(_ explanations: BalanceExplanations) -> [String: [String]] {
    Dictionary(grouping: explanations.byPath.keys.sorted()) { path in
      path.split(separator: "/", maxSplits: 3).prefix(3).joined(separator: "/")
    }
  }

  /// The trees of the key figures, as far as the market regions, whose own trees follow in the balance.
  var keyFigureExplanations: [Block] {
    guard let horizon = ladderHorizon, !response.explanations.byPath.isEmpty else { return [] }
    let figures = [Topic.demand, Topic.usable, Topic.balance].flatMap { topic in
      scenarios.map { (scenario: $0, path: "\(province)/\($0)/\(horizon)/\(topic)") }
    }
    let outline = outline
    let trees = figures.compactMap { outline.summary(of: $0.path, note: scenarioName($0.scenario)) }
    let title = words("Waar deze cijfers vandaan komen", "Where these figures come from")
    return [.explanations(ExplanationSection(groups: [ExplanationGroup(title: title, trees: trees)]))]
  }

  private var outline: ExplanationOutline {
    ExplanationOutline(
      explanations: response.explanations,
      pathsInPage: Set(
        regionsExplained.flatMap { region in explainedOutcomes.flatMap { paths(region, $0.scenario, $0.horizon) } }
          .filter { response.explanations[$0] != nil } + backtestPaths
          + (regionsExplained + response.municipalities.map(\.code)).flatMap(registerPaths)),
      wording: ExplanationWording(
        language: language, snapshots: balance.register.snapshots, bibliography: bibliography))
  }
}
