import Quantities

/// A unit that meter files write: what is measured, and how many kW or kWh one of it is.
struct MeterUnit: Hashable {
  var measure: SeriesFormat.Measure
  var factor = 1.0

  init(_ measure: SeriesFormat.Measure, factor: Double = 1) {
    self.measure = measure
    self.factor = factor
  }

  /// The unit among words; nil when there is none.
  init?(_ words: [String]) {
    guard let found = words.lazy.compactMap({ Self.units[$0] }).first else { return nil }
    self = found
  }

  private static let units: [String: MeterUnit] = [
    "kwh": MeterUnit(.kilowattHoursPerStep), "kw": MeterUnit(.kilowatts), "mw": MeterUnit(.megawatts),
    "wh": MeterUnit(.kilowattHoursPerStep, factor: 1 / KilowattHours.perMegawattHour),
    "mwh": MeterUnit(.kilowattHoursPerStep, factor: KilowattHours.perMegawattHour),
    "w": MeterUnit(.kilowatts, factor: 1 / Kilowatts.perMegawatt),
  ]
}
