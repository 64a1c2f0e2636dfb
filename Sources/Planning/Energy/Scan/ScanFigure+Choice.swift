import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// Which figures a place has. A path means a figure when it is the path of one of these, so both cannot differ.
extension ExplainedScan {
  /// - Throws: `PlanningError.invalidInput` with what is possible at the first step that does not exist.
  func figure(_ path: String) throws(PlanningError) -> ScanFigure {
    let steps = path.split(separator: "/").dropFirst().map(String.init)
    let place = steps.first ?? ""
    let hour = steps.last.flatMap(Int.init).map { $0 - 1 }.flatMap { (0..<run.calendar.count).contains($0) ? $0 : nil }
    let found = figures(at: steps, hour: hour)
    guard !found.isEmpty else { throw .noStep(place, after: ScanFigure.step, possible: Self.places(run.register)) }
    if let figure = found.first(where: { $0.path == path }) { return figure }
    try refuseSharedName(steps)
    let hours = "1 … \(run.calendar.count)"
    let known = figures(at: steps, hour: 0).map { figure in
      figure.hour == nil ? figure.steps : figure.steps.dropLast() + [hours]
    }
    let searched =
      RINNumber(place).flatMap { positions[$0] } == nil ? [] : [ParkScanFigure.hubStep, EnergyTopic.size.rawValue]
    throw .noFigure(steps, in: ScanFigure.step, known: known + searched.map { [place, $0] })
  }

  /// - Throws: `PlanningError.invalidInput` with the names of their own where several stations have the name of the path.
  private func refuseSharedName(_ steps: [String]) throws(PlanningError) {
    guard steps.count > 2, steps[1] == ScanFigure.stationStep else { return }
    let rest = steps.dropFirst(2).joined(separator: "/")
    let found = stations?.sharedNames.first { rest == $0.key || rest.hasPrefix($0.key + "/") }
    guard let (name, own) = found else { return }
    throw .invalidInput([
      Diagnostic(
        .error, "explain.shared-name", at: .init(file: stations?.name), value: name,
        message: LocalizedText(
          nl: "\(own.count) stations hebben deze naam", en: "\(own.count) stations have this name"),
        remedy: LocalizedText(
          nl: "Kies er een: \(own.joined(separator: ", ")).", en: "Choose one: \(own.joined(separator: ", "))."))
    ])
  }

  private static func places(_ register: Register) -> [String] {
    let levels: [RegionLevel] = [.country, .province]
    return [ScanFigure.nationalStep] + levels.flatMap { register.regions.regions(at: $0).map(\.code.text) }
      + ["RIN"]
  }

  /// The figures of the place that a path begins with, those of an hour only for the hour asked.
  private func figures(at steps: [String], hour: Int?) -> [ScanFigure] {
    guard let place = steps.first else { return [] }
    if place == ScanFigure.nationalStep { return national(hour).map(ScanFigure.national) }
    if let rin = RINNumber(place), let position = positions[rin] {
      return (parkFigures(position, hour) + hubFigures(position, at: steps)).map { .park(rin, $0) }
    }
    let region = RegionCode(place)
    guard run.register.regions[region] != nil else { return [] }
    return regionFigures(hour).map { .region(region, $0) } + stationFigures(region)
  }

  private func parkFigures(_ place: Int, _ hour: Int?) -> [ParkScanFigure] {
    let study = studies[run.parks[place].rin]
    let printed = ScanItem.allEnds.map { ParkScanFigure.printed($0, $1) }
    let inSum =
      study == nil ? ScanItem.allEnds.filter { $0.0.isSpread }.map { ParkScanFigure.inSum($0, $1) } : []
    let parts: [ParkScanFigure] =
      [.area] + ScanUse.allCases.map { .weight($0) } + groups.map { .power($0.id) } + [
        .ownPeaks, .highestHour, .imported,
      ]
    let hours = hour.map { [ParkScanFigure.load($0), .net($0)] } ?? []
    let distance: [ParkScanFigure] = near?[place] == nil ? [] : [.distance]
    return printed + inSum + parts + hours + distance + lookFigures(study).map { .study($0) }
  }

  private func regionFigures(_ hour: Int?) -> [RegionScanFigure] {
    let sums = ScanSum.all.map { RegionScanFigure.sum($0) } + groups.map { .power($0.id) }
    let hours = hour.map { [RegionScanFigure.load($0), .net($0)] } ?? []
    return sums + hours
      + (0...100).flatMap { point in DurationFigure.allCases.map { .duration(point, $0) } }
      + (sizing == nil ? [] : HubTotalFigure.all.map { .hub($0) })
  }

  private func stationFigures(_ region: RegionCode) -> [ScanFigure] {
    guard let stations, let near else { return [] }
    let named = Set(run.places(in: region).compactMap { near[$0]?.position }).sorted()
    return named.flatMap { position in
      (ScanSum.all + [.farthest]).map { .station(region, stations.stations[position].name, $0) }
    }
  }

  private func national(_ hour: Int?) -> [NationalScanFigure] {
    let shared: [NationalScanFigure] =
      ScanUse.allCases.flatMap { [.total($0), .weights($0)] } + ScanEnd.allCases.map { .contractFactor($0) }
      + [.highestHours, .ownPeaks]
    let shapes: [NationalScanFigure.RhythmFigure] =
      [.mean, .highest, .year] + (hour.map { [.unscaled($0), .shape($0)] } ?? [])
    let rhythms = groups.flatMap { group in shapes.map { NationalScanFigure.rhythm(group.id, $0) } }
    let sun: [NationalScanFigure.SunFigure] =
      [.year] + Month.members.indices.map { .month($0) } + (hour.map { [.height($0), .output($0)] } ?? [])
    let mixes: [NationalScanFigure] = ([nil] + run.mixes.areas).flatMap { area in
      run.mixes.types.flatMap { type in
        groups.flatMap { [.land(area, type, $0.id), .share(area, type, $0.id)] }
      }
    }
    return shared + rhythms + sun.map { .sun($0) } + mixes
  }
}
