import Planning
import Quantities

/// What events do to a group, for the terminal and for data files — *tegenvallertabel*.
public enum GroupStressTable {
  public static func text(_ response: StressGroup.Response, language: Language) -> String {
    GroupStressLines(response: response, lines: EnergyLines(study: response.study, language: language)).text
  }

  /// One row per event and member that is left; EUR a year and kW.
  public static func csv(_ response: StressGroup.Response) -> String {
    let columns = [
      "gebeurtenis", "onderwerp", "id", "naam", "kosten_eur", "meer_dan_gepland_eur", "voordeel_tegenover_alleen_eur",
      "groep_kosten_eur", "groep_meer_eur", "groep_contract_kw", "niet_geleverd_kwh",
    ]
    let rows = response.outcomes.flatMap { outcome in
      let whole = [outcome.cost?.total, outcome.increase, outcome.contract, outcome.unserved].map(CommaSeparated.number)
      let head = [outcome.event.rawValue, outcome.subject ?? ""]
      guard !outcome.members.isEmpty else { return [head + ["", "", "", "", ""] + whole] }
      return outcome.members.map { member in
        head + [member.id, member.name]
          + [member.cost, member.increase, member.saving].map(CommaSeparated.number) + whole
      }
    }
    return CommaSeparated.text(columns, rows)
  }
}

private struct GroupStressLines {
  let response: StressGroup.Response
  let lines: EnergyLines

  var text: String { lines.text(events + [""] + members + [""] + verdicts + [""] + included) }

  private var events: [String] {
    lines.figures(
      [
        lines.words("Gebeurtenis", "Event"), lines.words("Samen €", "Together €") + lines.mark,
        lines.words("Blijvers betalen meer €", "Those left pay more €"), lines.words("Ieder apart €", "Each alone €"),
        lines.words("Contract kW", "Contract kW"), lines.words("Meer kW", "More kW"),
      ],
      response.outcomes.map { outcome in
        [
          name(outcome), lines.number(outcome.cost?.total), lines.number(outcome.increase),
          lines.number(outcome.costAlone), lines.number(outcome.contract), lines.number(outcome.contractRise),
        ]
      })
  }

  /// Of every member the year as planned, then what each event adds.
  private var members: [String] {
    guard let planned = response.outcomes.first else { return [] }
    let others = response.outcomes.dropFirst()
    let header =
      [lines.words("Lid: meer dan gepland €", "Member: more than planned €"), lines.words("Gepland", "As planned")]
      + others.indices.map { "(\($0))" }
    let rows = planned.members.map { member in
      [member.name, lines.number(member.cost)]
        + others.map { outcome in lines.number(outcome.members.first { $0.id == member.id }?.increase) }
    }
    return lines.figures(header, rows)
  }

  private var verdicts: [String] {
    response.outcomes.map { outcome in
      let said: String
      if let missing = outcome.unserved {
        said = lines.words(
          "kan niet: \(lines.number(missing)) kWh past niet binnen de rechten",
          "cannot be: \(lines.number(missing)) kWh does not fit the rights")
      } else if outcome.worseOff.isEmpty {
        said = lines.words("niemand slechter af dan alleen", "nobody worse off than alone")
      } else {
        let names = outcome.worseOff.map { "\($0.name) (€ \(lines.number(-$0.saving)))" }.joined(separator: ", ")
        said = lines.words("slechter af dan alleen: \(names)", "worse off than alone: \(names)")
      }
      return "\(name(outcome)): \(said)."
    }
  }

  private var included: [String] {
    [
      lines.words(
        "Kosten: energie met slijtage, contract, maandpieken, zonnepanelen en batterij; de inzet is per gebeurtenis opnieuw",
        "Costs: energy with wear, contract, monthly peaks, panels and battery; the operation is chosen anew for each event,"
      ),
      lines.words(
        "de goedkoopste, met bewijs. Ieder betaalt de energie die het alleen zou kopen; de rest volgt sleutel \(key).",
        "the cheapest, with proof. Each pays the energy that it would buy alone; the rest follows key \(key)."),
      lines.words(
        "Koud jaar: \(lines.number(response.degreeDays, 2)) maal de graaddagen, \(lines.percent(response.heatingShare)) van de stroom verwarmt†.",
        "Cold year: \(lines.number(response.degreeDays, 2)) times the degree days, \(lines.percent(response.heatingShare)) of the power heats†."
      ),
    ]
  }

  private var key: String { response.request.division.key }

  private func name(_ outcome: StressGroup.Outcome) -> String {
    let place = response.outcomes.firstIndex(of: outcome) ?? 0
    let label: String
    switch outcome.event {
    case .asPlanned: return lines.words("Zoals gepland", "As planned")
    case .memberLeaves:
      label = lines.words("\(outcome.subject ?? "") vertrekt", "\(outcome.subject ?? "") leaves")
    case .batteryFails: label = lines.words("Batterij valt uit", "Battery fails")
    case .coldYear: label = lines.words("Koud jaar", "Cold year")
    case .priceYear:
      let file = outcome.subject?.split(separator: "/").last.map(String.init) ?? ""
      label = lines.words("Prijzen van \(file)", "Prices of \(file)")
    }
    return "(\(place)) \(label)"
  }
}
