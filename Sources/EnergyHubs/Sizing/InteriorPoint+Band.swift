/// The band of a group of stretches as far as it has been eliminated.
struct Band {
  /// Weight of the content that is left, and of that before the first step.
  var own = Lanes.zero
  var firstWeight = Lanes.zero
  /// Right-hand side that is left, and of the content before the first step.
  var carried = Lanes.zero
  var start = Lanes.zero
}

/// Weights of a step in the flow into the battery and in its content, and their ties to power, peak and generation.
struct FlowWeights {
  var weight: Lanes
  var power: Lanes
  var peak: Lanes
  var use: Lanes
  var content: Lanes
  var contentTop: Lanes
}

/// What a step pulls with at the flow into the battery and at its content.
struct FlowRest {
  var flow: Lanes
  var content: Lanes
}

extension InteriorPoint {
  /// Ties of the flow of a step to the border, into `ties`; those to start and battery size stay zero.
  @inline(__always)
  private func readTies(_ rows: StepRows, _ flow: FlowWeights) {
    ties[Border.power] = flow.power
    ties[Border.peak] = flow.peak
    for roof in 0..<layout.roofs { ties[Border.roofs + roof] = flow.use * rows[layout.factor + roof] }
  }

  /// The first step: the content before it belongs to the border.
  @inline(__always)
  func beginBand(_ rows: StepRows, _ flow: FlowWeights, _ band: inout Band) {
    let keep = scaled.keep
    readTies(rows, flow)
    for place in 0..<layout.border {
      firstTies[place] = ties[place] * -keep
      bond[place] = ties[place]
    }
    bond[Border.energy] -= flow.contentTop
    bond[Border.start] = flow.weight * -keep
    band.firstWeight = flow.weight * (keep * keep)
    band.own = flow.weight + flow.content
  }

  /// Eliminates the content before a step. The pivot is what is left of its own weights plus what this flow adds; what this
  /// step keeps of that flow is a product, never a difference.
  @inline(__always)
  func factorBand(_ rows: StepRows, _ flow: FlowWeights, _ band: inout Band, live: SIMDMask<SIMD8<Int64>>?) {
    let keep = scaled.keep
    readTies(rows, flow)
    var inverse: Lanes = 1 / band.own.plus(flow.weight, times: keep * keep)
    if let live { inverse = Lanes.zero.replacing(with: inverse, where: live) }
    let link = flow.weight * keep * inverse
    let kept = flow.content.plus(flow.weight * band.own, times: inverse)
    rows[.bandPivot] = inverse
    rows[.bandLink] = live.map { Lanes.one.replacing(with: link, where: $0) } ?? link
    let bands = rows + layout.bandTies
    var pair = 0
    for place in 0..<layout.border {
      let tie = bond[place].minus(ties[place], times: keep)
      bands[place] = tie
      let scaled = tie * inverse
      for other in 0...place {
        bandSums[pair] = bandSums[pair].minus(scaled, times: bands[other])
        pair += 1
      }
      let next = ties[place].plus(tie, times: link)
      bond[place] = live.map { bond[place].replacing(with: next, where: $0) } ?? next
    }
    bond[Border.energy] -= flow.contentTop
    band.own = live.map { band.own.replacing(with: kept, where: $0) } ?? kept
  }

  @inline(__always)
  func beginRest(_ rest: FlowRest, _ band: inout Band) {
    band.start = rest.flow * -scaled.keep
    band.carried = rest.flow + rest.content
  }

  /// Carries the right-hand side past the content before a step; what the border gets of it ends in `bandRests`.
  @inline(__always)
  func reduceBand(_ rows: StepRows, _ rest: FlowRest, _ band: inout Band) {
    let carried = band.carried.minus(rest.flow, times: scaled.keep)
    rows[.bandRest] = carried
    let part = carried * rows[.bandPivot]
    let bands = rows + layout.bandTies
    for place in 0..<layout.border { bandRests[place] = bandRests[place].minus(bands[place], times: part) }
    band.carried = (rest.flow + rest.content).plus(rows[.bandLink], times: carried)
  }

  /// Directions of content and flow of a step from that of its content; returns that of the content before.
  @inline(__always)
  func recoverBand(_ rows: StepRows, _ place: PlaceRows, _ content: Lanes, isFirst: Bool) -> Lanes {
    var before = shared[Border.start]
    if !isFirst {
      let bands = rows + layout.bandTies
      var left = rows[.bandRest]
      for place in 0..<layout.border { left = left.minus(bands[place], times: shared[place]) }
      before = (rows[.bandPivot] * left).plus(rows[.bandLink], times: content)
    }
    rows[place.content] = content
    rows[place.flow] = content.minus(before, times: scaled.keep)
    return before
  }
}
