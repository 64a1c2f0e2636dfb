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

extension PlanningError {
  /// A path that is none of those known, by its first step that does not exist.
  static func noFigure(_ steps: [String], in topic: String, known: [[String]]) -> PlanningError {
    var place: [String] = []
    for step in steps {
      guard known.contains(where: { $0.starts(with: place + [step]) }) else {
        return noStep(step, after: place, in: topic, known)
      }
      place.append(step)
    }
    return noStep("", after: place, in: topic, known)
  }

  private static func noStep(_ step: String, after place: [String], in topic: String, _ known: [[String]])
    -> PlanningError
  {
    var seen: Set<String> = []
    let next = known.filter { $0.starts(with: place) && $0.count > place.count }.map { $0[place.count] }
    return .noStep(
      step, after: ([topic] + place).joined(separator: "/"), possible: next.filter { seen.insert($0).inserted })
  }
}
