import Planning
import Quantities

/// Voltages and cable loads of a feeder, for the terminal and for data files — *nettabel*.
public enum GridTable {
  public static func text(_ response: CheckGrid.Response, language: Language) -> String {
    GridLines(response: response, language: language).text
  }

  /// One row per cable, the most loaded first; with what the hub makes of it where that was asked.
  public static func csv(_ response: CheckGrid.Response) -> String {
    let own = ["van", "naar", "stroom_a", "toegestaan_a", "belasting", "moment", "uren_te_veel"]
    let hub = response.hub.map { _ in
      ["stroom_met_hub_a", "belasting_met_hub", "moment_met_hub", "uren_te_veel_met_hub"]
    }
    return CommaSeparated.text(
      own + (hub ?? []),
      response.cables.map { cable in
        let after = response.hub?.cable(like: cable).map { other in
          [
            CommaSeparated.number(other.current), CommaSeparated.number(other.loading), other.at,
            CommaSeparated.number(other.hoursOver),
          ]
        }
        return [
          cable.from, cable.to, CommaSeparated.number(cable.current), CommaSeparated.number(cable.rated),
          CommaSeparated.number(cable.loading), cable.at, CommaSeparated.number(cable.hoursOver),
        ] + (after ?? [])
      })
  }
}

private struct GridLines {
  let response: CheckGrid.Response
  let language: Language

  var text: String { cables + "\n" + voltages + "\n" + hub + closing }

  private var hub: String {
    response.hub.map { GridHubLines(response: response, hub: $0, language: language).text } ?? ""
  }

  private var cables: String {
    let header = [
      words("kabel", "cable"), "A", words("toegestaan A", "rated A"), "%", words("moment", "time"),
      words("uren te veel", "hours over"),
    ]
    let rows = response.cables.prefix(Self.shown).map { cable in
      [
        "\(cable.from)–\(cable.to)", number(cable.current, 0), number(cable.rated, 0), number(cable.loading * 100, 0),
        cable.at, number(cable.hoursOver, 1),
      ]
    }
    return words("Zwaarst belaste kabels\n", "Most loaded cables\n") + lines([header] + rows)
  }

  private var voltages: String {
    let header = [
      words("knoop", "node"), words("laagste %", "lowest %"), words("moment", "time"), words("hoogste %", "highest %"),
    ]
    let rows = response.nodes.sorted { $0.lowest < $1.lowest }.prefix(Self.shown).map { node in
      [node.name, number(node.lowest * 100, 1), node.lowestAt, number(node.highest * 100, 1)]
    }
    return words("Laagste spanning, % van nominaal\n", "Lowest voltage, % of nominal\n") + lines([header] + rows)
  }

  private var closing: String {
    let over = response.overloads.count
    let cables =
      over == 0
      ? words("Geen kabel is overbelast.\n", "No cable is overloaded.\n")
      : words("Overbelaste kabels: \(over).\n", "Overloaded cables: \(over).\n")
    let bad = response.voltageProblems.count
    let band = number(response.allowedDeviation * 100, 0)
    let nodes =
      bad == 0
      ? words("Elke spanning blijft binnen ±\(band) %.\n", "Every voltage stays within ±\(band)%.\n")
      : words("Knopen buiten ±\(band) %: \(bad).\n", "Nodes outside ±\(band)%: \(bad).\n")
    let share = response.lossShare.map { " (\(number($0 * 100, 2)) %)" } ?? ""
    let losses = words(
      "Verlies \(number(response.losses, 0)) kWh per jaar\(share).\n",
      "Losses \(number(response.losses, 0)) kWh a year\(share).\n")
    let synthetic = words(
      "Let op: dit zijn synthetische voorbeelddata.\n", "Note: these are synthetic example data.\n")
    let completed = response.completed.map { $0.warning(language) + "\n" } ?? ""
    let confidential = response.isConfidential ? ConfidentialFigures.warning(language) + "\n" : ""
    return cables + nodes + losses + completed + confidential + (response.isSynthetic ? synthetic : "")
  }

  private static let shown = 10

  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
  private func lines(_ table: [[String]]) -> String { AlignedText.lines(table).map { $0 + "\n" }.joined() }
  private func number(_ value: Double, _ decimals: Int) -> String {
    NumberStyle(decimals: decimals, language: language)(value)
  }
}
