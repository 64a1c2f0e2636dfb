import EnergyHubs
import Provenance
import Quantities
import WorkLocations

extension EnergyScanRun {
  func response(
    _ request: ScanEnergy.Request, _ library: PlanningLibrary, stations file: StationFile? = nil,
    studies: [RINNumber: EnergyCase] = [:]
  ) -> ScanEnergy.Response {
    let all = zip(parks, figures).map { park, figures in
      studies[park.rin].map { figures.replaced(by: $0, reserve: settings.reserve) } ?? figures
    }
    let inside = Set(register.regions.municipalities(in: request.region))
    let chosen = parks.indices.filter { inside.contains(parks[$0].municipality) }
    let freed = all.map(\.freed.value)
    let ranked = chosen.sorted {
      freed[$0] == freed[$1] ? parks[$0].rin < parks[$1].rin : freed[$0] > freed[$1]
    }
    let near = file.map(nearest)
    return ScanEnergy.Response(
      request: request, register: RegisterSummary(register), region: register.regions.summary(of: request.region),
      totals: totals(request.region, chosen, all),
      parks: ranked.map { place in
        park(
          place, all[place],
          near?[place].map { .init(name: file?.stations[$0.position].name ?? "", distance: $0.distance) },
          studies[parks[place].rin])
      }, stations: file.map { stations($0, chosen, near ?? [], all) },
      duration: duration(chosen), parameters: settings.readings, bibliography: library.cited(by: settings.readings),
      diagnostics: diagnostics + (file.map { stationDiagnostics($0, chosen, near ?? []) } ?? []))
  }

  /// Of every park, without what a single park may differ.
  private var figures: [ScanEnergy.Figures] {
    let rules = settings.rules
    let factors = (
      rules.middle.contractFactor(years), rules.low.contractFactor(years), rules.high.contractFactor(years)
    )
    return years.indices.map { place in
      let year = years[place]
      let middle = rules.middle.rights(year, factor: factors.0)
      let low = rules.low.rights(year, factor: factors.1)
      let high = rules.high.rights(year, factor: factors.2)
      let solar = settings.solar(areas[place])
      let perPeak = solar.value > 0 ? year.solarYield / solar.value : 0
      func band(_ value: (ParkRights) -> Double) -> EnergyBand {
        EnergyBand(value(middle), low: value(low), high: value(high))
      }
      return ScanEnergy.Figures(
        electricity: EnergyBand(certain: year.annual).across(settings.weather.electricity),
        gas: EnergyBand(certain: gas[place]).across(settings.weather.gas),
        peak: EnergyBand(certain: year.peak * settings.quarterFactor.value).across(settings.weather.peak),
        contracted: band(\.contracted),
        unused: band(\.unused), freed: band(\.freed), solar: solar,
        solarYield: EnergyBand(
          year.solarYield, low: solar.low * perPeak, high: solar.high * perPeak
        ).across(settings.weather.sun),
        exported: year.exported, exportPeak: year.exportPeak)
    }
  }

  private func park(
    _ place: Int, _ figures: ScanEnergy.Figures, _ station: ScanEnergy.NearStation?,
    _ study: EnergyCase?
  ) -> ScanEnergy.Park {
    let park = parks[place]
    return ScanEnergy.Park(
      rin: park.rin, name: park.name, municipality: park.municipality,
      province: register.regions.province(of: park.municipality), area: park.areaInUse,
      figures: study == nil ? figures.spread(settings.parkSpread) : figures, station: station, study: study?.name)
  }

  private func totals(_ region: RegionCode, _ chosen: [Int], _ all: [ScanEnergy.Figures]) -> [ScanEnergy.Total] {
    func total(_ code: RegionCode, _ places: [Int]) -> ScanEnergy.Total {
      ScanEnergy.Total(
        region: code, name: register.regions[code]?.name ?? code.text, parks: places.count,
        area: places.map { parks[$0].areaInUse }.total(), figures: .sum(places.map { all[$0] }))
    }
    let provinces = Dictionary(grouping: chosen) { register.regions.province(of: parks[$0].municipality) }
    let parts = provinces.compactMap { code, places in code.map { total($0, places) } }
    return [total(region, chosen)] + (parts.count > 1 ? parts.sorted { $0.region < $1.region } : [])
  }

  /// Hundred and one points of the curves, in MW.
  private func duration(_ chosen: [Int]) -> [ScanEnergy.DurationPoint] {
    guard let scan, !chosen.isEmpty else { return [] }
    let together = scan.together(chosen.map { scanned[$0] })
    let load = together.load.sorted(by: >)
    let net = together.net.sorted(by: >)
    return (0...100).map { point in
      let place = (load.count - 1) * point / 100
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

extension EnergyBand {
  init(certain value: Double) { self.init(value, low: value, high: value) }
}

extension ScanEnergy.Figures {
  fileprivate func spread(_ by: ParameterReading) -> Self {
    Self(
      electricity: electricity.spread(by), gas: gas.spread(by), peak: peak.spread(by),
      contracted: contracted.spread(by), unused: unused.spread(by), freed: freed.spread(by), solar: solar,
      solarYield: solarYield, exported: exported, exportPeak: exportPeak)
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
