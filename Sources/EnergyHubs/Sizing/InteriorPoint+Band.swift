extension InteriorPoint {
  /// Ties of the flow into a step to the border: to power, peak and what may be generated.
  @inline(__always)
  private func ties(_ rows: UnsafeMutablePointer<Lanes>, _ lane: Int) -> Lanes {
    var ties = Lanes.zero
    ties[Border.power] = StepBlocks.lane(rows, layout.flowPower)[lane]
    ties[Border.peak] = StepBlocks.lane(rows, layout.flowPeak)[lane]
    let use = StepBlocks.lane(rows, layout.flowUse)[lane]
    for roof in 0..<layout.roofs {
      ties[Border.roofs + roof] = use * StepBlocks.lane(rows, layout.factor + roof)[lane]
    }
    return ties
  }

  /// Eliminates the contents within a period from the first to the last but one. The pivot of a step is what is left of
  /// its own weights plus what the next flow adds; what the next step keeps of that flow is a product, never a difference.
  func factorBand(_ span: PeriodSpan) {
    let keep = scaled.keep
    var shared = BorderMatrix()
    var own = 0.0
    var bond = Lanes.zero
    var first = Lanes.zero
    var firstWeight = 0.0
    for offset in 0..<span.steps.count {
      let rows = blocks[span.firstBlock + offset / Lanes.scalarCount]
      let lane = offset % Lanes.scalarCount
      let step = span.steps.lowerBound + offset
      let flow = StepBlocks.lane(rows, layout.flowWeight)[lane]
      let tie = ties(rows, lane)
      var kept = flow
      var next = tie
      next[Border.energy] -= StepBlocks.lane(rows, layout.contentTop)[lane]
      if offset == 0 {
        firstWeight = flow * keep * keep
        first = tie * -keep
        next[Border.start] = -keep * flow
      } else {
        let inverse = 1 / (own + keep * keep * flow)
        bond -= tie * keep
        let tieToLast = keep * flow * inverse
        border[step - 1] = bond
        pivot[step - 1] = inverse
        link[step] = tieToLast
        shared.subtract(bond, inverse)
        kept = flow * own * inverse
        next += bond * tieToLast
      }
      own = kept + StepBlocks.lane(rows, layout.contentWeight)[lane]
      bond = next
    }
    add(shared, span.period, start: (firstWeight, first), end: (own, bond))
  }

  /// The unknowns behind the border of a period; the rest of the vector is empty.
  func borderIndex(_ period: Int) -> [Int] {
    let index = scaled.index
    return [index.start(period), index.power, index.energy, index.peak(period)] + (0..<layout.roofs).map(index.roof)
  }

  private func add(
    _ shared: BorderMatrix, _ period: Int, start: (weight: Double, ties: Lanes), end: (weight: Double, ties: Lanes)
  ) {
    let places = borderIndex(period)
    for (row, place) in places.enumerated() {
      dense.addDiagonal(shared.rows[row][row], place)
      for column in 0..<row { dense.add(shared.rows[row][column], place, places[column]) }
      if row != Border.start { dense.add(start.ties[row], places[Border.start], place) }
      dense.add(end.ties[row], scaled.index.end(period), place)
    }
    dense.addDiagonal(start.weight, places[Border.start])
    dense.addDiagonal(end.weight, scaled.index.end(period))
  }

  /// Carries the right-hand side through the band; leaves that of the border in `right`.
  func reduceBand(_ span: PeriodSpan) {
    let keep = scaled.keep
    var shared = Lanes.zero
    var start = 0.0
    var carried = 0.0
    for offset in 0..<span.steps.count {
      let rows = blocks[span.firstBlock + offset / Lanes.scalarCount]
      let lane = offset % Lanes.scalarCount
      let step = span.steps.lowerBound + offset
      let flow = StepBlocks.lane(rows, layout.flowRest)[lane]
      let content = StepBlocks.lane(rows, layout.contentRest)[lane]
      if offset == 0 {
        start = -keep * flow
        carried = flow + content
      } else {
        carried -= keep * flow
        rest[step - 1] = carried
        shared -= border[step - 1] * (carried * pivot[step - 1])
        carried = flow + content + link[step] * carried
      }
    }
    let places = borderIndex(span.period)
    for (row, place) in places.enumerated() { right[place] += shared[row] }
    right[places[Border.start]] += start
    right[scaled.index.end(span.period)] += carried
  }

  /// The contents and flows that follow from the shared unknowns, from the last step to the first.
  func recoverBand(_ span: PeriodSpan) {
    var shared = Lanes.zero
    for (row, place) in borderIndex(span.period).enumerated() { shared[row] = moves[place] }
    let keep = scaled.keep
    var content = moves[scaled.index.end(span.period)]
    for offset in (0..<span.steps.count).reversed() {
      let rows = blocks[span.firstBlock + offset / Lanes.scalarCount]
      let lane = offset % Lanes.scalarCount
      let step = span.steps.lowerBound + offset
      var before = shared[Border.start]
      if offset > 0 {
        before = pivot[step - 1] * (rest[step - 1] - dot(border[step - 1], shared)) + link[step] * content
      }
      StepBlocks.lane(rows, layout.dContent)[lane] = content
      StepBlocks.lane(rows, layout.dFlow)[lane] = content - keep * before
      content = before
    }
  }

  @inline(__always)
  private func dot(_ left: Lanes, _ right: Lanes) -> Double {
    let product = left * right
    let half = product.lowHalf + product.highHalf
    return (half.lowHalf + half.highHalf).sum()
  }
}

/// The border times itself, row by row.
struct BorderMatrix {
  var rows = [Lanes](repeating: .zero, count: Lanes.scalarCount)

  @inline(__always)
  mutating func subtract(_ ties: Lanes, _ inverse: Double) {
    let scaled = ties * inverse
    for row in 0..<Lanes.scalarCount { rows[row] -= scaled * ties[row] }
  }
}
