import Planning
import Provenance
import Quantities
import WorkLocations

/// What to build on every park, for the terminal and for data files — *dimensionering van alle terreinen*.
public enum ParkSizingTable {
  /// Totals, the parks that save most, and what the figures rest on.
  public static func text(_ response: SizeAllParks.Response, language: Language) -> String {
    ParkSizingLines(response: response, language: language).text
  }

  /// One row per park, by what a hub saves; kW, kWp, kWh and EUR a year. Cells of a park without an answer are empty.
  public static func csv(_ response: SizeAllParks.Response) -> String {
    CommaSeparated.text([columns] + response.parks.enumerated().map { row($0 + 1, $1) })
  }

  private static let columns = [
    "rang", "rin", "naam", "gemeente", "provincie", "in_gebruik_ha", "elektriciteit_kwh", "gecontracteerd_kw",
    "apart_eur", "samen_eur", "uitkomst", "contract_kw", "zon_kwp", "batterij_kwh", "batterij_kw", "hub_eur",
    "ondergrens_eur", "gat", "overschrijding", "ronden", "nodig_contract_kw",
  ]

  private static func row(_ rank: Int, _ park: SizeAllParks.Park) -> [String] {
    [
      String(rank), park.rin.text, park.name, park.municipality.text, park.province?.text ?? "",
      CommaSeparated.number(park.area.value), number(park.electricity, 0), number(park.contracted, 1),
      number(park.separate, 2), number(park.joint, 2), outcome(park),
    ] + hub(park.hub) + [needed(park).map { number($0, 1) } ?? ""]
  }

  private static func hub(_ hub: SizeAllParks.Hub?) -> [String] {
    guard let hub else { return [String](repeating: "", count: columns.count - 12) }
    return [
      number(hub.contract, 1), number(hub.panels, 1), number(hub.batteryEnergy, 1), number(hub.batteryPower, 1),
      number(hub.cost, 2), number(hub.lowerBound, 2), "\(hub.gap)", "\(hub.largestViolation)", String(hub.rounds),
    ]
  }

  private static func outcome(_ park: SizeAllParks.Park) -> String {
    switch park.failure {
    case nil: "bewezen"
    case .impossible: "onmogelijk"
    case .unproven: "onbewezen"
    }
  }

  private static func needed(_ park: SizeAllParks.Park) -> Double? {
    if case .impossible(let contract) = park.failure { contract } else { nil }
  }

  private static func number(_ value: Double, _ decimals: Int) -> String {
    NumberStyle.plain(decimals: decimals)(value)
  }
}

private struct ParkSizingLines {
  let response: SizeAllParks.Response
  let language: Language

  var text: String { totals + "\n" + ranking + "\n" + closing }

  private var totals: String {
    let header = [
      words("gebied", "area"), words("terreinen", "parks"), words("bewezen", "proven"),
      words("MW contracten", "MW contracts"), words("MW groep", "MW group"), "MWp", "MWh", "MW",
      words("apart, mln EUR", "alone, M EUR"), words("samen", "together"), words("hub", "hub"),
      words("bespaart", "saves"), words("grootste gat", "largest gap"),
    ]
    let rows = response.totals.map { total in
      [
        total.name, String(total.parks), String(total.hubs), number(total.contracted / Self.kilo, 0),
        number(total.contract / Self.kilo, 0), number(total.panels / Self.kilo, 0),
        number(total.batteryEnergy / Self.kilo, 0), number(total.batteryPower / Self.kilo, 0),
        number(total.separate / Self.mega, 1), number(total.joint / Self.mega, 1), number(total.cost / Self.mega, 1),
        percent(total.separate - total.cost, of: total.separate), small(total.gap),
      ]
    }
    return words("Hub per terrein, EUR per jaar\n", "A hub for every park, EUR a year\n") + lines([header] + rows)
  }

  private var ranking: String {
    let header = [
      words("terrein", "park"), "GWh", words("kW contracten", "kW contracts"), words("kW groep", "kW group"), "kWp",
      "kWh", "kW", words("apart, kEUR", "alone, kEUR"), words("samen", "together"), "hub", words("bespaart", "saves"),
    ]
    let shown = response.parks.prefix(Self.shown)
    return words(
      "Grootste besparing (\(shown.count) van \(response.parks.count))\n",
      "Largest saving (\(shown.count) of \(response.parks.count))\n") + lines([header] + shown.map(row))
  }

  private func row(_ park: SizeAllParks.Park) -> [String] {
    func cell(_ value: (SizeAllParks.Hub) -> Double) -> String { park.hub.map { number(value($0), 0) } ?? "–" }
    return [
      park.name, number(park.electricity / Self.mega, 1), number(park.contracted, 0), cell(\.contract), cell(\.panels),
      cell(\.batteryEnergy), cell(\.batteryPower), number(park.separate / Self.kilo, 0),
      number(park.joint / Self.kilo, 0), cell { $0.cost / Self.kilo },
      park.saving.map { percent($0, of: park.separate) } ?? "–",
    ]
  }

  private var closing: String {
    let assumptions = Set(response.parameters.filter(\.isAssumption).map(\.key)).count
    let whole = response.totals.first
    let failed =
      (whole?.hubs ?? 0) < (whole?.parks ?? 0)
      ? words(
        "Zonder getal: \(whole?.impossible ?? 0) terreinen waar het niet past, \(whole?.unproven ?? 0) zonder bewijs.\n",
        "Without a number: \(whole?.impossible ?? 0) parks where it does not fit, \(whole?.unproven ?? 0) unproven.\n")
      : ""
    let prices =
      response.hasSyntheticPrices
      ? words("Prijzen: \(response.prices), synthetisch.\n", "Prices: \(response.prices), synthetic.\n")
      : words("Prijzen: \(response.prices).\n", "Prices: \(response.prices).\n")
    let basis = words(
      "Uren uit de energiescan, zonder meters; \(assumptions) parameters zijn aannames. Bij elke hub hoort een bewijs.\n",
      "Hours of the energy scan, without meters; \(assumptions) parameters are assumptions. Every hub carries a proof.\n"
    )
    let synthetic = words(
      "Let op: dit zijn synthetische voorbeelddata.\n", "Note: these are synthetic example data.\n")
    return failed + prices + basis + (response.register.hasSyntheticData ? synthetic : "")
  }

  private static let shown = 20
  private static let kilo = 1e3
  private static let mega = 1e6

  private func small(_ value: Double) -> String { SmallNumber.text(value, language) }
  private func percent(_ part: Double, of whole: Double) -> String {
    whole > 0 ? number(part / whole * 100, 1) + " %" : "–"
  }
  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
  private func lines(_ table: [[String]]) -> String { AlignedText.lines(table).map { $0 + "\n" }.joined() }
  private func number(_ value: Double, _ decimals: Int) -> String {
    NumberStyle(decimals: decimals, language: language)(value)
  }
}
