import Provenance
import Quantities
import WorkLocations

/// Values for an energy scan of the polder, which holds a part of the parks of its country.
extension Polder {
  public static let scanParameters = ParameterSet(totals + rhythms + roofs + weather)

  private static let totals: [Parameter] = [
    parameter("energy-scan/national-electricity", .terawattHour, ["": 0.5]),
    parameter("energy-scan/national-gas", .cubicMetre, ["": 4_000_000]),
    parameter("example/parks-total", .count, ["": 40]),
    parameter("energy-scan/electricity-intensity", .factor, groups(1.5, 0.5, 1)),
    parameter("energy-scan/gas-intensity", .factor, groups(2, 0.25, 0.5)),
    band("energy-scan/unused-share", .share, 0.5, 0.35, 0.6),
    band("energy-scan/quarter-factor", .factor, 1.025, 1.02, 1.03),
    band("energy-scan/group-reserve", .share, 0.1, 0.05, 0.2),
    band("energy-scan/park-spread", .factor, 1, 0.5, 2),
  ]

  private static let rhythms: [Parameter] = [
    parameter("energy-scan/coldest-week", .share, ["": 0.05]),
    parameter("energy-scan/night-share", .share, groups(0.5, 0.25, 0.125)),
    parameter("energy-scan/opening-hour", .hour, groups(6, 5, 8)),
    parameter("energy-scan/closing-hour", .hour, groups(22, 20, 18)),
    parameter("energy-scan/saturday-share", .share, groups(0.5, 0.75, 0.25)),
    parameter("energy-scan/sunday-share", .share, groups(0.25, 0.5, 0)),
    parameter("energy-scan/winter-swing", .factor, groups(0.125, -0.0625, 0.25)),
  ]

  private static let roofs: [Parameter] = [
    parameter("energy-scan/latitude", .factor, ["": 52.1]),
    parameter("energy-scan/longitude", .factor, ["": 5.2]),
    parameter("energy-scan/axial-tilt", .factor, ["": 23.45]),
    parameter("energy-scan/equinox-day", .count, ["": 81]),
    parameter(
      "energy-scan/solar-yield", .kilowattHour,
      Dictionary(uniqueKeysWithValues: zip(months, [20, 38, 78, 112, 126, 126, 126, 107, 80, 48, 24, 15]))),
    band("energy-scan/roof-share", .share, 0.2, 0.1, 0.3),
    band("energy-scan/panel-area", .squareMetre, 6, 5, 8),
  ]

  private static let weather: [Parameter] = [
    parameter("energy-scan/sun-year", .factor, ["2018": 1.125, "somber": 0.9375]),
    parameter("energy-scan/degree-days", .factor, ["2010": 1.125, "2014": 0.75]),
    parameter("energy-scan/gas-heating-share", .share, ["": 0.5]),
    parameter("energy-group/heating-share", .share, ["": 0.25]),
    parameter(
      "energy-group/heating-month", .share,
      Dictionary(uniqueKeysWithValues: months.map { ($0, $0 == "01" ? 0.25 : 0.0625) })),
  ]

  private static let months = (1...12).map { $0 < 10 ? "0\($0)" : "\($0)" }

  private static func groups(_ amounts: Double...) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: zip(sectors.groups.map(\.id), amounts))
  }

  private static func band(_ key: String, _ unit: Unit, _ value: Double, _ low: Double, _ high: Double) -> Parameter {
    let dated = DatedValue(
      from: CalendarDate(startOf: 2020), value: value, low: low, high: high, kind: .statistic, source: "polderboek",
      locator: "tabel 1")
    return timeline(key, unit, ["": [dated]])
  }
}
