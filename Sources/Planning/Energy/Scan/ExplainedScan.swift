import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// `energy scan`, explained: each figure by the formulas that gave it — *verklaarde energiescan*.
struct ExplainedScan {
  let run: EnergyScanRun
  let groups: [SectorGroup]
  let studies: [RINNumber: EnergyCase]
  /// The same by place, with their hours.
  let studied: [StudiedPlace]
  let stations: StationFile?
  /// Per park the position of its nearest station.
  let near: [(position: Int, distance: Double)?]?
  /// Per park what it adds to totals.
  let figures: [ScanEnergy.Figures]
  let positions: [RINNumber: Int]
  let terms: ScanTerms<Explanation>
  /// Nil where no hubs are asked for.
  let sizing: ScanSizing?
  private let weightSums: [ScanUse: Double]
  /// Of the shapes before they are scaled, per sector group.
  private let means: [Double]

  init(
    _ run: EnergyScanRun, groups: [SectorGroup], studies: [RINNumber: EnergyCase] = [:],
    stations: StationFile? = nil, sizing: ScanSizing? = nil
  ) {
    self.sizing = sizing
    self.run = run
    self.groups = groups
    self.studies = studies
    studied = run.studied(studies)
    self.stations = stations
    near = stations.map(run.nearest)
    figures = run.figures(with: studies)
    positions = Dictionary(run.parks.enumerated().map { ($1.rin, $0) }, uniquingKeysWith: { first, _ in first })
    terms = ScanTerms(run.settings)
    weightSums = Dictionary(
      uniqueKeysWithValues: ScanUse.allCases.map { use in
        let weights = EnergyScanRun.weights(run.areas, run.shares, run.settings.intensities(use).map(\.value))
        return (use, weights.reduce(0) { $0 + $1.reduce(0, +) })
      })
    means = run.settings.rhythms.map { $0.rhythm.unscaled(run.calendar).reduce(0, +) / Double(run.calendar.count) }
  }

  /// The figure with its name, and how it follows; long sums show their largest parts.
  func explanation(of figure: ScanFigure) -> Explanation {
    let tree = tree(figure)
    switch figure {
    case .park(_, .study), .park(_, .sized): return tree
    default: break
    }
    return tree.named(label(figure))
  }

  /// The figure alone, under its path.
  func reference(_ figure: ScanFigure) -> Explanation {
    guard let (value, unit) = known(figure) else { return explanation(of: figure).reference(to: figure.path) }
    return Explanation(label(figure), value: value, unit: unit, basis: .figure(path: figure.path))
  }

  private func tree(_ figure: ScanFigure) -> Explanation {
    switch figure {
    case .park(let rin, let figure): positions[rin].map { park($0, figure) } ?? .nothing(.one)
    case .region(let region, let figure): self.region(region, figure)
    case .station(let region, let name, let figure): sum(places(region, station: name), figure)
    case .national(let figure): national(figure)
    }
  }

  func places(_ region: RegionCode, station: String) -> [Int] {
    guard let stations, let near else { return [] }
    return run.places(in: region).filter { near[$0].map { stations.stations[$0.position].name == station } ?? false }
  }

  /// What many trees refer to, without a tree; nil for what is quicker made than looked up.
  private func known(_ figure: ScanFigure) -> (Double, Unit)? {
    switch figure {
    case .park(let rin, let figure): positions[rin].flatMap { known($0, figure) }
    case .national(let figure): known(figure)
    default: nil
    }
  }

  private func known(_ figure: NationalScanFigure) -> (Double, Unit)? {
    guard let scan = run.scan else { return nil }
    return switch figure {
    case .weights(let use): (weightSums[use] ?? 0, .squareMetre)
    case .contractFactor(let end): (run.factors[end], .factor)
    case .highestHours: (run.years.reduce(0) { $0 + $1.peak }, .kilowatt)
    case .ownPeaks: (run.years.reduce(0) { $0 + $1.ownPeaks }, .kilowatt)
    case .rhythm(let group, .shape(let hour)): (scan.shape(kind(group), hour), .factor)
    case .rhythm(let group, .year): (scan.sums[kind(group)], .hour)
    case .rhythm(let group, .highest): (scan.highest[kind(group)], .factor)
    case .rhythm(let group, .mean): (means[kind(group)], .factor)
    case .sun(.output(let hour)): (scan.sun(hour), .kilowatt)
    case .sun(.year): (scan.sunSum, .kilowattHour)
    case .share(let area, let type, let group): (run.mixes.mix(of: area, type)[kind(group)], .share)
    case .total, .land, .rhythm, .sun: nil
    }
  }

  private func known(_ place: Int, _ figure: ParkScanFigure) -> (Double, Unit)? {
    let year = run.years[place]
    return switch figure {
    case .printed(let item, let end):
      studies[run.parks[place].rin] == nil && item.isSpread
        ? (end.spread(figures[place][item, end], item.unit, by: run.terms.spread), item.unit)
        : (figures[place][item, end], item.unit)
    case .inSum(let item, let end): (figures[place][item, end], item.unit)
    case .area: (run.inUse[place].value, .netHectare)
    case .weight(let use): (weights(place, use).reduce(0, +), .squareMetre)
    case .power(let group): (run.scanned[place].meanPowers[kind(group)], .kilowatt)
    case .ownPeaks: (year.ownPeaks, .kilowatt)
    case .highestHour: (year.peak, .kilowatt)
    case .imported: (year.imported, .kilowattHour)
    case .load, .net, .distance, .study, .hub, .sized: nil
    }
  }

  func weights(_ place: Int, _ use: ScanUse) -> [Double] {
    EnergyScanRun.weights([run.areas[place]], [run.shares[place]], run.settings.intensities(use).map(\.value))[0]
  }

  func kind(_ group: String) -> Int { groups.firstIndex { $0.id == group } ?? 0 }

  /// The clock at the start of an hour.
  func time(_ hour: Int) -> String { run.calendar.year.spelled(hour) }
}
