import Provenance

/// The answer of one command, explained: which figures it has, and how each follows — *verklaarde uitkomst*.
protocol ExplainedEnergy {
  associatedtype Figure: EnergyFigure

  var topic: EnergyTopic { get }
  /// Every figure that this answer has. A path means a figure when it is the path of one of these, so both cannot differ.
  var figures: [Figure] { get }
  func explanation(of figure: Figure) -> Explanation
}

extension ExplainedEnergy {
  var trees: [(path: String, explanation: Explanation)] {
    figures.map { ($0.path(in: topic), explanation(of: $0)) }
  }

  /// - Throws: `PlanningError.invalidInput` with what is possible at the first step that does not exist.
  func explanation(of path: String) throws(PlanningError) -> Explanation {
    guard let figure = figures.first(where: { $0.path(in: topic) == path }) else {
      let steps = path.split(separator: "/").dropFirst().map(String.init)
      throw .noFigure(steps, in: topic.rawValue, known: figures.map(\.steps))
    }
    return explanation(of: figure)
  }

  /// The figure alone, under its path.
  func reference(_ figure: Figure) -> Explanation { explanation(of: figure).reference(to: figure.path(in: topic)) }
}
