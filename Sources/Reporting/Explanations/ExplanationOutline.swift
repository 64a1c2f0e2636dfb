import Planning
import Provenance
import Quantities

/// Turns explanations into trees for a reader: a figure is written out where it is met first, later ones lead to it —
/// *overzicht van verklaringen*.
struct ExplanationOutline: Sendable {
  let explanations: BalanceExplanations
  /// Paths of the figures whose trees stand in the page.
  let pathsInPage: Set<String>
  let wording: ExplanationWording
  /// The command that explains a figure whose tree is not in the page.
  var command = "werklocaties explain"

  /// Name of a figure's tree in a page, from its path.
  static func anchor(_ path: String) -> String {
    "u." + String(path.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "." })
  }

  /// The trees of some figures of one region, scenario and horizon. Figures that a tree holds are written out in it when they
  /// are among them.
  func trees(of paths: [String]) -> [ExplanationTree] {
    var open = paths
    var trees: [ExplanationTree] = []
    while let path = open.first {
      open.removeFirst()
      if let explanation = explanations[path] {
        trees.append(tree(explanation, path: path, open: &open))
      }
    }
    return trees
  }

  /// A figure with its own parts, each leading to its tree; a name for the scenario behind it.
  func summary(of path: String, note: String) -> ExplanationTree? {
    guard let explanation = explanations[path] else { return nil }
    var none: [String] = []
    let tree = tree(explanation, path: nil, open: &none)
    return ExplanationTree(
      label: tree.label + ", " + note, amount: tree.amount, basis: tree.basis, isAssumed: tree.isAssumed,
      parts: tree.parts)
  }

  private func tree(_ explanation: Explanation, path: String?, open: inout [String]) -> ExplanationTree {
    if case .figure(let other) = explanation.basis {
      return path.map { link(explanation, to: other, anchor: Self.anchor($0)) } ?? figure(explanation, other, &open)
    }
    return ExplanationTree(
      label: explanation.label[wording.language], amount: typographic(wording.amount(explanation)),
      basis: basis(explanation), isAssumed: isAssumed(explanation.basis), anchor: path.map(Self.anchor),
      parts: explanation.parts.map { tree($0, path: nil, open: &open) })
  }

  /// A figure with a tree of its own: written out here, or led to, or named for the command.
  private func figure(_ explanation: Explanation, _ path: String, _ open: inout [String]) -> ExplanationTree {
    if let own = explanations[path], let index = open.firstIndex(of: path) {
      open.remove(at: index)
      return tree(own, path: path, open: &open)
    }
    return link(explanation, to: path)
  }

  /// - Parameter anchor: of a figure that is another one by a name of its own.
  private func link(_ explanation: Explanation, to path: String, anchor: String? = nil) -> ExplanationTree {
    let isInPage = pathsInPage.contains(path)
    return ExplanationTree(
      label: explanation.label[wording.language], amount: typographic(wording.amount(explanation)),
      basis: isInPage ? "" : "\(command) … \(path)", anchor: anchor, target: isInPage ? Self.anchor(path) : nil)
  }

  private func isAssumed(_ basis: Explanation.Basis) -> Bool {
    guard case .parameter(let reading) = basis else { return false }
    return reading.isAssumption
  }

  private func typographic(_ number: String) -> String { number.replacing("-", with: "−", maxReplacements: 1) }
}

extension ExplanationOutline {
  /// The formula with its numbers, or where the number stands. Sources are named as in the bibliography.
  private func basis(_ explanation: Explanation) -> String {
    switch explanation.basis {
    case .formula(let operation, let notation, let parts):
      [notation, worked(operation, parts)].filter { !$0.isEmpty }.joined(separator: ": ")
    case .parameter(let reading):
      wording.parameter(reading, from: reading.dated.from.spelled(in: wording.language)) { "[\($0)]" }
    case .record(_, _, _, let origin):
      [wording.origin(explanation.basis), origin.map { wording.date(of: $0) }].compactMap { $0 }.joined(separator: ", ")
    case .definition, .figure, .folded, .draw, .optimum: wording.origin(explanation.basis)
    }
  }

  /// The formula in numbers; nothing for one number or for more than a line holds.
  private func worked(_ operation: Explanation.Operation, _ parts: [Explanation]) -> String {
    guard (2...Self.numbersInLine).contains(parts.count) else { return "" }
    let numbers = parts.enumerated().map { index, part in
      let number = typographic(part.unit == .calendarYear ? wording.figure(part) : wording.number(part.value))
      return index > 0 && part.value < 0 && operation.isInfix ? "(\(number))" : number
    }
    return switch operation {
    case .sum: numbers.joined(separator: " + ")
    case .difference: numbers.joined(separator: " − ")
    case .product: numbers.joined(separator: " × ")
    case .quotient: numbers.joined(separator: " / ")
    case .power: numbers.joined(separator: " ^ ")
    case .logarithm: "log(\(numbers.joined(separator: "; ")))"
    case .sine: "\(numbers[0]) × sin(\(numbers[1]))"
    case .cosine: "\(numbers[0]) × cos(\(numbers[1]))"
    case .maximum: "max(\(numbers.joined(separator: "; ")))"
    case .minimum: "min(\(numbers.joined(separator: "; ")))"
    case .rounding: numbers[0]
    }
  }

  private static let numbersInLine = 6
}

extension Explanation.Operation {
  /// Whether its sign stands between the numbers.
  fileprivate var isInfix: Bool { [.sum, .difference, .product, .quotient, .power].contains(self) }
}
