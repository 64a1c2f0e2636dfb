import Planning
import Provenance
import Quantities

/// Where the numbers of the report come from.
extension EnergyEdition {
  /// A cell with the way to the tree of its number, where the report holds one.
  func explained(_ cell: Table.Cell, by path: String) -> Table.Cell {
    cell.content == .empty ? cell : cell.explained(by: anchor(path))
  }

  /// A figure in running text, with the mark where it rests on an assumption and the way to its tree.
  func figure(_ text: String, if isAssumed: Bool = false, by path: String) -> RichText {
    marked(text, if: isAssumed).explained(by: anchor(path))
  }

  /// The same where nothing is marked or emphasised.
  func linked(_ text: String, by path: String) -> RichText { RichText(text).explained(by: anchor(path)) }

  /// Name of the tree of a figure in the page; nil where the report holds none.
  func anchor(_ path: String) -> String? {
    response.explanations[path].map { _ in ExplanationOutline.anchor(path) }
  }

  /// The trees of the tables, by what they are about — *waar elk cijfer vandaan komt*.
  var explanations: [Chapter] {
    let paths = response.explanations.byPath.keys.sorted()
    guard !paths.isEmpty else { return [] }
    return [
      Chapter(
        id: "verklaringen", title: words("Waar elk cijfer vandaan komt", "Where every figure comes from"),
        blocks: [
          .explanations(
            ExplanationSection(groups: groups(paths).writtenOnce(), onScreen: howToOpen, onPaper: whereToFind))
        ])
    ]
  }

  private func groups(_ paths: [String]) -> [ExplanationGroup] {
    var outline = ExplanationOutline(
      explanations: response.explanations, pathsInPage: Set(paths),
      wording: ExplanationWording(language: language, snapshots: [], bibliography: response.bibliography))
    outline.command = "werklocaties energy explain"
    func all(_ topics: [EnergyTopic]) -> [String] {
      paths.filter { path in topics.contains { path.hasPrefix($0.rawValue + "/") } && !Self.isOfMember(path) }
    }
    let members = group.members.map { member in
      ExplanationGroup(
        title: member.name,
        trees: outline.trees(of: paths.filter { path in Self.isOfMember(path) && path.contains("/lid/\(member.id)/") }))
    }.filter { !$0.trees.isEmpty }
    return [
      ExplanationGroup(
        title: words("De groep en haar recht", "The group and its right"),
        trees: outline.trees(of: all([.group, .look]))),
      ExplanationGroup(
        title: words("Wat bouwen, kosten en bewijs", "What to build, cost and proof"),
        trees: outline.trees(of: all([.size, .frontier]))),
      ExplanationGroup(
        title: words("Beslag op het net", "Use of the grid"), trees: outline.trees(of: all([.report]))),
      ExplanationGroup(
        title: words("Prijzen en eigenschappen", "Prices and properties"), trees: outline.trees(of: all([.study]))),
    ]
      + (members.isEmpty ? [] : [ExplanationGroup(title: words("De leden", "The members"), groups: members)])
  }

  private static func isOfMember(_ path: String) -> Bool { path.contains("/lid/") }

  private var howToOpen: RichText {
    rich(
      "Open een onderwerp om de berekening te zien; een onderstreept getal in de tabellen leidt er ook naar. Kwartierwaarden staan hier niet; dit commando geeft een cijfer tot op de meetwaarden: \(code: explainCommand).",
      "Open a subject to see the calculation; an underlined number in the tables leads to it too. Values of single steps are not here; this command gives a figure down to the measurements: \(code: explainCommand)."
    )
  }

  private var whereToFind: RichText {
    rich(
      "In de webversie van dit rapport kan van elk cijfer de berekening worden geopend. Dit commando geeft haar ook: \(code: explainCommand).",
      "In the web version of this report the calculation of every figure can be opened. This command gives it too: \(code: explainCommand)."
    )
  }

  private var explainCommand: String {
    "werklocaties energy explain" + (response.request.folder.map { " " + $0 } ?? "") + " "
      + EnergyReportPaths.costTogether
  }
}
