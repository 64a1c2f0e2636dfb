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
  let parks: Chosen<WorkLocation>
  let skipped: Int
  /// Land in use of each.
  let inUse: [NetHectares]
  /// The same in m².
  let areas: [Double]
  /// Shares of the sector groups per park.
  let shares: [[Double]]
  let scanned: [ScannedPark]
  let gas: [Double]
  let years: [ParkYear]
  let scan: ParkScan?
  let calendar: HourCalendar
  let terms: ScanTerms<Double>
  /// Contracted power over own peaks.
  let factors: ScanBand<Double>

  init(_ register: Register, settings: EnergyScanSettings, sectors: SectorClassification) {
    self.register = register
    self.settings = settings
    let mixes = SectorMixes(register, sectors: sectors, landPerJob: settings.landPerJob)
    let all = register.parks
    let working = all.indices.filter { all[$0].type.locationType != .office }
    let land = working.map { all[$0].areaInUse }
    let used = working.indices.filter { land[$0] > .zero }
    let parks = Chosen(all, at: used.map { working[$0] })
    skipped = working.count - parks.count
    inUse = used.map { land[$0] }
    let areas = inUse.map { Double.squareMetres($0.value) }
    let calendar = HourCalendar(register.referenceDate.year)
    let terms = ScanTerms<Double>(settings)
    let shares = parks.indices.map { mixes.mix(in: parks[$0].municipality, parks[$0].type.locationType) }
    let electricity: Double = settings.national(.electricity, parks: parks.count)
    func divided(_ use: ScanUse, _ total: Double) -> [[Double]] {
      Self.divided(total, areas, shares, settings.intensities(use).map(\.value), use.item.unit)
    }
    let powers = divided(.electricity, .meanPower(electricity, hours: calendar.count))
    gas = divided(.gas, settings.national(.gas, parks: parks.count)).map { $0.reduce(0, +) }
    let scanned = zip(powers, areas).map { ScannedPark(meanPowers: $0, solar: terms.solar($1, .middle)) }
    let scan = ParkScan(
      shapes: Parallel.map(settings.rhythms) { $0.rhythm.shape(calendar) }, sun: settings.sun.rule.profile(calendar))
    let years = scan.map { Self.years($0, scanned) } ?? []
    let peaks = years.reduce(0) { $0 + $1.peak }
    let ownPeaks = years.reduce(0) { $0 + $1.ownPeaks }
    factors = ScanBand { terms.rights($0).contractFactor(peaks: peaks, ownPeaks: ownPeaks) }
    self.years = years
    self.mixes = mixes
    self.parks = parks
    self.areas = areas
    self.shares = shares
    self.scanned = scanned
    self.scan = scan
    self.calendar = calendar
    self.terms = terms
  }

  /// Whether the register has so many parks that the national totals are theirs.
  var coversCountry: Bool { settings.covers(parks.count) }

  /// Parks that one thread takes at a time; a multiple of the width of a vector.
  private static let parksAtATime = 256

  /// A total over parks and kinds of firm, by area · share · intensity.
  private static func divided(
    _ total: Double, _ areas: [Double], _ mixes: [[Double]], _ intensities: [Double], _ unit: Unit
  ) -> [[Double]] {
    let weights = weights(areas, mixes, intensities)
    let sum = weights.reduce(0) { $0 + $1.reduce(0, +) }
    return weights.map { $0.map { .part(total, $0, of: sum, unit) } }
  }

  static func weights(_ areas: [Double], _ mixes: [[Double]], _ intensities: [Double]) -> [[Double]] {
    zip(areas, mixes).map { area, mix in zip(mix, intensities).map { .weight(area, $0, $1) } }
  }

  private static func years(_ scan: ParkScan, _ parks: [ScannedPark]) -> [ParkYear] {
    let parts = stride(from: 0, to: parks.count, by: parksAtATime).map {
      Array(parks[$0..<min($0 + parksAtATime, parks.count)])
    }
    return Parallel.map(parts, scan.years).flatMap { $0 }
  }
}
