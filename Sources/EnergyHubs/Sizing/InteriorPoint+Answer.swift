extension InteriorPoint {
  /// The point in kW, kWh and EUR with its certificate.
  func answer(_ outcome: Outcome) throws(CertificateFault) -> SizingAnswer {
    let dispatch = self.dispatch()
    let multipliers = self.multipliers()
    let chosen = chosenSizes(dispatch)
    let certificate = try SizingCheck.certificate(scaled.problem, chosen, dispatch, multipliers)
    return SizingAnswer(
      cost: certificate.cost, sizes: chosen, dispatch: dispatch, multipliers: multipliers, certificate: certificate,
      rounds: outcome.rounds)
  }

  /// One row as a series in other units.
  private func series(_ row: Int, _ unit: Double) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(scaled.problem.steps)
    for span in spans {
      for offset in 0..<span.steps.count {
        let rows = blocks[span.firstBlock + offset / Lanes.scalarCount]
        values.append(StepBlocks.lane(rows, row)[offset % Lanes.scalarCount] * unit)
      }
    }
    return values
  }

  private func dispatch() -> SizedDispatch {
    let problem = scaled.problem
    let unit = scaled.powerUnit
    func room(_ values: [Double]) -> [Double] { values.map { max(0, $0) } }
    var dispatch = SizedDispatch()
    dispatch.exported = room(series(layout.piece, unit))
    dispatch.flexible = problem.flexible.indices.map { room(series(layout.piece + 1 + $0, unit)) }
    dispatch.generated = room(series(layout.generation, unit))
    dispatch.discharged = room(series(layout.discharge, unit))
    let flow = series(layout.flow, unit)
    dispatch.charged = zip(flow, dispatch.discharged).map { max(0, $0 + scaled.ratio * $1) }
    dispatch.stored = room(series(layout.content, scaled.energyUnit))
    dispatch.imported = problem.load.indices.map { step in
      var imported = problem.load[step] + dispatch.exported[step] - dispatch.generated[step]
      imported += dispatch.charged[step] - dispatch.discharged[step]
      for (power, flexible) in zip(dispatch.flexible, problem.flexible) { imported += flexible.sign * power[step] }
      return imported
    }
    return dispatch
  }

  /// The sizes, widened by what the dispatch needs of them down to the last digit.
  private func chosenSizes(_ dispatch: SizedDispatch) -> ChosenSizes {
    let problem = scaled.problem
    let index = scaled.index
    func size(_ place: Int, _ unit: Double, _ range: SizeRange, needed: Double) -> Double {
      min(max(sizes[place] * unit, range.least, needed), range.most)
    }
    let battery = problem.battery
    let power = max(dispatch.charged.max() ?? 0, dispatch.discharged.max() ?? 0)
    let peaks = problem.peakPeriods.map { steps in max(0, dispatch.imported[steps].max() ?? 0) }
    return ChosenSizes(
      roofs: problem.roofs.indices.map { size($0, scaled.powerUnit, problem.roofs[$0].power, needed: 0) },
      batteryEnergy: size(index.energy, scaled.energyUnit, battery.energy, needed: dispatch.stored.max() ?? 0),
      batteryPower: size(index.power, scaled.powerUnit, battery.power, needed: power),
      contract: size(index.contract, scaled.powerUnit, problem.contract, needed: peaks.max() ?? 0),
      peaks: peaks)
  }

  private func multipliers() -> SizingMultipliers {
    let perPower = scaled.moneyUnit / scaled.powerUnit
    let perEnergy = scaled.moneyUnit / scaled.energyUnit
    func price(_ limit: StepLimit) -> [Double] { series(layout.price + limit.rawValue, perPower) }
    var result = SizingMultipliers()
    let cost = series(layout.importCost, perPower)
    let (low, peak, right) = (price(.importLow), price(.importPeak), price(.importRight))
    result.balance = cost.indices.map { cost[$0] + peak[$0] + right[$0] - low[$0] }
    result.peak = peak
    result.generation = price(.generationHigh)
    result.charge = price(.chargeHigh)
    result.discharge = price(.dischargeHigh)
    result.content = series(layout.price + StepLimit.contentHigh.rawValue, perEnergy)
    let chargeLow = price(.chargeLow)
    let perContent = scaled.powerUnit / scaled.energyUnit
    result.store = cost.indices.map { (result.balance[$0] + result.charge[$0] - chargeLow[$0]) * perContent }
    result.contract = [Double](repeating: 0, count: spans.count)
    for limit in limits {
      guard let minus = limit.minus, limit.plus == scaled.index.contract else { continue }
      result.contract[minus - scaled.index.peak(0)] = limit.price * perPower
    }
    return result
  }
}
