import Planning
import Provenance
import Quantities
import WorkLocations

/// Where the numbers of the scan come from.
extension EnergyChapter {
  /// A cell with the way to the tree of its number, where the report holds one.
  func explained(_ cell: Table.Cell, _ item: ScanItem, _ end: ScanEnd = .middle, in place: String) -> Table.Cell {
    explained(cell, ExplainScan.path(of: item, end, in: place))
  }

  func explained(_ cell: Table.Cell, _ path: String) -> Table.Cell { cell.explained(by: anchor(path)) }

  /// The ways to the trees of a row of the duration curve.
  func explained(_ point: Int) -> [String?] {
    DurationFigure.allCases.map { anchor(ExplainScan.path(of: $0, atPoint: point, in: scan.region.code)) }
  }

  func anchor(_ path: String) -> String? {
    edition.response.explanations[path].map { _ in ExplanationOutline.anchor(path) }
  }

  /// The trees of the tables: the region, the parks of the ranking, and what all parks share.
  var explanations: [Block] {
    let paths = edition.response.explanations.byPath.keys.filter(ExplainScan.explains).sorted()
    guard !paths.isEmpty else { return [] }
    let outline = ExplanationOutline(
      explanations: edition.response.explanations, pathsInPage: Set(paths),
      wording: ExplanationWording(
        language: language, snapshots: scan.register.snapshots, bibliography: edition.bibliography))
    func group(_ title: String, _ places: [String]) -> ExplanationGroup {
      ExplanationGroup(
        title: title,
        trees: places.flatMap { place in
          outline.trees(of: paths.filter { $0.hasPrefix(ExplainScan.path(in: place)) })
        })
    }
    let told = scan.parks.prefix(ScanEnergy.parksTold)
    let parks = ExplanationGroup(
      title: words("De terreinen van de ranglijst", "The parks of the ranking"),
      groups: told.map { group($0.name, [$0.rin.text]) })
    let groups = [
      group(edition.name(of: scan.region.code), [scan.region.code.text]), parks,
      group(words("Wat alle terreinen delen", "What all parks share"), [ExplainScan.everyPark]),
    ]
    return [
      .explanations(ExplanationSection(groups: groups, onScreen: howToOpen, onPaper: whereToFind))
    ]
  }

  private var howToOpen: RichText {
    rich(
      "Open een gebied of terrein om de berekening te zien; een onderstreept getal in de tabellen leidt er ook naar. Dit commando geeft een cijfer tot op het uur: \(code: explainCommand).",
      "Open an area or park to see the calculation; an underlined number in the tables leads to it too. This command gives a figure down to the hour: \(code: explainCommand)."
    )
  }

  private var whereToFind: RichText {
    rich(
      "Dit commando geeft de berekening van elk cijfer van de scan: \(code: explainCommand).",
      "This command gives the calculation of every figure of the scan: \(code: explainCommand)."
    )
  }

  private var explainCommand: String {
    "werklocaties explain register.gpkg " + ExplainScan.path(of: .freed, in: scan.region.code.text)
  }
}
