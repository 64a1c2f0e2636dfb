import EnergyHubs
import Provenance
import Quantities
import WorkLocations

extension EnergyScanRun {
  func response(
    _ request: ScanEnergy.Request, _ library: PlanningLibrary, stations file: StationFile? = nil,
    studies: [RINNumber: EnergyCase] = [:]
  ) -> ScanEnergy.Response {
    let all = figures(with: studies)
    let chosen = places(in: request.region)
    let freed = all.map(\.freed.value)
    let ranked = chosen.sorted {
      freed[$0] == freed[$1] ? parks[$0].rin < parks[$1].rin : freed[$0] > freed[$1]
    }
    let near = file.map(nearest)
    return ScanEnergy.Response(
      request: request, isConfidential: chosen.contains { studies[parks[$0].rin]?.isConfidential ?? false },
      register: RegisterSummary(register), region: register.regions.summary(of: request.region),
      totals: totals(request.region, chosen, all),
      parks: ranked.map { place in
        park(
          place, all[place],
          near?[place].map { .init(name: file?.stations[$0.position].name ?? "", distance: $0.distance) },
          studies[parks[place].rin])
      }, stations: file.map { stations($0, chosen, near ?? [], all) },
      duration: duration(chosen, studies), parameters: settings.readings,
      bibliography: library.cited(by: settings.readings),
      diagnostics: diagnostics + (file.map { stationDiagnostics($0, chosen, near ?? []) } ?? []))
  }

  /// Of every park, without what a single park may differ.
  func figures(with studies: [RINNumber: EnergyCase]) -> [ScanEnergy.Figures] {
    let figures = figures
    guard !studies.isEmpty else { return figures }
    return figures.indices.map { place in
      studies[parks[place].rin].map { figures[place].replaced(by: $0, terms) } ?? figures[place]
    }
  }

  private var figures: [ScanEnergy.Figures] {
    let sunSum = scan?.sunSum ?? 0
    return years.indices.map { place in
      let year = years[place]
      let amounts = ScanAmounts(
        ScanYear(
          annual: year.annual, gas: gas[place], highestHour: year.peak, ownPeaks: year.ownPeaks, area: areas[place],
          sunSum: sunSum), terms, factors: factors)
      return ScanEnergy.Figures(
        electricity: EnergyBand(amounts.electricity), gas: EnergyBand(amounts.gas), peak: EnergyBand(amounts.peak),
        contracted: EnergyBand(amounts.contracted), unused: EnergyBand(amounts.unused),
        freed: EnergyBand(amounts.freed), solar: EnergyBand(amounts.solar),
        solarYield: EnergyBand(amounts.solarYield), exported: year.exported, exportPeak: year.exportPeak)
    }
  }

  private func park(
    _ place: Int, _ figures: ScanEnergy.Figures, _ station: ScanEnergy.NearStation?,
    _ study: EnergyCase?
  ) -> ScanEnergy.Park {
    let park = parks[place]
    return ScanEnergy.Park(
      rin: park.rin, name: park.name, municipality: park.municipality,
      province: register.regions.province(of: park.municipality), area: inUse[place],
      figures: study == nil ? figures.spread(by: terms.spread) : figures, station: station, study: study?.name,
      isConfidential: study?.isConfidential)
  }

  private func totals(_ region: RegionCode, _ chosen: [Int], _ all: [ScanEnergy.Figures]) -> [ScanEnergy.Total] {
    func total(_ code: RegionCode, _ places: [Int]) -> ScanEnergy.Total {
      ScanEnergy.Total(
        region: code, name: register.regions[code]?.name ?? code.text, parks: places.count,
        area: places.map { inUse[$0] }.total(), figures: .sum(places.map { all[$0] }))
    }
    let provinces = Dictionary(grouping: chosen) { register.regions.province(of: parks[$0].municipality) }
    let parts = provinces.compactMap { code, places in code.map { total($0, places) } }
    return [total(region, chosen)] + (parts.count > 1 ? parts.sorted { $0.region < $1.region } : [])
  }

  /// The places of the parks of a region.
  func places(in region: RegionCode) -> [Int] {
    let inside = Set(register.regions.municipalities(in: region))
    return parks.indices.filter { inside.contains(parks[$0].municipality) }
  }

  /// The rank of an hour from the highest at which a point of a curve stands.
  static func rank(of point: Int, among hours: Int) -> Int { (hours - 1) * point / 100 }

  /// Hundred and one points of the curves, in MW.
  private func duration(_ chosen: [Int], _ studies: [RINNumber: EnergyCase]) -> [ScanEnergy.DurationPoint] {
    guard let together = together(chosen, studies: studied(studies)) else { return [] }
    let load = together.load.sorted(by: >)
    let net = together.net.sorted(by: >)
    return (0...100).map { point in
      let place = Self.rank(of: point, among: load.count)
      return ScanEnergy.DurationPoint(
        hours: Double(place), load: load[place] / Kilowatts.perMegawatt, net: net[place] / Kilowatts.perMegawatt)
    }
  }

  private var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    if skipped > 0 {
      found.append(
        Diagnostic(
          .warning, "energy-scan.no-area", value: String(skipped),
          message: LocalizedText(
            nl: "terreinen zonder netto oppervlakte in gebruik tellen niet mee",
            en: "parks without net land in use do not count"),
          remedy: LocalizedText(
            nl: "Vul de netto oppervlakte in het register aan.", en: "Fill in the net area in the register.")))
    }
    if !mixes.without.isEmpty {
      found.append(
        Diagnostic(
          .warning, "energy-scan.no-jobs", value: mixes.without.map(\.text).joined(separator: ", "),
          message: LocalizedText(
            nl: "van deze gebieden zijn geen banen bekend; de landelijke sectormix geldt",
            en: "no jobs are known for these areas; the national mix of sectors holds"),
          remedy: LocalizedText(
            nl: "Importeer banen per gemeente of COROP-gebied.", en: "Import jobs by municipality or COROP area.")))
    }
    return found + (coversCountry ? [] : [Self.partOfCountry])
  }

  private static let partOfCountry = Diagnostic(
    .warning, "energy-scan.part-of-country",
    message: LocalizedText(
      nl: "het register bevat maar een deel van de terreinen; elk terrein krijgt gemiddeld het landelijk gemiddelde",
      en: "the register holds only part of the parks; on average every park gets the national mean"),
    remedy: LocalizedText(
      nl: "Scan een register van het hele land om de landelijke totalen te verdelen.",
      en: "Scan a register of the whole country to spread the national totals."))
}

extension ScanEnergy.Figures {
  /// Wider by what a single park may differ.
  func spread(by spread: ScanBand<Double>) -> Self {
    func band(_ item: ScanItem) -> EnergyBand {
      EnergyBand(ScanBand { $0.spread(self[item, $0], item.unit, by: spread) })
    }
    return Self(
      electricity: band(.electricity), gas: band(.gas), peak: band(.peak), contracted: band(.contracted),
      unused: band(.unused), freed: band(.freed), solar: solar, solarYield: solarYield, exported: exported,
      exportPeak: exportPeak)
  }

  /// Peaks add up as those of the parks one by one, not of all at once.
  static func sum(_ all: [Self]) -> Self {
    func band(_ figure: (Self) -> EnergyBand) -> EnergyBand { all.reduce(.zero) { $0 + figure($1) } }
    return Self(
      electricity: band(\.electricity), gas: band(\.gas), peak: band(\.peak), contracted: band(\.contracted),
      unused: band(\.unused), freed: band(\.freed), solar: band(\.solar), solarYield: band(\.solarYield),
      exported: all.reduce(0) { $0 + $1.exported }, exportPeak: all.reduce(0) { $0 + $1.exportPeak })
  }
}
