import Planning
import Quantities

/// First look at a group, for the terminal — *blik op de groep*.
public enum GroupLookTable {
  public static func text(_ look: LookAtGroup.Response, language: Language) -> String {
    let lines = EnergyLines(study: look.study, language: language)
    return lines.text(figures(look, lines) + [""] + members(look, lines) + [""] + months(look, lines))
  }

  private static func figures(_ look: LookAtGroup.Response, _ lines: EnergyLines) -> [String] {
    lines.pairs([
      (lines.words("Groepspiek, kW (\(look.peakTime))", "Group peak, kW (\(look.peakTime))"), lines.number(look.peak)),
      (lines.words("Som van de eigen pieken, kW", "Sum of own peaks, kW"), lines.number(look.sumOfPeaks)),
      (lines.words("Gelijktijdigheid", "Simultaneity"), lines.percent(look.simultaneity)),
      (lines.words("Som van de contracten, kW", "Sum of contracts, kW"), lines.number(look.contracted)),
      (lines.words("Onbenut door de groep", "Unused by the group"), lines.percent(look.unused)),
      (
        lines.words("Kan vervallen bij onderbenutting, kW", "May be taken back for under-use, kW"),
        lines.number(look.atRisk)
      ),
      (
        lines.words("Verbruik, MWh per jaar", "Use, MWh a year"),
        lines.number(look.annual / KilowattHours.perMegawattHour)
      ),
    ])
      + look.duration.map { level in
        lines.words(
          "\(lines.percent(level.share)) van de piek (\(lines.number(level.power)) kW) of meer: \(lines.number(level.hours)) uur",
          "\(lines.percent(level.share)) of the peak (\(lines.number(level.power)) kW) or more: \(lines.number(level.hours)) h"
        )
      }
  }

  private static func members(_ look: LookAtGroup.Response, _ lines: EnergyLines) -> [String] {
    let header = [
      lines.words("Lid", "Member"), lines.words("Contract kW", "Contract kW"), lines.words("Piek kW", "Peak kW"),
      lines.words("MWh", "MWh"),
      lines.words("Deel in hoogste \(lines.number(look.topHours)) uur", "Share of top \(lines.number(look.topHours)) h")
        + lines.mark, lines.words("Kan vervallen kW", "At risk kW"),
    ]
    return lines.table(
      header,
      look.members.map { member in
        [
          member.name, lines.number(member.contracted), lines.number(member.peak),
          lines.number(member.annual / KilowattHours.perMegawattHour), lines.percent(member.shareOfTop),
          lines.number(member.atRisk),
        ]
      })
  }

  private static func months(_ look: LookAtGroup.Response, _ lines: EnergyLines) -> [String] {
    [
      lines.words("Groepspiek per maand, kW: ", "Group peak by month, kW: ")
        + look.monthlyPeaks.map { lines.number($0) }.joined(separator: " ")
    ]
  }
}
