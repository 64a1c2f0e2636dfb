import Provenance
import Quantities

/// Shows where one figure of a recomputed study comes from, down to the cells of its tables — *verklaring van een studie*.
///
/// A figure is named by scenario, horizon and item: `hoog/2040/saldo`.
public struct ExplainStudy: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    public var study: RunStudy.Request
    public var figure: String

    public init(study: RunStudy.Request, figure: String) {
      self.study = study
      self.figure = figure
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let heading: PublishedStudy.Heading
    public let explanation: Explanation
    /// The sources of the parameters in the tree.
    public let bibliography: [BibliographicSource]
    /// The files that the figures of the tree were read from.
    public let files: [SourceSnapshot]
    public let diagnostics: [Diagnostic]
  }

  /// - Throws: `PlanningError.invalidInput` with every problem of the study, or with what is possible at the first step of the path
  ///   that does not exist.
  public func callAsFunction(_ request: Request, in environment: Environment) throws -> Response {
    try self(request, reading: try environment.study(at: request.study.path))
  }

  public func callAsFunction(_ request: Request, reading: StudyReading) throws(PlanningError) -> Response {
    let run = try RunStudy()(request.study, reading: reading)
    let explanation = try run.figures.tree(of: request.figure)
    let cited = Set(explanation.leaves.compactMap { $0.reading?.dated.source })
    return Response(
      request: request, heading: run.heading, explanation: explanation,
      bibliography: run.bibliography.filter { cited.contains($0.id) }, files: run.files.cited(in: explanation),
      diagnostics: run.diagnostics)
  }
}

/// A figure of a study by the last step of its path.
public enum StudyFigure: String, Sendable, CaseIterable {
  case expansion = "uitbreiding"
  case replacement = "vervanging"
  case additional = "aanvullend"
  case demand = "vraag"
  case gross = "bruto"
  case hard
  case soft = "zacht"
  case frozen = "bevroren"
  case balance = "saldo"
  case balanceAfterSoft = "saldo-na-zacht"
}

extension StudyOutcome {
  /// Nil for a gross figure that the study does not allow.
  public subscript(figure: StudyFigure) -> Explanation? {
    switch figure {
    case .expansion: expansion
    case .replacement: replacement
    case .additional: additional
    case .demand: demand
    case .gross: gross
    case .hard: hard
    case .soft: soft
    case .frozen: frozen
    case .balance: balance
    case .balanceAfterSoft: balanceAfterSoft
    }
  }
}

extension RunStudy.Response {
  /// Every figure by its path, in the order of the tables.
  fileprivate var figures: [(path: String, tree: Explanation)] {
    outcomes.flatMap { outcome in
      StudyFigure.allCases.compactMap { figure in
        outcome[figure].map { ("\(outcome.scenario)/\(outcome.horizon)/\(figure.rawValue)", $0) }
      }
    }
  }
}
