import Planning
import Quantities
import SupplyDemandBalance
import WorkLocations

/// A balance for the terminal and for data files — *balanstabel*.
public enum BalanceTable {
  /// One block per horizon with a row per province, or per market region where one province was asked about; the region
  /// asked about comes last. Aligned with spaces.
  public static func text(_ response: RunBalance.Response, language: Language) -> String {
    let lines = BalanceLines(response: response, language: language)
    return response.request.horizons.map(lines.block).joined(separator: "\n") + lines.closing
  }

  /// One row per region, scenario and horizon; comma, decimal point, no grouping (RFC 4180).
  public static func csv(_ response: RunBalance.Response) -> String {
    let names = Dictionary(response.regions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = response.balances.map { balance in
      ([
        balance.region.text, names[balance.region]?.name ?? "", names[balance.region]?.level.rawValue ?? "",
        balance.scenario, String(balance.horizon),
      ] + figures(balance))
    }
    return CommaSeparated.text([columns] + rows)
  }

  private static let columns =
    ["regio", "naam", "niveau", "scenario", "jaar", "vraag_ha"]
    + SupplyKind.allCases.map {
      $0.rawValue.replacing("-", with: "_") + "_ha"
    } + ["frictie_ha", "ijzeren_voorraad_ha"]
    + ["hard", "met_zacht"].flatMap { reading in
      ["bruikbaar", "saldo", "tekort", "mismatch"].map { "\($0)_\(reading)_ha" } + ["oordeel_\(reading)"]
    }

  private static func figures(_ balance: RegionBalance) -> [String] {
    ([balance.demand] + SupplyKind.allCases.map { balance.supply[$0] ?? .zero }
      + [balance.frictionalReserve, balance.ironStock]).map(plain)
      + [balance.hard, balance.withSoft].flatMap { side in
        [side.usable, side.balance, side.shortage, side.mismatch].map(plain) + [side.verdict.rawValue]
      }
  }

  private static func plain(_ amount: NetHectares) -> String { NumberStyle.plain(decimals: 4)(amount.value) }
}

/// The lines of the table for a terminal.
private struct BalanceLines {
  let response: RunBalance.Response
  let language: Language

  func block(_ horizon: Int) -> String {
    let title = words("Tot en met \(horizon), hectare netto", "Through \(horizon), hectares net")
    let rows = regions.flatMap { self.rows(of: $0, horizon) }
    let marked = headers.map { $0 + (response.assumptions.isEmpty ? "" : AssumptionMark.sign) }
    let table = [[words("Gebied", "Area")] + marked + [words("Oordeel (hard)", "Verdict (hard)")]] + rows
    return ([title] + AlignedText.lines(table)).map { $0 + "\n" }.joined()
  }

  /// What a reader must know of the figures above.
  var closing: String {
    let synthetic =
      response.register.hasSyntheticData
      ? "\n" + words("Let op: dit zijn synthetische voorbeelddata.", "Note: these are synthetic example data.") + "\n"
      : ""
    let count = response.assumptions.count
    let assumed =
      count == 0
      ? ""
      : "\n"
        + words(
          "\(AssumptionMark.sign) Rust op aannames: \(count) van de \(response.parameters.count) gebruikte waarden.",
          "\(AssumptionMark.sign) Rests on assumptions: \(count) of the \(response.parameters.count) values used.")
        + "\n"
    return synthetic + assumed
  }

  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }

  private var headers: [String] {
    [
      words("Vraag laag", "Demand low"), words("Vraag hoog", "Demand high"), words("Hard", "Hard"),
      words("Zacht", "Soft"), words("Laagste saldo", "Lowest balance"), words("Hoogste saldo", "Highest balance"),
      words("Laagste met zacht", "Lowest with soft"), words("Hoogste met zacht", "Highest with soft"),
    ]
  }

  private var regions: [RegionSummary] {
    let asked = response.regions.filter { $0.code == response.request.region }
    let provinces = response.regions.filter { $0.level == .province && $0.code != response.request.region }
    let markets = response.regions.filter { $0.level == .corop && $0.code != response.request.region }
    return (provinces.isEmpty ? markets : provinces) + asked
  }

  /// The region over the library's scenarios, then a row for each scenario of the user.
  private func rows(of region: RegionSummary, _ horizon: Int) -> [[String]] {
    let own = response.request.ownScenarios.map(\.id)
    let plain = response.request.scenarios.filter { !own.contains($0) }
    return [row(region, plain, region.name, horizon)].compactMap { $0 }
      + own.compactMap { row(region, [$0], plain.isEmpty ? "\(region.name) \($0)" : "  \($0)", horizon) }
  }

  private func row(_ region: RegionSummary, _ scenarios: [String], _ name: String, _ horizon: Int) -> [String]? {
    let found = scenarios.compactMap { response.balance(of: region.code, scenario: $0, horizon: horizon) }
    guard !found.isEmpty else { return nil }
    let pairs = [found.map(\.demand), found.map(\.hardSupply), found.map(\.softSupply)]
    let balances = [found.map(\.hard.balance), found.map(\.withSoft.balance)]
    return [name, low(pairs[0]), high(pairs[0]), high(pairs[1]), high(pairs[2])]
      + balances.flatMap { [low($0), high($0)] } + [verdict(found)]
  }

  private func low(_ amounts: [NetHectares]) -> String { number(amounts.min()) }
  private func high(_ amounts: [NetHectares]) -> String { number(amounts.max()) }

  private func number(_ amount: NetHectares?) -> String {
    NumberStyle(decimals: 0, language: language)(amount?.value ?? 0)
  }

  /// One word, or one per scenario where they differ.
  private func verdict(_ found: [RegionBalance]) -> String {
    let words = found.map { $0.hard.verdict.label[language] }
    return Set(words).count == 1 ? words[0] : words.joined(separator: " / ")
  }
}
