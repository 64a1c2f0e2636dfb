import Planning
import Provenance
import Quantities

/// A sum that others may see, as CSV and as a word about it — *gedeelde som*.
public enum SharedSumTable {
  /// Energy and highest mean power of each stretch of time; nothing of any member, and empty where one is nearly all of it.
  public static func csv(_ response: ShareGroupSum.Response) -> String {
    let number = NumberStyle.plain(decimals: decimals)
    let rows = response.figures.map { figure in
      ([figure.start] + [figure.energy, figure.peak].map { $0.map { number($0) } ?? "" }).joined(separator: ",")
    }
    let synthetic = response.isSynthetic ? "_synthetic" : ""
    return (["start,kwh\(synthetic),peak_kw\(synthetic)"] + rows).joined(separator: "\n") + "\n"
  }

  private static let decimals = 3

  public static func text(_ response: ShareGroupSum.Response, language: Language) -> String {
    let release = response.release
    let (members, left) = (release.members.count, response.withoutConsent.count)
    var lines = [
      LocalizedText(
        nl: "\(release.file): publicatie \(release.id), som van \(members) aansluitingen voor \(release.receiver), "
          + "\(release.from) tot en met \(release.to)",
        en: "\(release.file): release \(release.id), sum of \(members) connections for \(release.receiver), "
          + "\(release.from) through \(release.to)"),
      LocalizedText(
        nl: "Zonder toestemming en dus niet in de som: \(left)", en: "Without consent and so not in the sum: \(left)"),
    ]
    if response.isSynthetic {
      lines.append(
        LocalizedText(
          nl: "Let op: dit zijn synthetische voorbeelddata.", en: "Note: these are synthetic example data."))
    } else if response.unmeasured > 0 {
      lines.append(
        LocalizedText(
          nl: "Niet gemeten, uit een standaardprofiel: \(response.unmeasured)",
          en: "Not measured, from a standard profile: \(response.unmeasured)"))
    }
    if let completed = response.completed {
      lines.append(
        LocalizedText(
          nl: "Voor een deel van het jaar gemeten, en aangevuld: \(completed)",
          en: "Measured for a part of the year, and completed: \(completed)"))
    }
    if let hidden = response.hidden {
      let share = NumberStyle.plain(decimals: 0)(hidden.largestShare * 100)
      lines.append(
        LocalizedText(
          nl:
            "Leeg gelaten, omdat één lid er meer dan \(share) % van is: \(hidden.energies) van \(hidden.of) tijdvakken en "
            + "\(hidden.peaks) hoogste vermogens",
          en:
            "Left empty because one member is more than \(share) % of it: \(hidden.energies) of \(hidden.of) periods and "
            + "\(hidden.peaks) highest powers"))
    }
    let assumed = response.parameters.count { $0.isAssumption }
    if assumed > 0 {
      lines.append(
        LocalizedText(
          nl: "\(AssumptionMark.sign) De drempels zijn aannames: \(assumed) van de \(response.parameters.count).",
          en: "\(AssumptionMark.sign) The thresholds are assumptions: \(assumed) of the \(response.parameters.count)."))
    }
    return lines.map { $0[language] + "\n" }.joined()
  }
}
