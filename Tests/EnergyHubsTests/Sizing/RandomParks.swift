import EnergyHubs
import Foundation

/// Parks drawn from a seed: every device, right and price sometimes there and sometimes not.
enum RandomParks {
  static func park(_ seed: Int, steps: Int) -> SizingProblem {
    var numbers = SeededDraws(seed: seed)
    func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &numbers) }
    func chance(_ share: Double) -> Bool { draw(0...1) < share }
    let hours = chance(0.5) ? 1.0 : 0.25
    let day = (0..<steps).map { sin(2 * Double.pi * Double($0) * hours / 24 - 2) }
    let load = day.map { 300 + 200 * max(0, $0) + draw(-40...40) }
    let base = day.map { 0.09 - 0.03 * $0 + draw(-0.03...0.03) }
    let price = chance(0.3) ? base : base.map { max(0.01, $0) }
    let cut = steps < 4 || chance(0.3) ? steps : Int.random(in: 1..<steps, using: &numbers)
    let share = Double(steps) * hours / 8760
    let roofs = (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
      Roof(
        factor: day.map { $0 > 0.2 ? max(0, $0 * draw(0.2...1)) : 0 },
        power: SizeRange(least: chance(0.2) ? 20 : 0, most: draw(100...600), price: draw(40...75) * share))
    }
    let battery = BatteryOptions(
      energy: SizeRange(most: draw(100...2000), price: draw(8...25) * share),
      power: SizeRange(most: draw(100...600), price: draw(5...15) * share), chargeEfficiency: 0.96,
      dischargeEfficiency: chance(0.2) ? 1 : 0.95, hourlyLoss: chance(0.5) ? 2e-4 : 0, wear: 0.005)
    let peak = load.max() ?? 0
    var park = SizingProblem(
      hoursPerStep: hours, load: load, importPrice: price, exportPrice: price.map { $0 - draw(0.02...0.05) },
      peakPeriods: cut == steps ? [0..<steps] : [0..<cut, cut..<steps], roofs: roofs,
      battery: chance(0.85) ? battery : .none, contract: SizeRange(most: peak * draw(0.9...1.2), price: 25 * share),
      peakPrice: draw(0...3) * share, exportRight: [draw(0...500)])
    if chance(0.3) { park.importRight = load.map { $0 * 1.02 } }
    if chance(0.3) { park.existing = day.map { max(0, 80 * $0) } }
    if chance(0.2) { park.exportRight = load.map { _ in chance(0.3) ? 0 : 300 } }
    if chance(0.3) { park.flexible.append(constant(.taking, 120, price: -0.05, steps)) }
    if chance(0.3) { park.flexible.append(constant(.giving, 40, price: 0.3, steps)) }
    return park
  }

  /// A park whose firms deliver more than they use in some steps, that cannot all be exported, at prices that may be negative.
  static func delivering(_ seed: Int, steps: Int) -> SizingProblem {
    var park = park(seed, steps: steps)
    var numbers = SeededDraws(seed: seed &* 7 &+ 5)
    func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &numbers) }
    park.load = park.load.map { draw(0...1) < 0.4 ? -draw(0...400) : $0 }
    park.exportRight = [draw(0...250)]
    if draw(0...1) < 0.4 {
      park.importPrice = park.importPrice.map { $0 - draw(0...0.3) }
      park.exportPrice = park.importPrice.map { $0 - draw(0.02...0.05) }
    }
    return park
  }

  static func constant(
    _ direction: FlexiblePower.Direction, _ limit: Double, price: Double, _ steps: Int
  ) -> FlexiblePower {
    FlexiblePower(
      direction, limit: [Double](repeating: limit, count: steps), price: [Double](repeating: price, count: steps))
  }
}
