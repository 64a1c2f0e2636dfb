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
    [Double](unsafeUninitializedCapacity: scaled.problem.steps) { values, count in
      for group in groups {
        for (offset, block) in group.blocks.enumerated() {
          let lanes = blocks[block][row] * unit
          for (lane, stretch) in group.stretches.enumerated() where offset < stretch.steps.count {
            values[stretch.steps.lowerBound + offset] = lanes[lane]
          }
        }
      }
      count = scaled.problem.steps
    }
  }

  private func series(_ row: StepRow, _ unit: Double) -> [Double] { series(row.rawValue, unit) }

  private func powers(_ piece: Int, _ unit: Double) -> [Double] {
    series(layout.firstPiece + piece * PieceRow.allCases.count + PieceRow.power.rawValue, unit)
  }

  private func prices(_ limit: Int, _ unit: Double) -> [Double] {
    series(StepLayout.firstLimit + limit * LimitRow.allCases.count + LimitRow.price.rawValue, unit)
  }

  private func dispatch() -> SizedDispatch {
    let problem = scaled.problem
    let unit = scaled.powerUnit
    func room(_ values: [Double]) -> [Double] { values.map { max(0, $0) } }
    var dispatch = SizedDispatch()
    dispatch.exported = room(powers(0, unit))
    dispatch.flexible = problem.flexible.indices.map { room(powers(1 + $0, unit)) }
    dispatch.generated = room(series(.generation, unit))
    dispatch.discharged = room(series(.discharge, unit))
    let flow = series(.flow, unit)
    dispatch.charged = zip(flow, dispatch.discharged).map { max(0, $0 + scaled.ratio * $1) }
    dispatch.stored = room(series(.content, scaled.energyUnit))
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
    func price(_ limit: StepLimit) -> [Double] { prices(limit.rawValue, perPower) }
    var result = SizingMultipliers()
    let cost = series(.importCost, perPower)
    let (low, peak) = (price(.importLow), price(.importPeak))
    let right = layout.hasRight ? prices(layout.importRight, perPower) : []
    result.balance = cost.indices.map { cost[$0] + peak[$0] + (layout.hasRight ? right[$0] : 0) - low[$0] }
    result.peak = peak
    result.generation = price(.generationHigh)
    result.charge = price(.chargeHigh)
    result.discharge = price(.dischargeHigh)
    result.content = prices(StepLimit.contentHigh.rawValue, perEnergy)
    let chargeLow = price(.chargeLow)
    let perContent = scaled.powerUnit / scaled.energyUnit
    result.store = cost.indices.map { (result.balance[$0] + result.charge[$0] - chargeLow[$0]) * perContent }
    result.contract = [Double](repeating: 0, count: scaled.index.periods)
    for limit in limits {
      guard let minus = limit.minus, limit.plus == scaled.index.contract else { continue }
      result.contract[minus - scaled.index.peak(0)] = limit.price * perPower
    }
    return result
  }
}
