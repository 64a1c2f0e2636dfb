import EnergyHubs
import Quantities
import WorkLocations

extension SizeAllParks.Park {
  /// Sizes one park; everything it needed is gone when this returns.
  /// - Parameter quarter: kW on the bill per kW of hourly mean.
  init(_ park: WorkLocation, _ regions: RegionTable, _ study: EnergyCase, quarter: Double) {
    var hub: SizeAllParks.Hub?
    var failure: SizeAllParks.Failure?
    do {
      hub = SizeAllParks.Hub(try Sizing.solve(study.sizingProblem(.init())), quarter: quarter)
    } catch {
      failure =
        if case .infeasible(let shortage) = error {
          .impossible(contractNeeded: shortage.contractNeeded.map { $0 * quarter })
        } else {
          .unproven
        }
    }
    self.init(
      rin: park.rin, name: park.name, municipality: park.municipality,
      province: regions.province(of: park.municipality), area: park.areaInUse,
      electricity: study.load.reduce(0, +) * study.hours, contracted: (study.contracted?.value ?? 0) * quarter,
      separate: study.separateCost?.total ?? 0, joint: study.jointCost.total, hub: hub, failure: failure)
  }

  /// EUR a year; nil without a hub.
  public var saving: Double? { hub.map { separate - $0.cost } }

  static func savesMore(_ one: Self, _ other: Self) -> Bool {
    (-(one.saving ?? -.infinity), one.rin) < (-(other.saving ?? -.infinity), other.rin)
  }
}

extension SizeAllParks.Hub {
  init(_ answer: SizingAnswer, quarter: Double) {
    self.init(
      contract: answer.sizes.contract * quarter, panels: answer.sizes.roofs.reduce(0, +),
      batteryEnergy: answer.sizes.batteryEnergy, batteryPower: answer.sizes.batteryPower,
      cost: answer.certificate.cost, lowerBound: answer.certificate.lowerBound, gap: answer.certificate.gap,
      largestViolation: answer.certificate.largestViolation, rounds: answer.rounds)
  }
}

extension SizeAllParks.Total {
  /// The region, then its provinces where it holds more than one.
  static func all(_ parks: [SizeAllParks.Park], _ region: RegionCode, _ regions: RegionTable) -> [Self] {
    func total(_ code: RegionCode, _ parks: [SizeAllParks.Park]) -> Self {
      Self(code, regions[code]?.name ?? code.text, parks)
    }
    let provinces = Dictionary(grouping: parks, by: \.province).compactMap { code, parks in
      code.map { total($0, parks) }
    }
    return [total(region, parks)] + (provinces.count > 1 ? provinces.sorted { $0.region < $1.region } : [])
  }

  private init(_ region: RegionCode, _ name: String, _ parks: [SizeAllParks.Park]) {
    let sized = parks.filter { $0.hub != nil }
    let hubs = sized.compactMap(\.hub)
    func built(_ figure: (SizeAllParks.Hub) -> Double) -> Double { hubs.reduce(0) { $0 + figure($1) } }
    func sum(_ figure: (SizeAllParks.Park) -> Double) -> Double { sized.reduce(0) { $0 + figure($1) } }
    self.init(
      region: region, name: name, parks: parks.count, hubs: hubs.count,
      impossible: parks.count { $0.failure != nil && $0.failure != .unproven },
      unproven: parks.count { $0.failure == .unproven }, electricity: sum(\.electricity), contracted: sum(\.contracted),
      contract: built(\.contract), panels: built(\.panels), batteryEnergy: built(\.batteryEnergy),
      batteryPower: built(\.batteryPower), separate: sum(\.separate), joint: sum(\.joint), cost: built(\.cost),
      lowerBound: built(\.lowerBound), gap: hubs.map(\.gap).max() ?? 0)
  }
}
