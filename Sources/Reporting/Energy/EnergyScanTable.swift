import Planning
import Provenance
import Quantities
import WorkLocations

/// The energy scan for the terminal and for data files — *tabel van de energiescan*.
public enum EnergyScanTable {
  /// Totals, the parks that free most, and what the figures rest on.
  public static func text(_ response: ScanEnergy.Response, language: Language) -> String {
    EnergyScanLines(response: response, language: language).text
  }

  /// One row per park in the order of the ranking; kWh, m³, kW and kWp a year.
  public static func csv(_ response: ScanEnergy.Response) -> String {
    let rows = response.parks.enumerated().map { rank, park in
      [
        String(rank + 1), park.rin.text, park.name, park.municipality.text, park.province?.text ?? "",
        CommaSeparated.number(park.area.value),
      ] + figures(park.figures)
        + [
          park.station?.name ?? "", CommaSeparated.number(park.station.map { $0.distance.rounded() }), park.study ?? "",
        ]
    }
    return CommaSeparated.text([columns] + rows)
  }

  private static let columns =
    ["rang", "rin", "naam", "gemeente", "provincie", "in_gebruik_ha"]
    + [
      "elektriciteit_kwh", "aardgas_m3", "piek_kw", "gecontracteerd_kw", "onbenut_kw", "vrijgespeeld_kw", "zon_kwp",
      "zon_kwh",
    ].flatMap { [$0, $0 + "_laag", $0 + "_hoog"] }
    + ["teruglevering_kwh", "terugleverpiek_kw", "naaste_station", "naaste_station_m", "studie"]

  private static func figures(_ figures: ScanEnergy.Figures) -> [String] {
    let bands = [
      figures.electricity, figures.gas, figures.peak, figures.contracted, figures.unused, figures.freed, figures.solar,
      figures.solarYield,
    ]
    return bands.flatMap { [$0.value, $0.low, $0.high] }.map(whole) + [figures.exported, figures.exportPeak].map(whole)
  }

  private static func whole(_ value: Double) -> String { NumberStyle.plain(decimals: 0)(value) }
}

private struct EnergyScanLines {
  let response: ScanEnergy.Response
  let language: Language

  var text: String { totals + "\n" + ranking + "\n" + (stations.map { $0 + "\n" } ?? "") + closing }

  private var stations: String? {
    guard let stations = response.stations else { return nil }
    let header = [
      "station", words("terreinen", "parks"), words("tot km", "up to km"), words("MW gecontracteerd", "MW contracted"),
      words("MW vrij te spelen", "MW to be freed"),
    ]
    let shown = stations.prefix(Self.shown)
    return words(
      "Vrij te spelen per station (\(shown.count) van \(stations.count)); elk terrein telt bij het naaste station†\n",
      "To be freed per station (\(shown.count) of \(stations.count)); every park counts with the nearest station†\n")
      + lines(
        [header]
          + shown.map { station in
            [
              station.name, String(station.parks), number(station.farthest, 1),
              number(station.figures.contracted.value / Self.kilo, 1), range(station.figures.freed, 1),
            ]
          })
  }

  private var totals: String {
    let header = [
      words("gebied", "area"), words("terreinen", "parks"), "TWh", words("mln m³", "M m³"), words("MW piek", "MW peak"),
      words("MW onbenut", "MW unused"), words("MW vrij te spelen", "MW to be freed"), "MWp",
      words("GWh zon", "GWh sun"),
    ]
    return words("Energiescan, per jaar\n", "Energy scan, a year\n")
      + lines(
        [header]
          + response.totals.map { total in
            let figures = total.figures
            return [
              total.name, String(total.parks), number(figures.electricity.value / Self.giga, 2),
              number(figures.gas.value / Self.mega, 0), number(figures.peak.value / Self.kilo, 0),
              range(figures.unused), range(figures.freed), number(figures.solar.value / Self.kilo, 0),
              range(figures.solarYield, in: Self.mega),
            ]
          })
  }

  private var ranking: String {
    let header = [
      words("terrein", "park"), "ha", "GWh", words("kW piek", "kW peak"), words("kW onbenut", "kW unused"),
      words("kW vrij te spelen", "kW to be freed"), "kWp",
    ]
    let shown = response.parks.prefix(Self.shown)
    return words(
      "Meeste ruimte door een groepscontract (\(shown.count) van \(response.parks.count))\n",
      "Most room from a group contract (\(shown.count) of \(response.parks.count))\n")
      + lines(
        [header]
          + shown.map { park in
            let figures = park.figures
            return [
              park.name + (park.study == nil ? "" : words(" (studie)", " (study)")), number(park.area.value, 1),
              number(figures.electricity.value / Self.mega, 1),
              number(figures.peak.value, 0), number(figures.unused.value, 0), number(figures.freed.value, 0),
              number(figures.solar.value, 0),
            ]
          })
  }

  private var closing: String {
    let assumptions = Set(response.parameters.filter(\.isAssumption).map(\.key)).count
    let basis = words(
      "Geschat uit landelijke totalen, oppervlakte en sectoren, zonder meters; \(assumptions) parameters zijn aannames.\n",
      "Estimated from national totals, area and sectors, without meters; \(assumptions) parameters are assumptions.\n")
    let weather = words(
      "Banden: ook warme, koude, zonnige en sombere jaren; prijzen spelen in de scan geen rol.\n",
      "Bands: warm, cold, sunny and dull years too; prices play no part in the scan.\n")
    let studies = words(
      "Van \(studied) terreinen komen gebruik, piek en contracten uit een eigen studie; de duurkromme blijft die van de schatting.\n",
      "Of \(studied) parks use, peak and contracts come from a study of their own; the duration curve stays that of the estimate.\n"
    )
    let synthetic = words(
      "Let op: dit zijn synthetische voorbeelddata.\n", "Note: these are synthetic example data.\n")
    let confidential = response.isConfidential ? ConfidentialFigures.warning(language) + "\n" : ""
    return basis + weather + (studied > 0 ? studies : "") + confidential
      + (response.register.hasSyntheticData ? synthetic : "")
  }

  private var studied: Int { response.parks.count { $0.study != nil } }

  private func range(_ band: EnergyBand, _ decimals: Int = 0, in unit: Double = kilo) -> String {
    let ends = "\(number(band.low / unit, decimals))–\(number(band.high / unit, decimals))"
    return number(band.value / unit, decimals) + " (\(ends))"
  }

  private static let shown = 20
  private static let kilo = 1e3
  private static let mega = 1e6
  private static let giga = 1e9

  private func words(_ dutch: String, _ english: String) -> String { LocalizedText(nl: dutch, en: english)[language] }
  private func lines(_ table: [[String]]) -> String { AlignedText.lines(table).map { $0 + "\n" }.joined() }
  private func number(_ value: Double, _ decimals: Int) -> String {
    NumberStyle(decimals: decimals, language: language)(value)
  }
}
