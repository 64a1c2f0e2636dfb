import EnergyHubs
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// Every value that the scan reads — *instellingen van de energiescan*.
struct EnergyScanSettings: Sendable {
  /// TWh and m³ a year of all parks, and how many parks that are.
  let electricity: ParameterReading
  let gas: ParameterReading
  let nationalParks: ParameterReading
  /// Per sector group, in the order of the classification.
  let electricityIntensities: [ParameterReading]
  let gasIntensities: [ParameterReading]
  let rhythms: [RhythmReadings]
  let sun: SunReadings
  let unusedShare: ParameterReading
  let quarterFactor: ParameterReading
  let reserve: ParameterReading
  let roofShare: ParameterReading
  let panelArea: ParameterReading
  let parkSpread: ParameterReading
  let weather: WeatherReadings
  /// By location type and sector.
  let landPerJob: [LocationType: [String: SectorMixes.LandPerJob]]
  let readings: [ParameterReading]

  init(_ library: PlanningLibrary, on date: CalendarDate) throws(PlanningError) {
    var values = ScanValues(ParameterReader(library.parameters, on: date))
    let groups = library.sectors.groups.map(\.id)
    electricity = values(Self.firstKey)
    gas = values("energy-scan/national-gas")
    nationalParks = values("example/parks-total")
    electricityIntensities = values("energy-scan/electricity-intensity", groups)
    gasIntensities = values("energy-scan/gas-intensity", groups)
    rhythms = values.rhythms(groups)
    sun = values.sun()
    unusedShare = values("energy-scan/unused-share")
    quarterFactor = values("energy-scan/quarter-factor")
    reserve = values("energy-scan/group-reserve")
    roofShare = values("energy-scan/roof-share")
    panelArea = values("energy-scan/panel-area")
    parkSpread = values("energy-scan/park-spread")
    weather = values.weather()
    landPerJob = values.landPerJob(library.sectors)
    guard values.missing.isEmpty else { throw .missing(values.missing) }
    readings = values.reader.readings
  }

  static let firstKey = "energy-scan/national-electricity"
  static let kilowattHoursPerTerawattHour = 1e9
}

/// Reads on past what is missing, so that all of it is told at once.
private struct ScanValues {
  private(set) var reader: ParameterReader
  private(set) var missing: [ParameterError] = []

  init(_ reader: ParameterReader) { self.reader = reader }

  mutating func callAsFunction(_ key: String, _ member: String = "") -> ParameterReading {
    do {
      return try reader.read(key, member)
    } catch {
      missing.append(error)
      return ParameterReading(
        key: key, member: member, label: LocalizedText(both: key), unit: .one,
        dated: DatedValue(from: reader.date, value: 0, kind: .assumption))
    }
  }

  mutating func callAsFunction(_ key: String, _ members: [String]) -> [ParameterReading] {
    var values: [ParameterReading] = []
    for member in members { values.append(self(key, member)) }
    return values
  }

  mutating func rhythms(_ groups: [String]) -> [RhythmReadings] {
    let coldest = self("energy-scan/coldest-week")
    var rhythms: [RhythmReadings] = []
    for group in groups {
      rhythms.append(
        RhythmReadings(
          night: self("energy-scan/night-share", group), opening: self("energy-scan/opening-hour", group),
          closing: self("energy-scan/closing-hour", group), saturday: self("energy-scan/saturday-share", group),
          sunday: self("energy-scan/sunday-share", group), winterSwing: self("energy-scan/winter-swing", group),
          coldest: coldest))
    }
    return rhythms
  }

  mutating func sun() -> SunReadings {
    SunReadings(
      latitude: self("energy-scan/latitude"), longitude: self("energy-scan/longitude"),
      axialTilt: self("energy-scan/axial-tilt"), equinoxDay: self("energy-scan/equinox-day"),
      monthlyYields: self("energy-scan/solar-yield", Month.members))
  }

  mutating func weather() -> WeatherReadings {
    WeatherReadings(
      sun: years("energy-scan/sun-year"), degreeDays: years("energy-scan/degree-days"),
      electricHeating: self("energy-group/heating-share"), gasHeating: self("energy-scan/gas-heating-share"),
      months: self("energy-group/heating-month", Month.members))
  }

  /// All weather years of a parameter.
  private mutating func years(_ key: String) -> [ParameterReading] {
    self(key, reader.parameters[key]?.members.keys.sorted() ?? [""])
  }

  /// By the national values, so that regions differ by their jobs alone.
  mutating func landPerJob(_ sectors: SectorClassification) -> [LocationType: [String: SectorMixes.LandPerJob]] {
    var land: [LocationType: [String: SectorMixes.LandPerJob]] = [:]
    for type in [LocationType.seaport, .businessPark] {
      for sector in sectors.sectors {
        let member = "\(sector.id)/\(type.rawValue)"
        land[type, default: [:]][sector.id] = SectorMixes.LandPerJob(
          preference: self("demand/location-preference", member), land: self("demand/land-per-job", member))
      }
    }
    return land
  }
}
