/// A lower bound with what each kind of quantity contributes to its distance from the cost.
struct LagrangeBound {
  private var sum = CompensatedSum()
  private var extra = PerKind<SizingQuantity>()
  var slackness: [SizingQuantity: Double] { extra.values }

  /// EUR; what rounding may have added is taken off.
  var value: Double { sum.value - sum.rounding }

  mutating func add(_ term: Double) { sum.add(term) }

  /// Adds the least of `price · x` over x between the bounds, and notes how much more the chosen x costs.
  mutating func add(_ price: Double, _ least: Double, _ most: Double, chosen: Double, _ quantity: SizingQuantity) {
    let term = price >= 0 ? price * least : price * most
    sum.add(term)
    extra[quantity] = (extra[quantity] ?? 0) + (price * chosen - term)
  }
}

extension SizingCheck {
  /// The bound that the prices of the answer prove.
  func bound() -> LagrangeBound {
    var bound = LagrangeBound()
    var tied = TiedPrices(problem)
    let most = problem.roofs.map(\.power.most)
    let keep = problem.battery.kept(over: problem.hoursPerStep)
    for (period, steps) in problem.peakPeriods.enumerated() {
      for step in steps {
        let peak = max(0, multipliers.peak[step])
        tied.peaks[period] += peak
        stepBound(step, peak, most, &bound, &tied)
        if problem.battery.exists { storeBound(step, keep, &bound, &tied) }
      }
    }
    sizeBound(tied, &bound)
    return bound
  }

  /// What the steps together would pay for one kW or kWh of each size.
  private struct TiedPrices {
    var roofs: [Double]
    var peaks: [Double]
    var energy = 0.0
    var power = 0.0

    init(_ problem: SizingProblem) {
      roofs = problem.roofs.map { _ in 0 }
      peaks = problem.peakPeriods.map { _ in 0 }
    }
  }

  private func stepBound(
    _ step: Int, _ peak: Double, _ roofs: [Double], _ bound: inout LagrangeBound, _ tied: inout TiedPrices
  ) {
    let hours = problem.hoursPerStep
    let balance = multipliers.balance[step]
    let generation = max(0, multipliers.generation[step])
    bound.add(balance * problem.load[step])
    bound.add(
      hours * problem.importPrice[step] - balance + peak, 0, problem.importRight(at: step),
      chosen: dispatch.imported[step], .imported)
    bound.add(
      balance - hours * problem.exportPrice[step], 0, problem.exportRight(at: step), chosen: dispatch.exported[step],
      .exported)
    for (power, flexible) in zip(dispatch.flexible, problem.flexible) {
      bound.add(
        hours * flexible.price[step] + flexible.sign * balance, 0, flexible.limit[step], chosen: power[step], .flexible)
    }
    let most = problem.available(at: step, powers: roofs)
    bound.add(generation - balance, 0, most, chosen: dispatch.generated[step], .generated)
    bound.add(-generation * problem.existing(at: step))
    for roof in problem.roofs.indices { tied.roofs[roof] += generation * problem.roofs[roof].factor[step] }
  }

  private func storeBound(_ step: Int, _ keep: Double, _ bound: inout LagrangeBound, _ tied: inout TiedPrices) {
    let battery = problem.battery
    let hours = problem.hoursPerStep
    let balance = multipliers.balance[step]
    let store = multipliers.store[step]
    let next = multipliers.store[(step + 1) % problem.steps]
    let charge = max(0, multipliers.charge[step])
    let discharge = max(0, multipliers.discharge[step])
    let content = max(0, multipliers.content[step])
    bound.add(
      balance + charge - battery.chargeEfficiency * hours * store, 0, battery.power.most,
      chosen: dispatch.charged[step], .charged)
    bound.add(
      hours * battery.wear - balance + discharge + store * hours / battery.dischargeEfficiency, 0,
      problem.mustCharge(at: step) ? 0 : battery.power.most,
      chosen: dispatch.discharged[step], .discharged)
    bound.add(
      store - keep * next + content, 0, battery.energy.most,
      chosen: dispatch.stored[step], .stored)
    tied.power += charge + discharge
    tied.energy += content
  }

  private func sizeBound(_ tied: TiedPrices, _ bound: inout LagrangeBound) {
    func add(_ range: SizeRange, paid: Double, _ chosen: Double, _ quantity: SizingQuantity) {
      bound.add(range.price - paid, range.least, range.most, chosen: chosen, quantity)
    }
    for (index, roof) in problem.roofs.enumerated() {
      add(roof.power, paid: tied.roofs[index], sizes.roofs[index], .roofs)
    }
    add(problem.battery.energy, paid: tied.energy, sizes.batteryEnergy, .battery)
    add(problem.battery.power, paid: tied.power, sizes.batteryPower, .battery)
    let contract = multipliers.contract.map { max(0, $0) }
    add(problem.contract, paid: contract.reduce(0, +), sizes.contract, .contract)
    for (period, price) in contract.enumerated() {
      bound.add(
        problem.peakPrice - tied.peaks[period] + price, 0, problem.contract.most, chosen: sizes.peaks[period], .peaks)
    }
  }
}
