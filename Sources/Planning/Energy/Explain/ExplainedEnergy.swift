import Provenance

/// The answer of one command, explained: which figures it has, and how each follows — *verklaarde uitkomst*.
protocol ExplainedEnergy {
  associatedtype Figure: EnergyFigure

  /// What its paths begin with: a topic, or the place of a changed world.
  var root: String { get }
  /// Every figure that this answer has. A path means a figure when it is the path of one of these, so both cannot differ.
  var figures: [Figure] { get }
  func explanation(of figure: Figure) -> Explanation
  /// Steps of figures that are worked out only when they are asked for, to be named as possible.
  var others: [[String]] { get }
}

extension ExplainedEnergy {
  var others: [[String]] { [] }

  /// The paths of all figures, behind the root.
  var steps: [[String]] { figures.map(\.steps) }

  var trees: [(path: String, explanation: Explanation)] {
    figures.map { ($0.path(in: root), explanation(of: $0)) }
  }

  /// - Throws: `PlanningError.invalidInput` with what is possible at the first step that does not exist.
  func explanation(of path: String) throws(PlanningError) -> Explanation {
    guard let figure = figures.first(where: { $0.path(in: root) == path }) else {
      let known = root.split(separator: "/").count
      let steps = path.split(separator: "/").dropFirst(known).map(String.init)
      throw .noFigure(steps, in: root, known: figures.map(\.steps) + others)
    }
    return explanation(of: figure)
  }

  /// The figure alone, under its path.
  func reference(_ figure: Figure) -> Explanation { explanation(of: figure).reference(to: figure.path(in: root)) }
}
