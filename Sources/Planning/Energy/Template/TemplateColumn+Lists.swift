import EnergyHubs
import Quantities

extension TemplateColumn {
  /// All columns of `connections.csv`.
  static let connections =
    identity + capacity + rights("") + rights(EnergyConnectionRow.feedInPrefix) + assets(isPlanned: false)
    + assets(isPlanned: true)

  private static let identity = [
    TemplateColumn(
      "id", "tekst", nl: "verplicht; eigen korte naam, ook die van de kolom of het bestand met metingen",
      en: "required; short name of your own, also that of the column or file of measurements"),
    TemplateColumn("name", "tekst", nl: "bedrijf", en: "firm"),
    TemplateColumn(
      "ean", "18 cijfers", nl: "EAN-code; maak de kolom in een rekenblad tekst",
      en: "EAN code; make the column text in a spreadsheet"),
    TemplateColumn("operator", "tekst", nl: "netbeheerder", en: "network operator"),
    TemplateColumn(
      "station", "tekst", nl: "station waar de aansluiting onder hangt", en: "station under which the connection hangs"),
    TemplateColumn(
      "consent", "ja/nee", nl: "stemt in met deze studie; nee weigert de aansluiting",
      en: "agrees with this study; no refuses the connection"),
    TemplateColumn(
      "annual_kwh", "kWh", nl: "jaarverbruik; verplicht zonder metingen, anders ter controle",
      en: "yearly use; required without measurements, else a check"),
    TemplateColumn(
      "profile", "tekst",
      nl: "standaardprofiel zonder metingen: kantoor, logistiek, productie of een kolom van profiles.csv",
      en: "standard profile without measurements: kantoor, logistiek, productie or a column of profiles.csv"),
    TemplateColumn(
      "roof", "tekst", nl: "dakklasse: een kolom van series.csv", en: "class of roof: a column of series.csv"),
    TemplateColumn(
      "roof_max_kw", "kWp", nl: "panelen die nog op het dak passen", en: "panels that still fit on the roof"),
  ]

  private static let capacity = [
    TemplateColumn(
      "contract_kw", "kW", nl: "vast gecontracteerd voor afname (GTV)", en: "firmly contracted for offtake"),
    TemplateColumn("physical_kw", "kW", nl: "wat de aansluiting fysiek kan", en: "what the connection can carry"),
    TemplateColumn(
      "feed_in_kw", "kW", nl: "vast gecontracteerd voor teruglevering", en: "firmly contracted for feed-in"),
    TemplateColumn(
      "feed_in_physical_kw", "kW", nl: "wat de aansluiting fysiek kan terugleveren",
      en: "what the connection can feed in"),
  ]

  private static func rights(_ prefix: String) -> [TemplateColumn] {
    let nl = prefix.isEmpty ? "afname" : "teruglevering"
    let en = prefix.isEmpty ? "offtake" : "feed-in"
    return [
      TemplateColumn(
        prefix + "variable_kw", "kW",
        nl: "variabel recht voor \(nl), bovenop het vaste: de netbeheerder kan het afroepen",
        en: "variable right for \(en), on top of the firm one: the operator may call it back"),
      TemplateColumn(
        prefix + "block_kw", "kW", nl: "recht voor \(nl) in vaste uren, bovenop het vaste",
        en: "right for \(en) in fixed hours, on top of the firm one"),
      TemplateColumn(
        prefix + "block_hours", "tekst", nl: "die uren: 22:00-06:00 of 22:00-06:00 ma-vr; meer met een puntkomma",
        en: "those hours: 22:00-06:00 or 22:00-06:00 mon-fri; several with a semicolon"),
      TemplateColumn(
        prefix + "duration_kw", "kW", nl: "tijdsduurgebonden recht voor \(nl), bovenop het vaste",
        en: "duration-bound right for \(en), on top of the firm one"),
      TemplateColumn(
        prefix + "duration_share", "0–1", nl: "deel van de uren waarin dat er is, zoals 0.85",
        en: "share of the hours in which it holds, such as 0.85"),
    ]
  }

  private static func assets(isPlanned: Bool) -> [TemplateColumn] {
    let prefix = isPlanned ? EnergyConnectionRow.plannedPrefix : ""
    let nl = isPlanned ? "gepland: " : ""
    let en = isPlanned ? "planned: " : ""
    let own = [
      ("pv_kwp", "kWp", "zonnepanelen", "panels"), ("wind_kw", "kW", "windmolen", "wind turbine"),
      ("battery_kwh", "kWh", "inhoud van de batterij", "capacity of the battery"),
      ("battery_kw", "kW", "vermogen van de batterij", "power of the battery"),
      ("heat_pump_kw", "kW", "elektrisch vermogen van warmtepompen", "electrical power of heat pumps"),
      ("boiler_kw", "kW", "e-boiler", "electric boiler"),
      ("chp_kw", "kW", "warmtekrachtkoppeling", "combined heat and power"),
      ("charge_points", "aantal", "laadpunten", "charge points"),
      ("charge_kw", "kW", "vermogen van alle laadpunten samen", "power of all charge points together"),
    ].map { TemplateColumn(prefix + $0.0, $0.1, nl: nl + $0.2, en: en + $0.3) }
    let year = TemplateColumn(
      EnergyConnectionRow.plannedYear, "jaar", nl: "jaar waarin het geplande er staat",
      en: "year in which the planned stands")
    return own + (isPlanned ? [year] : [])
  }

  /// Columns of `consents.csv`.
  static let consents = [
    TemplateColumn("connection", "tekst", nl: "id van de aansluiting", en: "id of the connection"),
    TemplateColumn("purpose", "tekst", nl: "doel: \(purposes)", en: "purpose: \(purposes)"),
    TemplateColumn("receiver", "tekst", nl: "wie de som mag zien", en: "who may see the sum"),
    TemplateColumn("from", "jjjj-mm-dd", nl: "eerste dag van de gegevens", en: "first day of the data"),
    TemplateColumn("to", "jjjj-mm-dd", nl: "laatste dag van de gegevens", en: "last day of the data"),
    TemplateColumn(
      "given", "jjjj-mm-dd", nl: "dag waarop toestemming is gegeven", en: "day on which consent was given"),
    TemplateColumn("until", "jjjj-mm-dd", nl: "laatste dag waarop zij geldt", en: "last day on which it holds"),
    TemplateColumn(
      "revoked", "jjjj-mm-dd", nl: "dag waarop zij is ingetrokken; leeg als dat niet zo is",
      en: "day on which it was withdrawn; empty if it was not"),
  ]

  private static let purposes = DataPurpose.allCases.map(\.rawValue).joined(separator: ", ")

  static let load = [
    TemplateColumn(
      "time", "tijd",
      nl: "begin van de stap; met Z is het UTC, anders Nederlandse kloktijd; in een rekenblad een tijdcel of tekst",
      en: "start of the step; with Z it is UTC, else Dutch clock time; in a workbook a cell with a time, or text"),
    TemplateColumn(
      "f01", "kW",
      nl:
        "een kolom per aansluiting, met haar id als naam; delen in load-2024-01.csv, load-2024-02.xlsx of in de map load",
      en:
        "a column per connection, with its id as name; parts in load-2024-01.csv, load-2024-02.xlsx or in the folder load"
    ),
  ]

  static let series = [
    TemplateColumn("time", "tijd", nl: "begin van de stap", en: "start of the step"),
    TemplateColumn("price", "EUR/MWh", nl: "inkoopprijs", en: "price of import"),
    TemplateColumn(
      "zuid", "kW per kWp",
      nl:
        "een kolom per dakklasse, of geen; ook mogelijk: existing_kw, heat_kw (warmtevraag), import_right_kw, export_right_kw",
      en:
        "a column per class of roof, or none; also possible: existing_kw, heat_kw (heat demand), import_right_kw, export_right_kw"
    ),
  ]
}
