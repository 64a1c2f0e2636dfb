import Planning
import Provenance
import Quantities
import WorkLocations

/// A forecast with bands for the terminal and for data files — *ramingstabel*.
public enum ForecastTable {
  /// One block per horizon and scenario with a row per province, or per market region where one province was asked about.
  public static func text(_ response: RunForecast.Response, language: Language) -> String {
    let lines = ForecastLines(response: response, language: language)
    let blocks = response.request.balance.horizons.flatMap { horizon in
      response.request.balance.scenarios.map { lines.block(horizon, $0) }
    }
    return (blocks + lines.segments).joined(separator: "\n") + lines.closing
  }

  /// One row per region, scenario and year.
  public static func csv(_ response: RunForecast.Response) -> String {
    let names = Dictionary(response.regions.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    let rows = response.bands.flatMap { bands in
      bands.years.map { year in
        [bands.region.text, names[bands.region] ?? "", bands.scenario, String(year.year)] + figures(year)
      }
    }
    return CommaSeparated.text([columns] + rows)
  }

  private static let quantiles = ["midden", "p5", "p10", "p50", "p90", "p95", "gemiddelde", "standaardfout"]
  private static let columns =
    ["regio", "naam", "scenario", "jaar"]
    + ["vraag", "saldo_hard", "saldo_met_zacht"].flatMap { name in quantiles.map { "\(name)_\($0)_ha" } }
    + ["hard_bruikbaar_ha", "kans_tekort", "kans_groot_tekort", "kans_tekort_tot_en_met", "kans_tekort_met_zacht"]
    + ["nodig_voor_risico_ha"]

  private static func figures(_ year: RegionBands.Year) -> [String] {
    [year.demand, year.balance, year.balanceWithSoft].flatMap { band in
      [band.centre, band.p5, band.p10, band.p50, band.p90, band.p95, band.mean, band.standardError].map(plain)
    } + [plain(year.hardSupply)]
      + [year.shortage, year.largeShortage, year.shortageSoFar, year.shortageWithSoft].map {
        NumberStyle.plain(decimals: 4)($0.probability)
      } + [plain(year.landForRisk)]
  }

  private static func plain(_ amount: NetHectares) -> String { NumberStyle.plain(decimals: 4)(amount.value) }
}

/// The lines of the table for a terminal.
private struct ForecastLines {
  let response: RunForecast.Response
  let language: Language

  func block(_ horizon: Int, _ scenario: String) -> String {
    let title = words(
      "Tot en met \(horizon), scenario \(scenario), hectare netto",
      "Through \(horizon), scenario \(scenario), hectares net")
    let rows = regions.compactMap { row($0, horizon, scenario) }
    return ([title] + AlignedText.lines([headers] + rows)).map { $0 + "\n" }.joined()
  }

  /// Classes of land with a shortage, per market region, scenario and horizon.
  var segments: [String] {
    guard !response.segments.isEmpty else { return [] }
    let short = response.segments.filter { $0.shortage.probability > 0 }
    let header = [
      words("Klasse terrein met kans op tekort", "Class of land with a chance of shortage"), words("Gebied", "Area"),
      "Scenario", words("Jaar", "Year"), "P10", "P50", "P90", words("Kans", "Chance"), words("Nodig", "Needed"),
    ]
    let rows = short.map { segment in
      [
        segment.spaceClass.label[language], name(segment.region), segment.scenario, String(segment.horizon),
        number(segment.demand.p10), number(segment.demand.p50), number(segment.demand.p90),
        percent(segment.shortage.probability), number(segment.landForRisk),
      ]
    }
    return [AlignedText.lines([header] + rows).map { $0 + "\n" }.joined()]
  }

  var closing: String {
    let risk = percent(response.acceptedRisk)
    let counts = response.draws.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let repair = response.repair.map {
      let change = NumberStyle(decimals: 2, language: language)($0.largestChange)
      return words(
        "De correlaties spraken elkaar tegen en zijn vervangen door de dichtstbijzijnde; grootste wijziging \(change).",
        "The correlations contradicted each other and were replaced by the nearest; largest change \(change).")
    }
    let synthetic =
      response.register.hasSyntheticData
      ? words("Let op: dit zijn synthetische voorbeelddata.", "Note: these are synthetic example data.") : nil
    let assumed = response.parameters.filter(\.isAssumption).count
    return
      ([
        "",
        words(
          "Nodig: hectaren erbij om de kans op een tekort onder \(risk) te houden. Groot: meer dan \(number(response.largeShortage)) ha. Trekkingen: \(counts); begin \(response.request.seed).",
          "Needed: hectares to add to keep the chance of a shortage below \(risk). Large: above \(number(response.largeShortage)) ha. Draws: \(counts); seed \(response.request.seed)."
        ),
        words(
          "\(AssumptionMark.sign) Rust op aannames: \(assumed) van de \(response.parameters.count) gebruikte waarden.",
          "\(AssumptionMark.sign) Rests on assumptions: \(assumed) of the \(response.parameters.count) values used."),
      ] + [repair, synthetic].compactMap { $0 }).map { $0 + "\n" }.joined()
  }

  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }

  private var headers: [String] {
    let mark = response.parameters.contains(where: \.isAssumption) ? AssumptionMark.sign : ""
    return [words("Gebied", "Area")]
      + [
        words("Vraag P10", "Demand P10"), "P50", "P90", words("Hard", "Hard"), words("Saldo P10", "Balance P10"), "P50",
        "P90", words("Kans tekort", "Chance short"), words("Groot", "Large"), words("Nodig", "Needed"),
      ].map { $0 + mark }
  }

  private var regions: [RegionSummary] {
    let asked = response.request.balance.region
    let provinces = response.regions.filter { $0.level == .province && $0.code != asked }
    let markets = response.regions.filter { $0.level == .corop && $0.code != asked }
    return (provinces.isEmpty ? markets : provinces) + response.regions.filter { $0.code == asked }
  }

  private func row(_ region: RegionSummary, _ horizon: Int, _ scenario: String) -> [String]? {
    response.bands(of: region.code, scenario: scenario)?.year(horizon).map { year in
      [region.name]
        + [year.demand.p10, year.demand.p50, year.demand.p90, year.hardSupply].map(number)
        + [year.balance.p10, year.balance.p50, year.balance.p90].map(number)
        + [percent(year.shortage.probability), percent(year.largeShortage.probability), number(year.landForRisk)]
    }
  }

  private func name(_ region: RegionCode) -> String {
    response.regions.first { $0.code == region }?.name ?? region.text
  }

  private func number(_ amount: NetHectares) -> String { NumberStyle(decimals: 0, language: language)(amount.value) }
  private func percent(_ share: Double) -> String { NumberStyle(decimals: 0, language: language)(share * 100) + "%" }
}
