import EnergyHubs
import Planning
import Provenance
import Quantities

/// One edition of the report about a park: the answer and the language it is told in — *uitgave van het energierapport*.
struct EnergyEdition: Bilingual, Sendable {
  let response: ComposeEnergyReport.Response
  let language: Language
  let numbers: NumberText
  let marks: AssumptionFootprint

  init(_ response: ComposeEnergyReport.Response, in language: Language) {
    self.response = response
    self.language = language
    numbers = NumberText(language: language)
    marks = AssumptionFootprint(response.parameters)
  }

  var study: EnergyCaseSummary { response.study }
  var isSynthetic: Bool { study.isSynthetic }
  var look: LookAtGroup.Response { response.look }
  var group: DivideGroup.Response { response.group }
  /// Nil where nothing is possible within the bounds.
  var answer: SizeHub.Answer? { response.sizing.answer }

  // MARK: Numbers

  func number(_ value: Double, _ decimals: Int = 0) -> String { numbers(value, decimals: decimals) }
  func kilowatts(_ value: Double) -> String { number(value) + Self.space + "kW" }
  func euros(_ value: Double, _ decimals: Int = 0) -> String { "€" + Self.space + number(value, decimals) }
  func percent(_ share: Double?) -> String { share.map { number($0 * 100) + Self.space + "%" } ?? "–" }

  /// Keeps a number and its unit on one line.
  private static let space = "\u{A0}"

  /// A figure in running text, with the mark where it rests on an assumption.
  func marked(_ figure: String, if isAssumed: Bool) -> RichText {
    isAssumed ? RichText([.assumed(figure)]) : RichText([.strong(figure)])
  }

  func cell(_ value: Double?, _ decimals: Int = 0, if isAssumed: Bool = false) -> Table.Cell {
    value.map { Table.Cell(.number($0, decimals: decimals), isAssumed: isAssumed) } ?? .empty
  }

  // MARK: Which figures rest on an assumption

  /// Cost of transport: what a kW of contract and of a month's peak costs.
  var assumesTransport: Bool { marks.any(["energy/contract-price", "energy/peak-price"]) }
  var assumesCosts: Bool { assumesTransport || marks.any(Self.devices) }
  var assumesRight: Bool { response.request.group.contract == nil && marks.any(["energy-scan/group-reserve"]) }
  var assumesNonFirm: Bool { assumesRight || marks.any(["energy-group/duration-share"]) }
  var assumesRisk: Bool { marks.any(["energy/underuse-share", "energy/underuse-power"]) }
  var assumesTop: Bool { marks.any(["energy/top-hours"]) }

  private static let devices = [
    "energy/battery-energy-cost", "energy/battery-power-cost", "energy/battery-life", "energy/solar-cost",
    "energy/solar-life", "energy/discount-rate", "energy/maintenance-share", "energy/feed-in-discount",
    "energy/eboiler-cost", "energy/eboiler-life", "energy/charge-efficiency", "energy/discharge-efficiency",
    "energy/hourly-loss", "energy/wear",
  ]

  // MARK: Names

  var connections: String { words("\(study.connections) aansluitingen", "\(study.connections) connections") }

  var stepName: String {
    study.stepMinutes == TimeStep.hour.minutes ? words("uren", "hours") : words("kwartieren", "quarter-hours")
  }

  var keyName: String {
    switch DivisionKey(rawValue: group.request.key) {
    case .equal: words("gelijke delen", "equal parts")
    case .contract: words("naar contract", "by contract")
    case .energy: words("naar verbruik", "by use")
    case .peakContribution: words("naar aandeel in de groepspiek", "by part in the group’s peak")
    case .shapley:
      words("Shapley: wat elk lid gemiddeld aan kosten toevoegt", "Shapley: the cost that each adds on average")
    case nil: group.request.key
    }
  }

  func name(of kind: GridUse.Situation.Kind) -> String {
    switch kind {
    case .separate: words("Ieder apart", "Each alone")
    case .joint: words("Eén groepsrecht", "One group right")
    case .hub: words("Met advies", "As advised")
    }
  }

  func situation(_ kind: GridUse.Situation.Kind) -> GridUse.Situation? {
    response.grid.situations.first { $0.kind == kind }
  }

  var syntheticLabel: String { words("synthetische voorbeelddata", "synthetic example data") }

  /// Under charts; where the series come from stands once, at the sources.
  var sourceLine: String {
    isSynthetic ? words("Synthetische data.", "Synthetic data.") : ""
  }

  func heading(_ name: String, _ title: String, unit: String = "kW") -> ChartHeading {
    ChartHeading(name: "energie-" + name, title: title, unit: unit, numbers: numbers)
  }
}
