import EnergyHubs
import Provenance
import Quantities

/// What the library says a hub costs and may be at most, where no study says otherwise — *voorwaarden van een hub*.
struct HubTerms: Sendable {
  let coefficients: EnergyCoefficients
  /// EUR per kWp a year, and EUR per kWh that feeding in yields less than buying costs.
  let roofPrice: Double
  let feedInDiscount: Double
  /// Largest battery: kW per kW of contract, and hours of that power.
  let batteryShare: Double
  let batteryHours: Double
  /// Most that a group feeds in, as a share of its contracts.
  let feedInShare: Double
  let readings: [ParameterReading]
  let origins: EnergyOrigins

  /// - Throws: `PlanningError` with every parameter that is missing.
  init(_ library: PlanningLibrary, year: Int) throws(PlanningError) {
    var assembly = EnergyCaseAssembly(Self.noFiles(year), library: library)
    coefficients = assembly.coefficients()
    roofPrice = assembly.roofPrice("")
    feedInDiscount = assembly.parameter("energy/feed-in-discount")
    batteryShare = assembly.parameter("energy/battery-power-share")
    batteryHours = assembly.parameter("energy/battery-hours")
    feedInShare = assembly.parameter("energy-scan/feed-in-share")
    guard assembly.missing.isEmpty else { throw .missing(assembly.missing) }
    readings = assembly.reader.readings
    origins = assembly.origins
  }

  private static func noFiles(_ year: Int) -> EnergyCaseFiles {
    let nothing = EnergyTable(file: "", columns: [], values: [], rowCount: 0)
    return EnergyCaseFiles(
      connections: [], load: nothing, series: nothing, settings: EnergySettings(year: year, clock: .dutch))
  }
}
