import Provenance
import Quantities
import SpaceDemand
import SupplyDemandBalance
import WorkLocations

extension StudyCalculation {
  /// The figure that the study quotes as the parts it is made of; its definition is the study's `quotation`.
  func outline(scenario: String, horizon: Int) -> ForecastOutline {
    let rows = study.demand.filter { $0.scenario ?? scenario == scenario && $0.horizon ?? horizon == horizon }
    let lines = rows.map(line)
    let outcome = outcome(scenario: scenario, horizon: horizon)
    let quoted = study.quotation.measure == .net ? outcome.demand.value : outcome.gross?.value ?? 0
    return ForecastOutline(
      lines: lines, supply: supply(horizon), rounding: quoted - ForecastOutline(lines: lines).figure)
  }

  private func line(_ row: StudyDemandRow) -> ForecastOutline.Line {
    func amount(_ column: StudyColumn) -> Double { figure(column, row)?.value ?? 0 }
    let expansion = jobs(row)
    return ForecastOutline.Line(
      area: study.area(of: row), name: row.sector, expansion: expansion,
      published: expansion == nil ? amount(.expansion) : 0, reused: expansion == nil ? 0 : amount(.reused),
      replacement: amount(.replacement), additional: amount(.additional),
      measure: study.quotation.measure == .net ? 1 : 1 / (1 - amount(.publicShare)))
  }

  /// The factors of a line with jobs; they are the same at both ends but for the jobs.
  private func jobs(_ row: StudyDemandRow) -> ForecastOutline.Expansion? {
    guard row.figures[.expansion] == nil, let now = figure(.jobsNow, row), let later = figure(.jobsLater, row),
      let land = landPerJob(row)
    else { return nil }
    let preference = (figure(.shareOnParks, row)?.value ?? 1) * (1 - (figure(.shareOutside, row)?.value ?? 0))
    return ForecastOutline.Expansion(
      jobs: .init(start: now.value, end: later.value), preference: .init(start: preference, end: preference),
      landPerJob: .init(start: land.value, end: land.value))
  }

  private func supply(_ horizon: Int) -> [String: ForecastOutline.Supply] {
    let rows = study.supply.filter { $0.availableFrom ?? horizon <= horizon }
    return Dictionary(grouping: rows) { study.area(of: $0) }.mapValues { rows in
      let hard = rows.filter { $0.kind.isHard }.map(\.net).total().value
      let soft = rows.filter { $0.kind == .softPlan }.map(\.net).total().value
      return ForecastOutline.Supply(
        hard: hard, hardCounted: study.quotation.hardCounted, soft: soft, softCounted: study.quotation.softCounted,
        reserve: hard * study.quotation.hardCounted * study.quotation.reserve)
    }
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
