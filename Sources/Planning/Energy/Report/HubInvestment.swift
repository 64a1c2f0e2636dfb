import Provenance

/// What the chosen sizes cost to buy, EUR — *investering*: known only where the yearly price of a device follows from a price of
/// purchase in the library; a study may give yearly prices of its own.
public struct HubInvestment: Codable, Sendable, Equatable {
  /// Nil where the study gives a yearly price of its own; zero where nothing is built.
  public let panels: Double?
  public let battery: Double?
  public let boiler: Double?
  /// Years after which the lower bills, maintenance paid, have earned it back; nil without a saving or an unknown investment.
  public let payback: Double?
  /// EUR a year that building saves beside a contract together, everything paid.
  public let saving: Double

  public var total: Double? { [panels, battery, boiler].sum }

  /// kW or kWh: what the sizing leaves of a size that is zero.
  static let nothing = 1e-3

  init(_ answer: SizeHub.Answer, joint: HubCost, _ park: EnergyCase) {
    let prices = PurchasePrices(park.parameters)
    let (sizes, cost, used) = (answer.sizes, answer.cost, park.coefficients)
    let (panels, battery) = (
      park.roofs.map { roof in
        prices.purchase(
          "energy/solar-cost", life: "energy/solar-life", of: sizes.roofs[roof.name] ?? 0, yearly: roof.price)
      }.sum,
      [
        prices.purchase(
          "energy/battery-energy-cost", life: "energy/battery-life", of: sizes.batteryEnergy,
          yearly: used.batteryEnergyPrice),
        prices.purchase(
          "energy/battery-power-cost", life: "energy/battery-life", of: sizes.batteryPower,
          yearly: used.batteryPowerPrice),
      ].sum
    )
    let boiler = prices.purchase(
      "energy/eboiler-cost", life: "energy/eboiler-life", of: sizes.boiler, yearly: park.flexibility.boilerPrice)
    self.panels = panels
    self.battery = battery
    self.boiler = boiler
    saving = joint.total - cost.total
    let bills = cost.energy + cost.contract + cost.peaks
    payback = [panels, battery, boiler].sum.flatMap { total in
      let earned = joint.total - bills - total * (prices["energy/maintenance-share"] ?? 0)
      return total > 1 && earned > 0 ? total / earned : nil
    }
  }
}

extension [Double?] {
  /// Nil where one is unknown.
  fileprivate var sum: Double? { reduce(0) { sum, next in sum.flatMap { sum in next.map { sum + $0 } } } }
}

/// Prices of purchase among what was read.
private struct PurchasePrices {
  let values: [String: Double]

  init(_ readings: [ParameterReading]) {
    values = Dictionary(
      readings.filter(\.member.isEmpty).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(key: String) -> Double? { values[key] }

  /// EUR for a size; nil where its yearly price is not the one that follows from the price of purchase.
  func purchase(_ cost: String, life: String, of size: Double, yearly: Double) -> Double? {
    guard size > HubInvestment.nothing else { return 0 }
    guard let cost = self[cost], let years = self[life],
      let rate = self["energy/discount-rate"], let maintenance = self["energy/maintenance-share"]
    else { return nil }
    let expected = cost * (EnergyCaseAssembly.annuity(rate: rate, years: years) + maintenance)
    return (yearly - expected).magnitude <= Self.rounding * expected ? size * cost : nil
  }

  private static let rounding = 1e-9
}
