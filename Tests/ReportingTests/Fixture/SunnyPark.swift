import EnergyHubs
import Foundation
import Planning
import PlanningTestKit
import Provenance
import Quantities
import Testing

/// A made-up park of three firms in hours: two by day, one by night, with a roof and room for a battery.
struct SunnyPark {
  static let year = ProfileYear(2025, step: .hour)
  var isSynthetic = true
  /// A text in names of firms, for escape tests.
  var nasty = ""
  var members = 3
  var knowsContracts = true

  private func load(_ member: Int) -> [Float] {
    (0..<Self.year.count).map { step in
      let hour = step % 24
      let isDay = (7..<18).contains(hour)
      let level: Float = member.isMultiple(of: 3) ? (isDay ? 20 : 80) : (isDay ? 90 : 15)
      return level + Float((step * (member + 3)) % 11)
    }
  }

  func park() throws -> EnergyCase {
    let connections = try (0..<members).map { member in
      EnergyConnection(
        id: "f\(member)", name: "Firma \(member)\(nasty)", station: "MS-1",
        offtake: .init(contracted: knowsContracts || member > 0 ? Kilowatts(200) : nil), roof: "plat",
        roofMost: Kilowatts(100),
        profile: try #require(
          Profile(
            Self.year, kilowatts: load(member),
            origin: member == 1 ? .standard(name: "productie") : isSynthetic ? .derived : .measured(filled: 4))))
    }
    let price = (0..<Self.year.count).map { 0.08 + 0.04 * sin(Double($0 % 24) * .pi / 12) }
    let sun = (0..<Self.year.count).map { max(0, sin(Double($0 % 24 - 6) * .pi / 12)) * 0.6 }
    return EnergyCase(
      name: "Zonnepark (proef)", isSynthetic: isSynthetic, year: Self.year, connections: connections,
      importPrice: price,
      exportPrice: price.map { $0 - 0.02 },
      roofs: [EnergyRoof(name: "plat", factor: sun, most: Kilowatts(100 * Double(members)), price: 60)],
      limits: EnergyLimits(
        contractMost: 200 * Double(members), export: 50, batteryEnergyMost: 400, batteryPowerMost: 200),
      coefficients: EnergyCoefficients(
        contractPrice: 40, peakPrice: 3.5, batteryEnergyPrice: 30, batteryPowerPrice: 15, chargeEfficiency: 0.95,
        dischargeEfficiency: 0.95, hourlyLoss: 0, wear: 0.01,
        underuse: UnderuseRule(usedShare: 0.5, unused: Kilowatts(1000)), topHours: 24),
      parameters: [
        ParameterReading(
          key: "energy/contract-price", member: "",
          label: LocalizedText(nl: "Prijs van contract", en: "Contract price"),
          unit: .euroPerKilowattYear, dated: DatedValue(from: CalendarDate(startOf: 2020), value: 40, kind: .assumption)
        )
      ])
  }

  var library: PlanningLibrary {
    let own = ParameterSet([
      PlanningTestKit.Polder.parameter("energy-scan/group-reserve", .share, ["": 0.1]),
      PlanningTestKit.Polder.parameter("energy-group/duration-share", .share, ["": 0.85]),
    ])
    return PlanningLibrary(
      parameters: own, bibliography: PlanningTestKit.Polder.bibliography, sectors: PlanningTestKit.Polder.sectors,
      addOns: [])
  }

  func response(_ request: ComposeEnergyReport.Request = .init()) throws -> ComposeEnergyReport.Response {
    try ComposeEnergyReport()(
      request, park(), inputs: [.init(name: "load.csv", checksum: String(repeating: "ab12", count: 16), byteCount: 9)],
      library: library)
  }
}
