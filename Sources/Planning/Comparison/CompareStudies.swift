import Provenance
import Quantities
import SpaceDemand

/// Why two published forecasts differ — *twee gepubliceerde ramingen vergelijken*.
public struct CompareStudies: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Study folders; see `RunStudy`.
    public var from: String
    public var to: String
    /// Nil takes every scenario that both have, or the only one of each.
    public var scenario: String?
    /// Nil takes every horizon that both have, or the only one of each.
    public var horizon: Int?

    public init(from: String, to: String, scenario: String? = nil, horizon: Int? = nil) {
      self.from = from
      self.to = to
      self.scenario = scenario
      self.horizon = horizon
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let headings: [PublishedStudy.Heading]
    public let comparisons: [ForecastComparison]
    public let diagnostics: [Diagnostic]
  }

  /// - Throws: `PlanningError.invalidInput` with every problem in the files and figures of both at once.
  public func callAsFunction(_ request: Request, in environment: Environment) throws -> Response {
    let readings = try Self.readings(request, in: environment)
    return try self(request, from: readings[0], to: readings[1])
  }

  public func callAsFunction(_ request: Request, from: StudyReading, to: StudyReading) throws(PlanningError) -> Response
  {
    let pairs = try Self.pairs(request, from, to)
    let comparisons = pairs.map { pair in
      ForecastComparison(
        from: from.study.name(pair.from.scenario, pair.from.horizon),
        to: to.study.name(pair.to.scenario, pair.to.horizon), pair.difference(from.study, to.study, behind: ""))
    }
    return Response(
      request: request, headings: [from.study.heading, to.study.heading], comparisons: comparisons,
      diagnostics: Self.doubts(from, to))
  }

  /// Both studies, or every problem in the files of both.
  static func readings(_ request: Request, in environment: Environment) throws -> [StudyReading] {
    var problems: [Diagnostic] = []
    let readings = [request.from, request.to].compactMap { path -> StudyReading? in
      do { return try environment.study(at: path) } catch {
        problems += (error as? PlanningError)?.diagnostics ?? []
        return nil
      }
    }
    guard readings.count == 2 else { throw PlanningError.invalidInput(problems) }
    return readings
  }

  /// A scenario and horizon of each study that are laid beside each other.
  struct Pair {
    let from: BalanceCase
    let to: BalanceCase

    /// - Parameter start: what stands before the paths of its figures.
    func difference(_ first: PublishedStudy, _ second: PublishedStudy, behind start: String)
      -> ForecastDifference<Explanation>
    {
      func outline(_ study: PublishedStudy, _ item: BalanceCase, _ side: ComparisonFigure.Side)
        -> ForecastOutline<Explanation>
      {
        StudyCalculation(study: study).outline(
          scenario: item.scenario, horizon: item.horizon,
          named: ExplainedDifference.reference(side, behind: start))
      }
      return ForecastDifference(from: outline(first, from, .from), to: outline(second, to, .to))
    }
  }

  /// - Throws: `PlanningError.invalidInput` with every problem in the figures of both at once.
  static func pairs(_ request: Request, _ from: StudyReading, _ to: StudyReading) throws(PlanningError) -> [Pair] {
    let problems =
      problems(from, to) + from.study.quotationProblems(request.from) + to.study.quotationProblems(request.to)
    guard !problems.hasErrors else { throw .invalidInput(problems) }
    let scenarios = pairs(from.study.scenarios, to.study.scenarios, asked: request.scenario)
    let horizons = pairs(from.study.horizons, to.study.horizons, asked: request.horizon)
    guard !scenarios.isEmpty, !horizons.isEmpty else { throw .invalidInput([nothingCommon(from.study, to.study)]) }
    return scenarios.flatMap { scenario in
      horizons.map { horizon in
        Pair(
          from: BalanceCase(scenario: scenario.0, horizon: horizon.0),
          to: BalanceCase(scenario: scenario.1, horizon: horizon.1))
      }
    }
  }

  private static func problems(_ from: StudyReading, _ to: StudyReading) -> [Diagnostic] {
    from.diagnostics + from.study.problems + to.diagnostics + to.study.problems
  }

  /// What is wrong without harm, and what keeps the split from saying much.
  static func doubts(_ from: StudyReading, _ to: StudyReading) -> [Diagnostic] {
    problems(from, to) + doubts(from.study, to.study)
  }

  /// What is laid beside each other: what both have, or the only one of each.
  private static func pairs<Item: Equatable>(_ from: [Item], _ to: [Item], asked: Item?) -> [(Item, Item)] {
    let common = from.filter { to.contains($0) && (asked ?? $0) == $0 }.map { ($0, $0) }
    guard common.isEmpty, asked == nil, from.count == 1, to.count == 1 else { return common }
    return [(from[0], to[0])]
  }

  private static func nothingCommon(_ from: PublishedStudy, _ to: PublishedStudy) -> Diagnostic {
    func list(_ study: PublishedStudy) -> String {
      (study.scenarios + study.horizons.map(String.init)).joined(separator: ", ")
    }
    return Diagnostic(
      .error, "compare.nothing-common", value: "\(list(from)) | \(list(to))",
      message: LocalizedText(
        nl: "de studies hebben geen scenario en horizon gemeen",
        en: "the studies have no scenario and horizon in common"),
      remedy: LocalizedText(
        nl: "Geef in study.yaml van beide dezelfde namen en jaren, of vraag een die ze delen.",
        en: "Give the same names and years in study.yaml of both, or ask one that they share."))
  }

  /// What keeps the split from saying much.
  private static func doubts(_ from: PublishedStudy, _ to: PublishedStudy) -> [Diagnostic] {
    let noArea = Set(from.areas).isDisjoint(with: to.areas)
    let noSector = Set(from.demand.map(\.sector)).isDisjoint(with: to.demand.map(\.sector))
    return (noArea ? [areasDiffer(from.areas + to.areas)] : []) + (noSector && !noArea ? [sectorsDiffer] : [])
  }

  private static func areasDiffer(_ areas: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "compare.other-region", value: areas.joined(separator: ", "),
      message: LocalizedText(
        nl: "de studies gaan niet over hetzelfde gebied; het hele verschil komt daardoor bij het gebied",
        en: "the studies are not about the same region; so the whole difference goes to the region"),
      remedy: LocalizedText(
        nl: "Geef in demand.csv en supply.csv met de kolom ‘area’ de delen die ze delen.",
        en: "Name the parts that they share by the column ‘area’ in demand.csv and supply.csv."))
  }

  private static let sectorsDiffer = Diagnostic(
    .warning, "compare.other-sectors",
    message: LocalizedText(
      nl: "geen enkele sector heet in beide hetzelfde; banen, voorkeur en ruimte per baan zijn niet te scheiden",
      en: "no sector has the same name in both; jobs, preference and land per job cannot be told apart"),
    remedy: LocalizedText(
      nl: "Voeg de sectoren samen tot een indeling die beide hebben.",
      en: "Join the sectors to a division that both have."))
}
