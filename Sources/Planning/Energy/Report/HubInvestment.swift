import Provenance

/// What the chosen sizes cost to buy, EUR — *investering*: known only where the yearly price of a device follows from a price of
/// purchase in the library; a study may give yearly prices of its own.
public struct HubInvestment: Codable, Sendable, Equatable {
  /// Nil where the study gives a yearly price of its own; zero where nothing is built.
  public let panels: Double?
  public let battery: Double?
  /// Years after which the lower bills, maintenance paid, have earned it back; nil without a saving or an unknown investment.
  public let payback: Double?
  /// EUR a year that building saves beside a contract together, everything paid.
  public let saving: Double

  public var total: Double? { panels.flatMap { panels in battery.map { panels + $0 } } }

  init(_ answer: SizeHub.Answer, joint: HubCost, _ park: EnergyCase) {
    let prices = PurchasePrices(park.parameters)
    let (sizes, cost) = (answer.sizes, answer.cost)
    let panels = park.roofs.reduce(Double?.some(0)) { sum, roof in
      sum.flatMap { sum in
        prices.purchase("energy/solar", of: sizes.roofs[roof.name] ?? 0, yearly: roof.price).map { $0 + sum }
      }
    }
    let coefficients = park.coefficients
    let energy = prices.purchase(
      "energy/battery-energy", life: "energy/battery-life", of: sizes.batteryEnergy,
      yearly: coefficients.batteryEnergyPrice)
    let power = prices.purchase(
      "energy/battery-power", life: "energy/battery-life", of: sizes.batteryPower,
      yearly: coefficients.batteryPowerPrice)
    let battery = energy.flatMap { energy in power.map { energy + $0 } }
    self.panels = panels
    self.battery = battery
    saving = joint.total - cost.total
    let bills = cost.energy + cost.contract + cost.peaks
    payback = panels.flatMap { panels in battery.map { panels + $0 } }.flatMap { total in
      let earned = joint.total - bills - total * (prices["energy/maintenance-share"] ?? 0)
      return total > 0 && earned > 0 ? total / earned : nil
    }
  }
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
  func purchase(_ device: String, life: String? = nil, of size: Double, yearly: Double) -> Double? {
    guard size > 0 else { return 0 }
    guard let cost = self[device + "-cost"], let years = self[life ?? device + "-life"],
      let rate = self["energy/discount-rate"], let maintenance = self["energy/maintenance-share"]
    else { return nil }
    let expected = cost * (EnergyCaseAssembly.annuity(rate: rate, years: years) + maintenance)
    return (yearly - expected).magnitude <= Self.rounding * expected ? size * cost : nil
  }

  private static let rounding = 1e-9
}
