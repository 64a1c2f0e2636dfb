import Planning
import Quantities
import WorkLocations

/// How far the hubs of a register are, for the terminal and for data files — *fasetabel*.
public enum HubStageTable {
  public static func text(_ response: ListHubStages.Response, language: Language) -> String {
    HubStageLines(response: response, language: language).text
  }

  /// One row per step of a hub, so that its history stays.
  public static func csv(_ response: ListHubStages.Response) -> String {
    let columns = ["hub", "werklocaties", "fase", "sinds", "ontbrekend_bij_overgang", "huidig", "nodig_voor_volgende"]
    let rows = response.hubs.flatMap { line in line.hub.history.indices.map { row(line, $0) } }
    return CommaSeparated.text(columns, rows)
  }

  private static func row(_ line: ListHubStages.Line, _ place: Int) -> [String] {
    let step = line.hub.history[place]
    let isLast = place == line.hub.history.count - 1
    return [
      line.hub.name, line.hub.parks.map(\.text).joined(separator: " "), step.stage.rawValue, step.since.description,
      step.missing.map(\.rawValue).joined(separator: " "), isLast ? "1" : "0",
      isLast ? line.missing.map(\.rawValue).joined(separator: " ") : "",
    ]
  }
}

private struct HubStageLines {
  let response: ListHubStages.Response
  let language: Language

  var text: String {
    guard !response.hubs.isEmpty else {
      return words(
        "Er staan nog geen energiehubs in dit register.\n", "There are no energy hubs in this register yet.\n")
    }
    let closing = words(
      "† Welke documenten een fase nodig heeft is een aanname; een eigen map met parameters kan haar wijzigen.",
      "† Which documents a stage needs is an assumption; a folder with parameters of your own can change it.")
    return (table + response.hubs.flatMap(details) + ["", closing]).map { $0 + "\n" }.joined()
  }

  private var table: [String] {
    let header = [
      "hub", words("fase", "stage"), words("sinds", "since"), words("werklocaties", "work locations"),
      words("volgende fase", "next stage"),
    ]
    return AlignedText.lines(
      [header]
        + response.hubs.map { line in
          [
            line.hub.name, line.stage.label[language], line.since.description, line.parks.joined(separator: ", "),
            line.next?.label[language] ?? "–",
          ]
        })
  }

  /// History, papers and what is still needed of one hub.
  private func details(_ line: ListHubStages.Line) -> [String] {
    let steps = line.hub.history.map { step in
      let forced = words(", vastgelegd zonder \(list(step.missing))", ", recorded without \(list(step.missing))")
      return "  \(step.since) \(step.stage.label[language])" + (step.isForced ? forced : "")
    }
    let papers = line.hub.documents.map { "  \($0.date) \($0.kind.label[language]) \($0.reference)" }
    let overdue = words("  Nog niet in orde†: ", "  Still missing†: ") + list(line.overdue)
    let needed = words("  Nodig voor de volgende fase†: ", "  Needed for the next stage†: ") + list(line.missing)
    return ["", line.hub.name] + steps + papers + (line.overdue.isEmpty ? [] : [overdue])
      + (line.next == nil ? [] : [needed])
  }

  private func list(_ kinds: [HubDocumentKind]) -> String {
    kinds.isEmpty ? "–" : kinds.map { $0.label[language] }.joined(separator: ", ")
  }

  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
}
