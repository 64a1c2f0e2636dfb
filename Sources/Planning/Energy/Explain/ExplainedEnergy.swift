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
    guard let figure = figures.first(where: { $0.path(in: topic) == path }) else { throw noFigure(path) }
    return explanation(of: figure)
  }

  /// The figure alone, under its path.
  func reference(_ figure: Figure) -> Explanation { explanation(of: figure).reference(to: figure.path(in: topic)) }

  private func noFigure(_ path: String) -> PlanningError {
    let steps = path.split(separator: "/").dropFirst().map(String.init)
    let known = figures.map(\.steps)
    var place: [String] = []
    for step in steps {
      let next = known.filter { $0.starts(with: place + [step]) }
      if next.isEmpty { return noStep(step, after: place, known) }
      place.append(step)
    }
    return noStep("", after: place, known)
  }

  private func noStep(_ step: String, after place: [String], _ known: [[String]]) -> PlanningError {
    var seen: Set<String> = []
    let next = known.filter { $0.starts(with: place) && $0.count > place.count }.map { $0[place.count] }
    return .noStep(
      step, after: ([topic.rawValue] + place).joined(separator: "/"), possible: next.filter { seen.insert($0).inserted }
    )
  }
}
