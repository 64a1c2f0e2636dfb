import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

extension StudyCalculation {
  /// The figure that the study quotes as the parts it is made of; its definition is the study's `quotation`.
  func outline(scenario: String, horizon: Int, named: @escaping OutlineNames = { $1 }) -> ForecastOutline<Explanation> {
    let rows = study.demand.filter { $0.scenario ?? scenario == scenario && $0.horizon ?? horizon == horizon }
    let lines = rows.map(line)
    let outcome = outcome(scenario: scenario, horizon: horizon)
    let quoted = study.quotation.measure == .net ? outcome.demand : outcome.gross ?? .noLand
    let rounding = Explanation(
      Labels.rounding, .difference, notation: "genoemd − opgeteld", unit: .hectare,
      parts: [quoted, ForecastOutline(lines: lines, named: named).demand])
    return ForecastOutline(lines: lines, supply: supply(horizon), rounding: rounding, named: named)
  }

  private func line(_ row: StudyDemandRow) -> ForecastOutline<Explanation>.Line {
    var items = jobs(row)
    if items.isEmpty {
      items[.published] = figure(.expansion, row)
      items[.reused] = figure(.reused, row)
    }
    items[.replacement] = figure(.replacement, row)
    items[.additional] = figure(.additional, row)
    items[.measure] = measure(row)
    return .init(area: study.area(of: row), name: row.sector, items: items)
  }

  private func measure(_ row: StudyDemandRow) -> Explanation {
    guard study.quotation.measure == .gross, let share = figure(.publicShare, row) else {
      return .definition(1, .factor, LocalizedText(nl: "netto", en: "net"))
    }
    return Explanation(
      LocalizedText(nl: "bruto uit netto", en: "gross from net"), .quotient, notation: "1 / (1 − public share)",
      unit: .factor, parts: [.one, oneMinus(share, Labels.issuable)])
  }

  /// The factors of a line with jobs; they are the same at both ends but for the jobs.
  private func jobs(_ row: StudyDemandRow) -> [OutlineLineItem: Explanation] {
    guard row.figures[.expansion] == nil, let now = figure(.jobsNow, row), let later = figure(.jobsLater, row),
      let land = landPerJob(row)
    else { return [:] }
    let shares = [figure(.shareOnParks, row), inside(row)].compactMap { $0 }
    let preference = Explanation(
      Labels.preference, .product, notation: "share × (1 − outside)", unit: .share, parts: shares)
    return [
      .jobsStart: now, .jobsEnd: later, .preferenceStart: preference, .preferenceEnd: preference,
      .landPerJobStart: land, .landPerJobEnd: land,
    ]
  }

  private func supply(_ horizon: Int) -> [String: ForecastOutline<Explanation>.Supply] {
    let rows = study.supply.filter { $0.availableFrom ?? horizon <= horizon }
    return Dictionary(grouping: rows) { study.area(of: $0) }.mapValues { rows in
      let hard = supply(Labels.hard, rows.filter { $0.kind.isHard })
      let soft = supply(Labels.soft, rows.filter { $0.kind == .softPlan })
      let counted = quoted("hard-counted", study.quotation.hardCounted, nl: "hard dat telt", en: "hard that counts")
      let kept = quoted("reserve", study.quotation.reserve, nl: "deel in reserve", en: "share in reserve")
      return [
        .hard: hard, .hardCounted: counted, .soft: soft,
        .softCounted: quoted(
          "soft-counted", study.quotation.softCounted, nl: "zacht dat telt", en: "soft that counts"),
        .reserve: Explanation(
          LocalizedText(nl: "reserve", en: "reserve"), .product, notation: "hard × deel dat telt × deel in reserve",
          unit: .netHectare, parts: [hard, counted, kept]),
      ]
    }
  }

  /// A share of the definition that the study quotes its figure by.
  private func quoted(_ field: String, _ share: Double, nl: String, en: String) -> Explanation {
    Explanation(
      LocalizedText(nl: nl, en: en), value: share, unit: .share,
      basis: .record(
        table: PublishedStudy.headingFile, key: "quotes", field: field,
        origin: study.origin(in: PublishedStudy.headingFile)))
  }
}

extension PublishedStudy {
  /// What the figure that the study is quoted by stands for — *definitie van het cijfer*.
  public struct Quotation: Sendable, Codable, Hashable {
    public enum Measure: String, Sendable, Codable, Hashable, CaseIterable {
      case net = "netto"
      case gross = "bruto"
    }

    public let measure: Measure
    /// Part of hard supply and of soft plans that is taken off the demand, 0 to 1.
    public let hardCounted: Double
    public let softCounted: Double
    /// Part of the counted hard supply that is held back.
    public let reserve: Double

    public init(measure: Measure = .net, hardCounted: Double = 0, softCounted: Double = 0, reserve: Double = 0) {
      self.measure = measure
      self.hardCounted = hardCounted
      self.softCounted = softCounted
      self.reserve = reserve
    }
  }

  func area(of row: StudyDemandRow) -> String { row.area ?? heading.region.text }
  func area(of row: StudySupplyRow) -> String { row.area ?? heading.region.text }
  /// The parts of the region that the tables name, each once; the region itself where they name none.
  var areas: [String] { Set(demand.map(area) + supply.map(area)).sorted() }

  func name(_ scenario: String, _ horizon: Int) -> LocalizedText {
    heading.title + LocalizedText(both: " (\(scenario) \(horizon))")
  }

  /// A gross figure needs the public share of every line; counted parts are shares.
  func quotationProblems(_ path: String) -> [Diagnostic] {
    let shares = [quotation.hardCounted, quotation.softCounted, quotation.reserve]
    let wrong = shares.first { !(0...1).contains($0) }.map {
      StudyProblem.notAShare.diagnostic(
        at: .init(file: "\(path)/\(Self.headingFile)", field: "quotes"), value: NumberStyle.plain(decimals: 4)($0))
    }
    guard quotation.measure == .gross else { return [wrong].compactMap { $0 } }
    let calculation = StudyCalculation(study: self)
    return [wrong].compactMap { $0 }
      + demand.filter { calculation.figure(.publicShare, $0) == nil }.map { row in
        StudyProblem.noPublicShare.diagnostic(at: row.place(StudyColumn.publicShare.rawValue))
      }
  }
}
