extension [ExplanationGroup] {
  /// The groups with each calculation written out once: where the same one comes again it leads to the first.
  ///
  /// Scenarios, years and regions share most of their parameters and records. Short calculations stay: a link would tell less.
  func writtenOnce() -> [ExplanationGroup] {
    var numbers = CalculationNumbers()
    let groups = map { NumberedGroup($0, &numbers) }
    var found = SharedCalculations()
    groups.forEach { found.read($0) }
    return groups.map { found.write($0) }
  }
}

/// What a tree says, without the names under which it is found.
private struct Calculation: Hashable {
  let label: String
  let amount: String
  let basis: String
  let isAssumed: Bool
  let target: String?
  let parts: [Int]
}

/// A number for each different calculation, so that equal trees have equal numbers.
private struct CalculationNumbers {
  private var known: [Calculation: Int] = [:]

  mutating func number(of calculation: Calculation) -> Int {
    if let found = known[calculation] { return found }
    known[calculation] = known.count
    return known.count - 1
  }
}

private struct NumberedTree {
  let tree: ExplanationTree
  let parts: [NumberedTree]
  let number: Int
  let lines: Int
  /// Whether links lead into it; it must stay where it is.
  let holdsAnchors: Bool

  init(_ tree: ExplanationTree, _ numbers: inout CalculationNumbers) {
    self.tree = tree
    parts = tree.parts.map { NumberedTree($0, &numbers) }
    number = numbers.number(
      of: Calculation(
        label: tree.label, amount: tree.amount, basis: tree.basis, isAssumed: tree.isAssumed, target: tree.target,
        parts: parts.map(\.number)))
    lines = parts.reduce(1) { $0 + $1.lines }
    holdsAnchors = parts.contains { $0.holdsAnchors || $0.tree.anchor != nil }
  }

  var isLong: Bool { lines >= Self.fewestLines && !parts.isEmpty }

  private static let fewestLines = 5
}

private struct NumberedGroup {
  let title: String
  let groups: [NumberedGroup]
  let trees: [NumberedTree]

  init(_ group: ExplanationGroup, _ numbers: inout CalculationNumbers) {
    title = group.title
    groups = group.groups.map { NumberedGroup($0, &numbers) }
    trees = group.trees.map { NumberedTree($0, &numbers) }
  }
}

/// Goes through the trees in their order twice: to find what comes again, and to write it out once.
private struct SharedCalculations {
  private var seen: Set<Int> = []
  private var shared: Set<Int> = []
  private var anchors: [Int: String] = [:]

  mutating func read(_ group: NumberedGroup) {
    group.groups.forEach { read($0) }
    group.trees.forEach { read($0) }
  }

  private mutating func read(_ tree: NumberedTree) {
    if tree.isLong, !seen.insert(tree.number).inserted, !tree.holdsAnchors {
      shared.insert(tree.number)
    } else {
      tree.parts.forEach { read($0) }
    }
  }

  mutating func write(_ group: NumberedGroup) -> ExplanationGroup {
    ExplanationGroup(
      title: group.title, groups: group.groups.map { write($0) }, trees: group.trees.map { write($0) })
  }

  private mutating func write(_ tree: NumberedTree) -> ExplanationTree {
    if tree.isLong, !tree.holdsAnchors, let anchor = anchors[tree.number] {
      return tree.tree.with(anchor: tree.tree.anchor, target: anchor, basis: "", parts: [])
    }
    var anchor = tree.tree.anchor
    if shared.contains(tree.number), anchors[tree.number] == nil {
      anchor = anchor ?? "v.\(anchors.count)"
      anchors[tree.number] = anchor
    }
    return tree.tree.with(
      anchor: anchor, target: tree.tree.target, basis: tree.tree.basis, parts: tree.parts.map { write($0) })
  }
}

extension ExplanationTree {
  fileprivate func with(anchor: String?, target: String?, basis: String, parts: [ExplanationTree]) -> ExplanationTree {
    ExplanationTree(
      label: label, amount: amount, basis: basis, isAssumed: isAssumed, anchor: anchor, target: target, parts: parts)
  }
}
