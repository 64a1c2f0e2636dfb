/// Recomputes everything an answer claims; shares no code with the method that found it — *controle*.
public struct SizingCheck {
  let problem: SizingProblem
  let sizes: ChosenSizes
  let dispatch: SizedDispatch
  let multipliers: SizingMultipliers

  /// The certificate of an answer.
  ///
  /// - Throws: `CertificateFault` when lengths or numbers make no sense; nothing can be computed then.
  public static func certificate(
    _ problem: SizingProblem, _ sizes: ChosenSizes, _ dispatch: SizedDispatch, _ multipliers: SizingMultipliers
  ) throws(CertificateFault) -> SizingCertificate {
    let check = SizingCheck(problem: problem, sizes: sizes, dispatch: dispatch, multipliers: multipliers)
    try check.shapes()
    let bound = check.bound()
    let cost = check.cost()
    return SizingCertificate(
      cost: cost.value, lowerBound: bound.value, turnover: cost.size, violations: check.violations(),
      slackness: bound.slackness, burned: check.burned(), dispatchCost: nil, scale: check.scale)
  }

  /// What is wrong with an answer; empty when it may be given out. A cost found by another method is compared as well.
  public static func faults(_ problem: SizingProblem, _ answer: SizingAnswer) -> [CertificateFault] {
    let certificate: SizingCertificate
    do {
      certificate = try Self.certificate(problem, answer.sizes, answer.dispatch, answer.multipliers)
    } catch {
      return [error]
    }
    var faults = certificate.faults
    let difference = abs(certificate.cost - answer.cost)
    if !(difference <= SolverSettings.acceptedCostDifference * max(certificate.turnover, certificate.scale)) {
      faults.append(.cost(stated: answer.cost, recomputed: certificate.cost))
    }
    if let other = answer.certificate.dispatchDifference, !(other <= SolverSettings.acceptedGap) {
      faults.append(.dispatch(other))
    }
    return faults
  }

  private var scale: Double { max(problem.load.lazy.map(abs).max() ?? 0, Double.leastNormalMagnitude) }

  private func shapes() throws(CertificateFault) {
    let steps = problem.steps
    let hasStore = problem.battery.exists
    let series: [(String, [Double])] = [
      ("imported", dispatch.imported), ("exported", dispatch.exported), ("generated", dispatch.generated),
      ("charged", dispatch.charged), ("discharged", dispatch.discharged), ("stored", dispatch.stored),
      ("balance", multipliers.balance), ("generation", multipliers.generation), ("peak", multipliers.peak),
    ]
    let storeSeries: [(String, [Double])] = [
      ("store", multipliers.store), ("discharge", multipliers.discharge), ("charge", multipliers.charge),
      ("content", multipliers.content),
    ]
    let flexible = dispatch.flexible.map { ("flexible", $0) }
    for (name, values) in series + (hasStore ? storeSeries : []) + flexible {
      guard values.count == steps else { throw .shape(name) }
      guard values.allSatisfy(\.isFinite) else { throw .notFinite(name) }
    }
    guard dispatch.flexible.count == problem.flexible.count else { throw .shape("flexible") }
    guard sizes.roofs.count == problem.roofs.count else { throw .shape("roofs") }
    guard sizes.peaks.count == problem.peakPeriods.count else { throw .shape("peaks") }
    guard multipliers.contract.count == problem.peakPeriods.count else { throw .shape("contract") }
    let numbers = sizes.roofs + sizes.peaks + [sizes.batteryEnergy, sizes.batteryPower, sizes.contract]
    guard (numbers + multipliers.contract).allSatisfy(\.isFinite) else { throw .notFinite("sizes") }
  }

  /// EUR.
  func cost() -> CompensatedSum {
    let hours = problem.hoursPerStep
    var sum = CompensatedSum()
    for step in 0..<problem.steps {
      sum.add(hours * problem.importPrice[step] * dispatch.imported[step])
      sum.add(-hours * problem.exportPrice[step] * dispatch.exported[step])
      sum.add(hours * problem.battery.wear * dispatch.discharged[step])
      for (power, flexible) in zip(dispatch.flexible, problem.flexible) {
        sum.add(hours * flexible.price[step] * power[step])
      }
    }
    for (power, roof) in zip(sizes.roofs, problem.roofs) { sum.add(power * roof.power.price) }
    sum.add(sizes.batteryEnergy * problem.battery.energy.price)
    sum.add(sizes.batteryPower * problem.battery.power.price)
    sum.add(sizes.contract * problem.contract.price)
    for peak in sizes.peaks { sum.add(peak * problem.peakPrice) }
    return sum
  }

  private func burned() -> Double { dispatch.burned.reduce(0, +) * problem.hoursPerStep }
}

extension SizingCertificate {
  /// Excesses and a distance from the bound that are too large to be rounding.
  var faults: [CertificateFault] {
    var faults = excesses
    if !(abs(cost - lowerBound) <= SolverSettings.acceptedGap * max(turnover, scale)) { faults.append(.gap(gap)) }
    return faults
  }

  /// Excesses that are too large to be rounding.
  var excesses: [CertificateFault] {
    SizingLimit.allCases.compactMap { limit in
      let excess = violations[limit] ?? 0
      return excess <= SolverSettings.acceptedViolation * scale ? nil : .violation(limit, excess)
    }
  }
}
