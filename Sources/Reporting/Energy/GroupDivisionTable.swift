import Planning
import Quantities

/// A group contract and its division, for the terminal and for data files — *verdeeltabel*.
public enum GroupDivisionTable {
  public static func text(_ response: DivideGroup.Response, language: Language) -> String {
    GroupDivisionLines(response: response, language: language).text
  }

  /// One row per member; kW, kWh and EUR a year.
  public static func csv(_ response: DivideGroup.Response) -> String {
    let columns = [
      "id", "naam", "contract_kw", "piek_kw", "gebruik_kwh", "kosten_alleen_eur", "kosten_groep_eur", "voordeel_eur",
      "fout_eur", "kosten_niemand_slechter_eur",
    ]
    return CommaSeparated.text(
      columns,
      response.members.map { member in
        [member.id, member.name]
          + [
            member.contracted, member.peak, member.annual, member.costAlone, member.cost, member.saving, member.error,
            member.spared,
          ].map(CommaSeparated.number)
      })
  }
}

private struct GroupDivisionLines {
  let response: DivideGroup.Response
  let language: Language

  var text: String { rights + "\n" + members + "\n" + closing }

  private var rights: String {
    let rows = [
      (words("som van de contracten", "sum of the contracts"), response.contracts),
      (words("som van de eigen pieken", "sum of the own peaks"), response.sumOfPeaks),
      (words("piek van de groep", "peak of the group"), response.peak),
      (words("recht van de groep", "right of the group"), response.contract),
      (words("vrij, altijd", "freed, firm"), response.freedFirm),
      (
        words(
          "vrij, \(number(response.durationShare * 100)) % van de uren daarbovenop",
          "freed on top, \(number(response.durationShare * 100))% of the hours"), response.freedNonFirm
      ),
    ]
    return "\(response.study), kW\n" + lines(rows.map { [$0.0, number($0.1)] })
  }

  private var members: String {
    let header = [
      words("lid", "member"), words("contract kW", "contract kW"), words("piek kW", "peak kW"),
      words("alleen €", "alone €"), words("groep €", "group €"), words("voordeel €", "saving €"), "±",
      words("niemand slechter €", "nobody worse €"),
    ]
    let rows = response.members.map { member in
      [
        member.name, number(member.contracted), number(member.peak), number(member.costAlone), number(member.cost),
        number(member.saving), number(member.error), member.spared.map(number) ?? "–",
      ]
    }
    let total = [
      words("samen", "together"), number(response.contracts), "", number(response.costAlone),
      number(response.costTogether), number(response.costAlone - response.costTogether), "", "",
    ]
    return words("Transportkosten per jaar, sleutel \(key)\n", "Cost of transport a year, key \(key)\n")
      + lines([header] + rows + [total])
  }

  private var key: String {
    response.request.key + (response.orders.map { words(" (\($0) volgordes)", " (\($0) orders)") } ?? "")
  }

  private var closing: String {
    let worse = response.worseOff.map { "\($0.name) (€ \(number(-$0.saving)))" }.joined(separator: ", ")
    let verdict =
      worse.isEmpty
      ? words("Niemand gaat erop achteruit.\n", "Nobody is worse off.\n")
      : words("Slechter af bij deze sleutel: \(worse).\n", "Worse off by this key: \(worse).\n")
    let spare =
      response.canSpareAll
      ? ""
      : words(
        "Samen betalen zij meer dan alleen: geen verdeling ontziet iedereen.\n",
        "Together they pay more than alone: no division spares all.\n")
    let excess =
      response.excessHours > 0
      ? words(
        "Het recht wordt \(number(response.excessHours)) uur overschreden, \(number(response.excess)) kWh.\n",
        "The right is passed in \(number(response.excessHours)) hours, \(number(response.excess)) kWh.\n") : ""
    let synthetic = words(
      "Let op: dit zijn synthetische voorbeelddata.\n", "Note: these are synthetic example data.\n")
    let completed = response.completed.map { $0.warning(language) + "\n" } ?? ""
    let confidential = response.isConfidential ? ConfidentialFigures.warning(language) + "\n" : ""
    return verdict + spare + excess + completed + confidential + (response.isSynthetic ? synthetic : "")
  }

  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
  private func lines(_ table: [[String]]) -> String { AlignedText.lines(table).map { $0 + "\n" }.joined() }
  private func number(_ value: Double) -> String { NumberStyle(decimals: 0, language: language)(value) }
}
