import EnergyHubs
import Provenance
import Quantities

/// What a cold year is made of, as it was read — *koud jaar*.
struct StressWeather: Sendable {
  /// Share of the electricity of a year that heats.
  let heating: ParameterReading
  /// Share of the degree days per month.
  let months: [ParameterReading]
  /// Degree days over those of an ordinary year: those asked, else of the coldest year of the library.
  let degreeDays: Explanation

  init(_ request: StressGroup.Request, _ reader: inout ParameterReader) throws(ParameterError) {
    var months: [ParameterReading] = []
    for month in Month.members { months.append(try reader.read("energy-group/heating-month", month)) }
    self.months = months
    heating = try reader.read("energy-group/heating-share")
    degreeDays = try Self.degreeDays(request.degreeDays, &reader)
  }

  private static func degreeDays(_ asked: Double?, _ reader: inout ParameterReader) throws(ParameterError)
    -> Explanation
  {
    let label = LocalizedText(
      nl: "graaddagen van het koude jaar over die van een gewoon jaar",
      en: "degree days of the cold year over those of an ordinary one")
    if let asked { return Explanation(label, value: asked, unit: .factor, basis: .definition) }
    let key = "energy-scan/degree-days"
    var years: [Explanation] = [.one]
    for member in reader.parameters[key]?.members.keys.sorted() ?? [""] {
      years.append(Explanation(try reader.read(key, member)))
    }
    return Explanation(label, .maximum, notation: "koudste weerjaar, minstens 1", unit: .factor, parts: years)
  }

  var cold: ColdYear {
    ColdYear(heatingShare: heating.value, degreeDays: degreeDays.value, monthShares: months.map(\.value))
  }
}

/// What was chosen for the year as planned — *plan*.
struct StressPlan: Sendable {
  let sizes: HubSizes
  let found: HubCase
}
