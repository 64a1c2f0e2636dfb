import PlaneGeometry
import Provenance
import Quantities
import WorkLocations

extension TableReading {
  /// Plots of parks that the register has: the result is those parks with their plots replaced.
  mutating func readPlots() {
    let parks = Dictionary(context.parks.map { ($0.rin, $0) }, uniquingKeysWith: { _, last in last })
    var plots: [RINNumber: [Plot]] = [:]
    for row in rows {
      guard let plot = record({ reading throws(InvalidRecord) in try reading.plot(row) }, row: row) else { continue }
      if parks[plot.park] == nil { tallyNoPark(plot.park, row) }
      plots[plot.park, default: []].append(plot)
    }
    for rin in plots.keys.sorted() {
      guard let park = parks[rin], let own = plots[rin] else { continue }
      checkNet(park, own)
      if let park = try? park.with(plots: own) { records.parks.append(park) }
    }
  }

  private mutating func plot(_ row: SourceRow) throws(InvalidRecord) -> Plot? {
    let outline = area(row)
    let stated = number(.plotArea, row).map(SquareMetres.init)
    guard let id = key(.plot, row), let park = rin(row, required: true) else { return nil }
    guard let area = stated ?? outline.map({ SquareMetres($0.area) }) else {
      _ = key(.plotArea, row)
      return nil
    }
    return try Plot(
      id: id, park: park, status: plotStatus(row), owner: text(.owner, row), area: area,
      category: category(Field.category.rawValue, row), outline: outline, origin: origin(row))
  }

  private mutating func plotStatus(_ row: SourceRow) -> PlotStatus {
    guard let text = text(.status, row) else { return .unknown }
    let known = PlotStatus.known.keys.first { PlainName.of($0.rawValue) == PlainName.of(text) }
    if known == nil { tallyUnknownCode(text, field: Field.status.rawValue, row) }
    return known ?? PlotStatus(rawValue: text)
  }

  /// Net area is the sum of the plots that count as net (data standards 1d).
  private mutating func checkNet(_ park: WorkLocation, _ plots: [Plot]) {
    let sum = plots.filter(\.status.countsAsNet).map(\.area).reduce(.zero, +).asNetHectares
    guard let net = park.attributes.net, net > .zero else { return }
    guard (sum - net).value.magnitude > context.rules.areaTolerance * net.value else { return }
    let style = NumberStyle.plain(decimals: 2)
    findings.report(
      .warning, "plot.net-differs", record: "RIN \(park.rin) \(park.name)",
      value: "\(style(sum.value)) / \(style(net.value)) ha",
      LocalizedText(
        nl: "de kavels tellen niet op tot de netto oppervlakte", en: "the plots do not add up to the net area"),
      remedy: LocalizedText(
        nl: "Controleer of alle kavels en hun status zijn geleverd.",
        en: "Check whether all plots and their status were delivered."))
  }

  private mutating func tallyNoPark(_ rin: RINNumber, _ row: SourceRow) {
    findings.tally(
      .error, "plot.park-missing", row: row.number, field: fields.columnName(Field.rin.rawValue), value: rin.text,
      LocalizedText(
        nl: "kavel van een terrein dat niet in het register staat", en: "plot of a park that is not in the register"),
      remedy: LocalizedText(
        nl: "Importeer eerst de terreinen of verbeter het RIN-nummer.",
        en: "Import the parks first or correct the RIN number."))
  }
}

extension WorkLocation {
  fileprivate func with(plots: [Plot]) throws(InvalidRecord) -> WorkLocation {
    try WorkLocation(
      rin: rin, name: name, municipality: municipality, type: type, kind: kind, attributes: attributes, plots: plots,
      outline: outline, otherColumns: otherColumns, origin: origin)
  }
}
