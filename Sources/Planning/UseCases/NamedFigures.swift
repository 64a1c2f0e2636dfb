import Provenance

extension [(path: String, tree: Explanation)] {
  /// - Throws: `PlanningError.invalidInput` with what is possible at the first step of the path that does not exist.
  func tree(of path: String) throws(PlanningError) -> Explanation {
    if let found = first(where: { $0.path == path }) { return found.tree }
    func steps(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }
    throw .noFigure(steps(path), known: map { steps($0.path) })
  }
}

extension PlanningError {
  /// Names the first step of a path that does not exist and what is possible there.
  /// - Parameters:
  ///   - topic: what stands before the steps; empty where they are the whole path.
  ///   - known: the steps of every figure.
  static func noFigure(_ steps: [String], in topic: String = "", known: [[String]]) -> PlanningError {
    let count = steps.indices.last { end in known.contains { $0.starts(with: steps[...end]) } }.map { $0 + 1 } ?? 0
    let place = steps[..<count]
    let next = known.filter { $0.starts(with: place) }.compactMap { $0.dropFirst(count).first }
    return .noStep(
      count < steps.count ? steps[count] : "",
      after: ([topic].filter { !$0.isEmpty } + place).joined(separator: "/"), possible: next.unique())
  }
}
