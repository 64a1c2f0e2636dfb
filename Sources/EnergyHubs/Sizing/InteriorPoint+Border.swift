/// Between the bands of the stretches and the system that they share.
extension InteriorPoint {
  /// The unknowns behind the border of a stretch.
  private func borderPlaces(_ stretch: YearStretch) -> [Int] {
    let index = scaled.index
    return [index.start(stretch.number), index.power, index.energy, index.peak(stretch.period)]
      + (0..<layout.roofs).map(index.roof)
  }

  /// Adds the band of a group to the shared system.
  func addBand(_ band: Band, _ group: StretchGroup) {
    for (lane, stretch) in group.stretches.enumerated() {
      let places = borderPlaces(stretch)
      let end = scaled.index.end(stretch.number)
      var pair = 0
      for (row, place) in places.enumerated() {
        for column in 0..<row { dense.add(bandSums[pair + column][lane], place, places[column]) }
        dense.addDiagonal(bandSums[pair + row][lane], place)
        pair += row + 1
        if row != Border.start { dense.add(firstTies[row][lane], places[Border.start], place) }
        dense.add(bond[row][lane], end, place)
      }
      dense.addDiagonal(band.firstWeight[lane], places[Border.start])
      dense.addDiagonal(band.own[lane], end)
    }
  }

  /// Adds what the right-hand side of a group left to the border.
  func addBandRest(_ band: Band, _ group: StretchGroup) {
    for (lane, stretch) in group.stretches.enumerated() {
      let places = borderPlaces(stretch)
      for (row, place) in places.enumerated() { right[place] += bandRests[row][lane] }
      right[places[Border.start]] += band.start[lane]
      right[scaled.index.end(stretch.number)] += band.carried[lane]
    }
  }

  /// Directions of the border of each lane, into `shared`; returns that of the last content.
  func readBorder(_ group: StretchGroup, _ moves: UnsafeMutablePointer<Double>) -> Lanes {
    var last = Lanes.zero
    for place in 0..<layout.border { shared[place] = .zero }
    for (lane, stretch) in group.stretches.enumerated() {
      for (row, place) in borderPlaces(stretch).enumerated() { shared[row][lane] = moves[place] }
      last[lane] = moves[scaled.index.end(stretch.number)]
    }
    return last
  }

  func clearBand() {
    for place in 0..<layout.border { (ties[place], firstTies[place], bond[place]) = (.zero, .zero, .zero) }
    for pair in 0..<(layout.border * (layout.border + 1) / 2) { bandSums[pair] = .zero }
  }

  func clearRests() {
    for place in 0..<layout.border { bandRests[place] = .zero }
    for roof in 0..<layout.roofs { restSums[roof] = .zero }
  }
}
