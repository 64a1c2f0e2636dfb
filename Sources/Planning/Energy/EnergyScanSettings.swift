import EnergyHubs
import Provenance
import Quantities
import SpaceDemand
import WorkLocations

/// Every value that the scan reads — *instellingen van de energiescan*.
struct EnergyScanSettings: Sendable {
  /// kWh and m³ a year of all parks, and how many parks that are.
  let electricity: Double
  let gas: Double
  let nationalParks: ParameterReading
  /// Per sector group, in the order of the classification.
  let electricityIntensities: [Double]
  let gasIntensities: [Double]
  let rhythms: [WorkRhythm]
  let sun: SunRule
  let unusedShare: ParameterReading
  let quarterFactor: ParameterReading
  let reserve: ParameterReading
  let roofShare: ParameterReading
  let panelArea: ParameterReading
  let parkSpread: ParameterReading
  let weather: ScanWeather
  /// m² of a location type per job of a sector.
  let landPerJob: [LocationType: [String: Double]]
  let readings: [ParameterReading]

  init(_ library: PlanningLibrary, on date: CalendarDate) throws(PlanningError) {
    var values = ScanValues(ParameterReader(library.parameters, on: date))
    let groups = library.sectors.groups.map(\.id)
    electricity = values(Self.firstKey).value * Self.kilowattHoursPerTerawattHour
    gas = values("energy-scan/national-gas").value
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
  private static let kilowattHoursPerTerawattHour = 1e9

  /// Rights in the middle and at both ends, where less is unused and a group keeps more, for a cold year too, and the other
  /// way round.
  var rules: (middle: RightsRule, low: RightsRule, high: RightsRule) {
    func rule(_ unused: Double, _ reserve: Double) -> RightsRule {
      RightsRule(unusedShare: unused, quarterFactor: quarterFactor.value, reserve: reserve)
    }
    return (
      rule(unusedShare.value, reserve.value),
      rule(unusedShare.dated.low, (1 + reserve.dated.high) * weather.peak.upperBound - 1),
      rule(unusedShare.dated.high, (1 + reserve.dated.low) * weather.peak.lowerBound - 1)
    )
  }

  /// kWp on the roofs of an area in m².
  func solar(_ area: Double) -> EnergyBand {
    EnergyBand(
      area * roofShare.value / panelArea.value, low: area * roofShare.dated.low / panelArea.dated.high,
      high: area * roofShare.dated.high / panelArea.dated.low)
  }
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

  mutating func callAsFunction(_ key: String, _ members: [String]) -> [Double] {
    var values: [Double] = []
    for member in members { values.append(self(key, member).value) }
    return values
  }

  mutating func rhythms(_ groups: [String]) -> [WorkRhythm] {
    let coldest = self("energy-scan/coldest-week").value
    var rhythms: [WorkRhythm] = []
    for group in groups {
      rhythms.append(
        WorkRhythm(
          night: self("energy-scan/night-share", group).value, opening: self("energy-scan/opening-hour", group).value,
          closing: self("energy-scan/closing-hour", group).value,
          saturday: self("energy-scan/saturday-share", group).value,
          sunday: self("energy-scan/sunday-share", group).value,
          winterSwing: self("energy-scan/winter-swing", group).value, coldest: coldest))
    }
    return rhythms
  }

  mutating func sun() -> SunRule {
    return SunRule(
      latitude: self("energy-scan/latitude").value * Self.radians,
      longitude: self("energy-scan/longitude").value * Self.radians, axialTilt: Self.axialTilt * Self.radians,
      equinox: Self.equinox,
      monthlyYields: self("energy-scan/solar-yield", Month.members))
  }

  private static let radians = Double.pi / 180
  /// Degrees, and the share of the year before the equinox of spring: day 81 of 365.
  private static let axialTilt = 23.45
  private static let equinox = 80.0 / 365

  mutating func weather() -> ScanWeather {
    ScanWeather(
      sun: years("energy-scan/sun-year"), degreeDays: years("energy-scan/degree-days"),
      electricHeating: self("energy-group/heating-share").value,
      gasHeating: self("energy-scan/gas-heating-share").value,
      coldestMonth: self("energy-group/heating-month", Month.members).max() ?? 0)
  }

  /// The range of all weather years of a parameter, the mean year included.
  private mutating func years(_ key: String) -> ClosedRange<Double> {
    let values = self(key, reader.parameters[key]?.members.keys.sorted() ?? [""])
    return min(1, values.min() ?? 1)...max(1, values.max() ?? 1)
  }

  /// By the national values, so that regions differ by their jobs alone.
  mutating func landPerJob(_ sectors: SectorClassification) -> [LocationType: [String: Double]] {
    var land: [LocationType: [String: Double]] = [:]
    for type in [LocationType.seaport, .businessPark] {
      for sector in sectors.sectors {
        let member = "\(sector.id)/\(type.rawValue)"
        land[type, default: [:]][sector.id] =
          self("demand/location-preference", member).value * self("demand/land-per-job", member).value
      }
    }
    return land
  }
}
