import Quantities

/// Trees as nested disclosures: they open without a script, by mouse, by keyboard and by a link to a figure in them.
struct HTMLExplanations: Sendable {
  /// The assumption mark as HTML.
  let mark: String

  func render(_ section: ExplanationSection) -> String {
    "<div class=\"wl-why\">\n\(section.groups.map(group).joined(separator: "\n"))\n</div>"
  }

  private func group(_ group: ExplanationGroup) -> String {
    let trees = group.trees.isEmpty ? "" : "<ul>\(group.trees.map(item).joined())</ul>"
    return "<details><summary>\(Markup.escaped(group.title))</summary>"
      + "\(group.groups.map(self.group).joined(separator: "\n"))\(trees)</details>"
  }

  /// The name stands on the parts, so that a link to it opens the disclosure around them.
  private func item(_ tree: ExplanationTree) -> String {
    let name = tree.anchor.map { " id=\"\(Markup.escaped($0))\"" } ?? ""
    guard !tree.parts.isEmpty else { return "<li\(name)>\(line(tree))</li>" }
    return
      "<li><details><summary>\(line(tree))</summary><ul\(name)>\(tree.parts.map(item).joined())</ul></details></li>"
  }

  private func line(_ tree: ExplanationTree) -> String {
    let label = Markup.escaped(tree.label)
    let linked = tree.target.map { "<a href=\"#\(Markup.escaped($0))\">\(label)</a>" } ?? label
    let basis = tree.basis.isEmpty ? "" : " <i>\(Markup.escaped(tree.basis))</i>"
    return "\(linked) = <b>\(Markup.escaped(tree.amount))</b>\(tree.isAssumed ? mark : "")\(basis)"
  }
}
