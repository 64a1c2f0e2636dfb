import Planning
import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

/// One edition of a startpakket: the answer, the language it is told in, and the names its figures refer to — *uitgave*.
struct Edition: Bilingual, Sendable {
  let response: ComposeStartpakket.Response
  let language: Language
  let numbers: NumberText
  let marks: AssumptionFootprint
  /// Every parameter value that a figure of the report rests on, and the sources that they name.
  let readings: [ParameterReading]
  let bibliography: [BibliographicSource]
  private let regionNames: [RegionCode: String]
  /// Paths of the figures with a tree, by region, scenario and horizon.
  let explainedPaths: [String: [String]]

  init(_ response: ComposeStartpakket.Response, in language: Language) {
    self.response = response
    self.language = language
    numbers = NumberText(language: language)
    marks = AssumptionFootprint(response.balance.parameters)
    readings = Set(response.readings).orderedByPath()
    bibliography = Set(response.sources).sorted { $0.id < $1.id }
    let named = response.balance.regions.map { ($0.code, $0.name) } + response.municipalities.map { ($0.code, $0.name) }
    regionNames = Dictionary(named, uniquingKeysWith: { first, _ in first })
    explainedPaths = Self.pathsByPlace(response.explanations)
  }

  var balance: RunBalance.Response { response.balance }
  var province: RegionCode { response.province.code }
  var scenarios: [String] { balance.request.scenarios }
  var horizons: [Int] { balance.request.horizons }
  var marketRegions: [RegionCode] { response.marketRegions.map(\.code) }
  var isSynthetic: Bool { balance.register.hasSyntheticData }
  var referenceDate: CalendarDate { balance.register.referenceDate }

  var assumedReadings: [ParameterReading] { readings.filter(\.isAssumption) }

  // MARK: Words

  /// Name of a region, its code where none is known.
  func name(of region: RegionCode) -> String { regionNames[region] ?? region.text }

  func scenarioName(_ scenario: String) -> String { Self.scenarioNames[scenario]?[language] ?? scenario }

  func sectorGroupName(_ id: String) -> String { response.sectors.group(id)?.label[language] ?? id }

  func addOnName(_ id: String) -> String { response.addOns.first { $0.id == id }?.label[language] ?? id }

  func hectares(_ amount: NetHectares, decimals: Int = 0) -> String { numbers(amount.value, decimals: decimals) }

  /// A low to a high amount as words.
  func range(_ amounts: [NetHectares], decimals: Int = 0) -> String {
    numbers.range(
      amounts.min()?.value ?? 0, amounts.max()?.value ?? 0, decimals: decimals)
  }

  /// The same with the way to the tree of each end, and the mark behind both where they rest on an assumption.
  /// - Parameters:
  ///   - ends: amounts with the anchors of their trees.
  ///   - unit: behind the last number; empty for none.
  func range(_ ends: [(amount: NetHectares, anchor: String?)], unit: String = "", if isAssumed: Bool = false)
    -> RichText
  {
    let order = ends.sorted { $0.amount < $1.amount }
    guard let low = order.first, let high = order.last else { return "–" }
    let suffix = unit.isEmpty ? "" : " " + unit
    let last = marked(hectares(high.amount) + suffix, if: isAssumed).explained(by: high.anchor)
    guard hectares(low.amount) != hectares(high.amount) else { return last }
    return RichText(hectares(low.amount)).explained(by: low.anchor) + RichText(words(" tot ", " to ")) + last
  }

  /// A low to a high amount of some outcomes.
  func range(
    _ outcomes: [RegionBalance], _ amount: KeyPath<RegionBalance, NetHectares>, _ topic: String, unit: String = "",
    if isAssumed: Bool = false
  ) -> RichText {
    range(
      outcomes.map { ($0[keyPath: amount], explanation(of: topic, in: $0)) }, unit: unit, if: isAssumed)
  }

  /// A figure in running text, with the mark where it rests on an assumption.
  func marked(_ figure: String, if isAssumed: Bool) -> RichText {
    isAssumed ? RichText([.assumed(figure)]) : RichText(figure)
  }

  var netUnit: String { words("ha netto", "ha net") }
  var grossUnit: String { words("ha bruto", "ha gross") }

  private static let scenarioNames = [
    "laag": LocalizedText(nl: "laag", en: "low"), "hoog": LocalizedText(nl: "hoog", en: "high"),
  ]

  // MARK: Figures

  /// One amount per scenario, in the order of the request.
  func balances(of region: RegionCode, horizon: Int) -> [RegionBalance] {
    scenarios.compactMap { balance.balance(of: region, scenario: $0, horizon: horizon) }
  }

  func demands(of region: RegionCode, horizon: Int) -> [RegionDemand] {
    scenarios.compactMap { balance.demand(of: region, scenario: $0, horizon: horizon) }
  }

  /// The horizon nearest to ten years ahead, the term of the Ladder for sustainable urbanisation.
  var ladderHorizon: Int? { balance.request.ladderHorizon(from: referenceDate.year) }
}

extension ComposeStartpakket.Response {
  /// What every answer in the report read, values and sources; answers share most of them.
  fileprivate var readings: [ParameterReading] {
    balance.parameters + (uncertainty?.readings ?? []) + (energy?.parameters ?? []) + (hubs?.parameters ?? [])
  }

  fileprivate var sources: [BibliographicSource] {
    balance.bibliography + (uncertainty?.sources ?? []) + (energy?.bibliography ?? [])
  }
}

extension StartpakketUncertainty {
  fileprivate var readings: [ParameterReading] { forecast.parameters + estimates.parameters }
  fileprivate var sources: [BibliographicSource] { forecast.bibliography + estimates.bibliography }
}
