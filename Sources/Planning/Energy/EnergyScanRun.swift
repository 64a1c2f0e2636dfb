import EnergyHubs
import Provenance
import Quantities
import WorkLocations

/// The year of every park of a register — *doorrekening van de energiescan*.
struct EnergyScanRun: Sendable {
  let register: Register
  let settings: EnergyScanSettings
  let mixes: SectorMixes
  /// Parks with land in use on business parks and seaports, in the order of the register; those without.
  let parks: [WorkLocation]
  let skipped: Int
  let areas: [Double]
  let scanned: [ScannedPark]
  let gas: [Double]
  let years: [ParkYear]
  let scan: ParkScan?
  /// Whether the register has so many parks that the national totals are theirs.
  let coversCountry: Bool

  init(_ register: Register, settings: EnergyScanSettings, sectors: SectorClassification) {
    self.register = register
    self.settings = settings
    let mixes = SectorMixes(register, sectors: sectors, landPerJob: settings.landPerJob)
    let parks = register.parks.filter { $0.type.locationType != .office && $0.areaInUse > .zero }
    skipped = register.parks.count { $0.type.locationType != .office } - parks.count
    let areas = parks.map { $0.areaInUse.value * Self.squareMetresPerHectare }
    let count = Double(parks.count)
    coversCountry = count >= settings.nationalParks.dated.low / 2
    let part = coversCountry ? 1 : count / settings.nationalParks.value
    let calendar = HourCalendar(register.referenceDate.year)
    let spread = parks.map { mixes.mix(in: $0.municipality, $0.type.locationType) }
    let powers = Self.divided(
      settings.electricity * part / Double(calendar.count), areas, spread, settings.electricityIntensities)
    gas = Self.divided(settings.gas * part, areas, spread, settings.gasIntensities).map { $0.reduce(0, +) }
    let scanned = zip(powers, areas).map { ScannedPark(meanPowers: $0, solar: settings.solar($1).value) }
    let scan = ParkScan(
      shapes: Parallel.map(settings.rhythms) { $0.shape(calendar) }, sun: settings.sun.profile(calendar))
    years = scan.map { Self.years($0, scanned) } ?? []
    self.mixes = mixes
    self.parks = parks
    self.areas = areas
    self.scanned = scanned
    self.scan = scan
  }

  private static let squareMetresPerHectare = 10_000.0
  /// Parks that one thread takes at a time; a multiple of the width of a vector.
  private static let parksAtATime = 256

  /// A total over parks and kinds of firm, by area · share · intensity.
  private static func divided(_ total: Double, _ areas: [Double], _ mixes: [[Double]], _ intensities: [Double])
    -> [[Double]]
  {
    let weights = zip(areas, mixes).map { area, mix in zip(mix, intensities).map { area * $0 * $1 } }
    let sum = weights.reduce(0) { $0 + $1.reduce(0, +) }
    return weights.map { $0.map { sum > 0 ? total * $0 / sum : 0 } }
  }

  private static func years(_ scan: ParkScan, _ parks: [ScannedPark]) -> [ParkYear] {
    let parts = stride(from: 0, to: parks.count, by: parksAtATime).map {
      Array(parks[$0..<min($0 + parksAtATime, parks.count)])
    }
    return Parallel.map(parts, scan.years).flatMap { $0 }
  }
}

extension WorkLocation {
  /// Net land less what is still to be issued — *netto in gebruik*.
  var areaInUse: NetHectares {
    let open = (attributes.immediatelyIssuable ?? .zero) + (attributes.laterIssuable ?? .zero)
    return max(.zero, (attributes.net ?? .zero) - open)
  }
}
