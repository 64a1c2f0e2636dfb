import EnergyHubs
import Provenance
import Quantities

/// Prices, sun and rights in the order of the year.
struct EnergySeries {
  var importPrice: [Double] = []
  var exportPrice: [Double] = []
  var roofs: [EnergyRoof] = []
  var existing: [Double] = []
  var heat: [Double] = []
  var importRight: [Double] = []
  var exportRight: [Double] = []
}

extension EnergyCaseAssembly {
  private static let price = "price"
  private static let existing = "existing_kw"
  private static let heat = "heat_kw"
  private static let importRight = "import_right_kw"
  private static let exportRight = "export_right_kw"
  private static let ownColumns = [price, existing, heat, importRight, exportRight]

  mutating func series(_ rules: SeriesRules) -> EnergySeries {
    var series = EnergySeries()
    guard checkColumns() else { return series }
    let rows = EnergyRows(
      files.series, calendar, longestHole: 0, completable: .wholeDays, completes: completesYear)
    problems += rows.diagnostics
    guard !rows.diagnostics.hasErrors else { return series }
    let discount = number("feed_in_discount", "energy/feed-in-discount")
    series.importPrice = column(Self.price, rows, isSigned: true).map { $0 / KilowattHours.perMegawattHour }
    series.exportPrice = series.importPrice.map { $0 - discount }
    series.existing = column(Self.existing, rows)
    series.heat = column(Self.heat, rows)
    series.importRight = column(Self.importRight, rows)
    series.exportRight = column(Self.exportRight, rows)
    series.roofs = roofNames.compactMap { roof($0, rows) }
    tellCompletedSeries()
    return series
  }

  /// Columns that are no other series are classes of roof.
  var roofNames: [String] {
    files.series.columns.filter { !Self.ownColumns.contains($0) }
  }

  private mutating func checkColumns() -> Bool {
    let hasPrice = files.series.columns.contains(Self.price)
    if !hasPrice {
      add(
        "no-price", .init(file: files.series.file, field: Self.price), nl: "de kolom met prijzen ontbreekt",
        "Voeg een kolom ‘price’ toe, EUR/MWh per stap.", en: "the column of prices is missing",
        "Add a column ‘price’, EUR/MWh for each step.")
    }
    let named = Set(files.connections.compactMap(\.roof)).subtracting(roofNames).sorted()
    for roof in named {
      add(
        "unknown-roof", .init(file: files.series.file, field: roof), nl: "deze dakklasse heeft geen opwekfactoren",
        "Voeg een kolom met kW per kWp toe, of verbeter de naam in connections.csv.",
        en: "this class of roof has no capacity factors",
        "Add a column of kW per kWp, or correct the name in connections.csv.")
    }
    if roofNames.count > Self.mostRoofs {
      add(
        "too-many-roofs", .init(file: files.series.file), value: "\(roofNames.count)", nl: "te veel dakklassen",
        "Voeg ze samen tot hoogstens \(Self.mostRoofs).", en: "too many classes of roof",
        "Merge them into at most \(Self.mostRoofs).")
    }
    return hasPrice
  }

  /// As many as the sizing takes.
  private static let mostRoofs = 4

  /// A column in the order of the year, with the days that were not measured where that is asked; empty where the table has none.
  private mutating func column(_ name: String, _ rows: EnergyRows, isSigned: Bool = false) -> [Double] {
    guard let column = files.series[name] else { return [] }
    let values = rows.values(column)
    let whole = completed(name, values, rows)
    if !isSigned, let step = values.firstIndex(where: { $0 < 0 }) {
      tell(
        name, rows.positions[step], count: values.count { $0 < 0 }, "negative-series", nl: "de waarde is negatief",
        en: "the value is negative")
    }
    return whole
  }

  /// - Parameter offer: what could stand for the days that are missing; nil offers nothing.
  mutating func tell(
    _ name: String, _ position: Int?, count: Int, _ code: String, nl: String, en: String, offer: YearCompletion? = nil
  ) {
    let usual = LocalizedText(
      nl: "Vul elke stap met nul of een positief getal.", en: "Fill every step with zero or a positive number.")
    let remedy = offer?.offer(usual) ?? usual
    add(
      code, .init(file: files.series.file, row: position.map { $0 + 1 }, field: name),
      nl: nl + (count > 1 ? " (\(count) keer, te beginnen hier)" : ""), remedy.nl,
      en: en + (count > 1 ? " (\(count) times, first here)" : ""), remedy.en)
  }

  /// Nil where no connection has such a roof.
  private mutating func roof(_ name: String, _ rows: EnergyRows) -> EnergyRoof? {
    let factor = column(name, rows)
    let most = files.connections.filter { $0.roof == name }.reduce(0.0) { $0 + ($1.roofMost ?? 0) }
    let measured = rows.values(files.series[name] ?? [])
    if let step = measured.firstIndex(where: { $0 > Self.highestFactor }) {
      add(
        "factor", .init(file: files.series.file, row: rows.positions[step].map { $0 + 1 }, field: name),
        value: "\(measured[step])", severity: .warning, nl: "een paneel geeft hier meer dan zijn piekvermogen",
        "Geef kW per kWp: een getal van 0 tot 1.", en: "a panel gives more than its peak power here",
        "Give kW per kWp: a number from 0 to 1.")
    }
    guard most > 0 else { return nil }
    return EnergyRoof(name: name, factor: factor, most: Kilowatts(most), price: roofPrice(name))
  }

  private static let highestFactor = 1.0
}
