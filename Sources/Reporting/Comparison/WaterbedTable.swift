import Planning
import Quantities
import SupplyDemandBalance
import WorkLocations

/// What freezing plans does to neighbours, for the terminal and for data files — *waterbedtabel*.
public enum WaterbedTable {
  public static func text(_ response: AssessWaterbed.Response, language: Language) -> String {
    let lines = WaterbedLines(response: response, language: language)
    return response.effects.map(lines.block).joined(separator: "\n") + lines.closing
  }

  /// One row per market that loses plans, scenario, horizon and neighbour.
  public static func csv(_ response: AssessWaterbed.Response) -> String {
    let rows = response.effects.flatMap { effect in
      effect.pressures.map { pressure in
        [effect.region.text, effect.scenario, String(effect.horizon)]
          + [effect.frozen, effect.unserved, effect.inMunicipality, effect.elsewhereInMarket, effect.leaving].map(
            number)
          + [pressure.region.text]
          + [pressure.fitting, pressure.arriving, pressure.served, pressure.unserved].map(number)
      }
    }
    return CommaSeparated.text([columns] + rows)
  }

  private static let columns = [
    "regio", "scenario", "jaar", "bevroren_ha", "onbediend_ha", "in_gemeente_ha", "elders_in_markt_ha", "vertrekt_ha",
    "buur", "passend_vrij_ha", "komt_aan_ha", "vindt_plaats_ha", "vindt_geen_plaats_ha",
  ]

  private static func number(_ amount: NetHectares) -> String { CommaSeparated.number(amount.value) }
}

private struct WaterbedLines {
  let response: AssessWaterbed.Response
  let language: Language

  func block(_ effect: AssessWaterbed.Effect) -> String {
    let title =
      "\(name(effect.region)), \(effect.scenario), "
      + words("tot en met \(effect.horizon), hectare netto", "through \(effect.horizon), hectares net") + "\n"
    return title + lines(summary(effect)) + neighbours(effect)
  }

  var closing: String {
    let none = words(
      "De plannen zijn in geen enkele marktregio aanbod.\n", "The plans are no supply in any market region.\n")
    let reading =
      response.countsSoftPlans
      ? words("\nGelezen met zachte plannen.\n", "\nRead with soft plans.\n")
      : words("\nGelezen met alleen hard aanbod.\n", "\nRead with hard supply only.\n")
    let synthetic = words(
      "Let op: dit zijn synthetische voorbeelddata.\n", "Note: these are synthetic example data.\n")
    return (response.effects.isEmpty ? none : reading) + (response.register.hasSyntheticData ? synthetic : "")
  }

  private func summary(_ effect: AssessWaterbed.Effect) -> [[String]] {
    [
      [words("bevroren", "frozen"), number(effect.frozen), ""],
      [words("vraag zonder plaats", "demand without a place"), number(effect.unserved), ""],
      [words("  zoekt verder in de gemeente", "  looks on in the municipality"), number(effect.inMunicipality), ""],
      [words("  zoekt elders in de markt", "  looks elsewhere in the market"), number(effect.elsewhereInMarket), ""],
      [
        words("  zoekt bij de buren", "  looks at the neighbours"), number(effect.leaving),
        "(\(number(effect.leavingLow)) – \(number(effect.leavingHigh)))",
      ],
    ]
  }

  private func neighbours(_ effect: AssessWaterbed.Effect) -> String {
    let found = effect.pressures.filter { $0.arriving > .negligible }
    guard !found.isEmpty else { return "" }
    let header = [
      words("buur", "neighbour"), words("passend vrij", "fitting and free"), words("komt aan", "arrives"),
      words("vindt plaats", "finds a place"), words("vindt geen plaats", "finds none"), "",
    ]
    let rows = found.map { pressure in
      [name(pressure.region)] + [pressure.fitting, pressure.arriving, pressure.served, pressure.unserved].map(number)
        + [""]
    }
    return lines([header] + rows)
  }

  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
  private func name(_ code: RegionCode) -> String { response.regions.first { $0.code == code }?.name ?? code.text }
  private func lines(_ table: [[String]]) -> String { AlignedText.lines(table).map { $0 + "\n" }.joined() }
  private func number(_ amount: NetHectares) -> String { NumberStyle(decimals: 1, language: language)(amount.value) }
}
