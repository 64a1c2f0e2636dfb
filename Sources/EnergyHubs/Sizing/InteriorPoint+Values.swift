/// What the limits of a block come to.
extension InteriorPoint {
  /// What the limits of a block come to at the point: `values`.
  @inline(__always)
  func evaluate(_ rows: StepRows, _ peak: Lanes) { evaluate(rows, .point, peak, sizes, into: values, isPoint: true) }

  /// What they come to along the prediction: `predicted`.
  @inline(__always)
  func evaluatePrediction(_ rows: StepRows, _ peak: Lanes) {
    evaluate(rows, .prediction, peak, predictedMoves, into: predicted, isPoint: false)
  }

  /// What they come to along the direction: `changes`.
  @inline(__always)
  func evaluateChange(_ rows: StepRows, _ peak: Lanes) {
    evaluate(rows, .correction, peak, moves, into: changes, isPoint: false)
  }

  @inline(__always)
  private func evaluate(
    _ rows: StepRows, _ place: PlaceRows, _ peak: Lanes, _ sizes: UnsafeMutablePointer<Double>, into values: StepRows,
    isPoint: Bool
  ) {
    let index = scaled.index
    let (most, energy) = (sizes[index.power], sizes[index.energy])
    let (generation, discharge, content) = (rows[place.generation], rows[place.discharge], rows[place.content])
    var available = isPoint ? rows[.existing] : .zero
    for roof in 0..<layout.roofs { available = available.plus(rows[layout.factor + roof], times: sizes[roof]) }
    let charge = rows[place.flow].plus(discharge, times: scaled.ratio)
    var imported = charge - discharge - generation
    if isPoint { imported += rows[.load] }
    for piece in 0..<layout.pieces {
      let own = layout.piece(rows, piece)
      let power = own[place.power]
      imported = imported.plus(power, times: signs[piece])
      values[layout.low(piece: piece)] = power
      values[layout.high(piece: piece)] = (isPoint ? own[.limit] : .zero) - power
    }
    values[StepLimit.importLow.rawValue] = imported
    values[StepLimit.importPeak.rawValue] = peak - imported
    values[StepLimit.generationLow.rawValue] = generation
    values[StepLimit.generationHigh.rawValue] = available - generation
    values[StepLimit.dischargeLow.rawValue] = discharge
    values[StepLimit.dischargeHigh.rawValue] = most - discharge
    values[StepLimit.chargeLow.rawValue] = charge
    values[StepLimit.chargeHigh.rawValue] = most - charge
    values[StepLimit.contentLow.rawValue] = content
    values[StepLimit.contentHigh.rawValue] = energy - content
    if layout.hasRight { values[layout.importRight] = (isPoint ? rows[.right] : .zero) - imported }
  }
}
