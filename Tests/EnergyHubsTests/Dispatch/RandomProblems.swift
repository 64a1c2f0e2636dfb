import EnergyHubs
import Quantities

extension DispatchProblem {
  enum Prices { case plain, paidImport, dents }

  /// A small problem whose numbers lie on a grid of 1/4 through efficiencies of 1 and 1/2.
  static func onGrid(_ chance: inout Chance, prices: Prices = .plain, steps: ClosedRange<Int> = 1...9)
    -> DispatchProblem
  {
    let count = Int(chance.whole(steps))
    func series(_ range: ClosedRange<Int>) -> [Double] { (0..<count).map { _ in chance.whole(range) } }
    var into = series(0...9).map { $0 / 10 }
    if prices != .plain { into = into.map { $0 - chance.pick([0, 0, 0.6]) } }
    let spread = prices == .dents ? -3...3 : 0...3
    let out = zip(into, series(spread)).map { $0 - $1 / 10 }
    var battery = Battery(
      capacity: KilowattHours(chance.whole(0...5)), power: Kilowatts(chance.whole(0...4)),
      chargeEfficiency: chance.pick([1, 0.5]), dischargeEfficiency: chance.pick([1, 0.5]),
      wear: EurosPerKilowattHour(chance.pick([0, 0, 0.1])))
    battery.dischargePower = Kilowatts(chance.whole(0...4))
    return DispatchProblem(
      hours: 1, load: series(0...8), sun: series(-6...8).map { max(0, $0) }, importPrice: into, exportPrice: out,
      importLimit: [Double](repeating: chance.whole(4...9), count: count),
      exportLimit: [Double](repeating: chance.whole(0...5), count: count), battery: battery)
  }

  /// With a boiler and a load that may be switched off, whose prices lie among those of the grid.
  func withFlexiblePowers(_ chance: inout Chance) -> DispatchProblem {
    func series(_ range: ClosedRange<Int>) -> [Double] { (0..<count).map { _ in chance.whole(range) } }
    var problem = self
    problem.flexible = [
      FlexiblePower(.taking, limit: series(0...2), price: series(-6...2).map { $0 / 10 }),
      FlexiblePower(.giving, limit: series(0...2), price: series(-1...9).map { $0 / 10 }),
    ]
    return problem
  }

  /// A problem of any numbers, with losses.
  static func anyNumbers(_ chance: inout Chance, steps: Int) -> DispatchProblem {
    func series(_ range: ClosedRange<Double>) -> [Double] { (0..<steps).map { _ in chance.uniform(range) } }
    let into = series(0.05...0.4)
    return DispatchProblem(
      hours: 0.25, load: series(10...60), sun: series(-60...80).map { max(0, $0) }, importPrice: into,
      exportPrice: zip(into, series(0...0.2)).map(-),
      importLimit: [Double](repeating: 70, count: steps), exportLimit: [Double](repeating: 30, count: steps),
      battery: Battery(
        capacity: KilowattHours(chance.uniform(5...60)), power: Kilowatts(chance.uniform(5...40)),
        chargeEfficiency: 0.95, dischargeEfficiency: 0.93, standingLoss: chance.pick([0, 0.002]),
        wear: EurosPerKilowattHour(0.01)))
  }
}
