import Uncertainty

/// Puts blocks of eight draws in the places of a batch.
final class BatchWriter {
  private let model: BandModel
  private let centre: CentreDrawing
  private let draws: Range<Int>
  private let demand: UnsafeMutableBufferPointer<Float>
  private let realisation: UnsafeMutableBufferPointer<Float>
  private let classes: UnsafeMutableBufferPointer<Float>

  init(_ model: BandModel, _ centre: CentreDrawing, _ draws: Range<Int>) {
    self.model = model
    self.centre = centre
    self.draws = draws
    let sizes = model.sizes
    let perRegion = (model.classes?.years.count ?? 0) * (model.classes?.classes ?? 0)
    demand = .allocate(capacity: sizes.regions * sizes.years * draws.count)
    realisation = .allocate(capacity: draws.count)
    classes = .allocate(capacity: sizes.regions * perRegion * draws.count)
    for table in [demand, realisation, classes] { table.initialize(repeating: 0) }
  }

  deinit { for table in [demand, realisation, classes] { table.deallocate() } }

  var batch: DrawBatch {
    DrawBatch(draws: draws, demand: Array(demand), realisation: Array(realisation), classes: Array(classes))
  }

  func writeRealisation(_ block: BlockDrawing, _ first: Int) { put(block.realisation, realisation, row: 0, first) }

  func write(_ block: BlockDrawing, _ region: Int, _ first: Int) {
    let (years, area) = (model.sizes.years, block.area.start)
    for year in 0..<years {
      let row = region * years + year
      let expansion = area[year] - area[0] - centre.area[row]
      put(expansion + block.outsideTrend(region, year), demand, row: row, first)
    }
    if let shares = model.classes { write(block, region, first, shares) }
  }

  private func write(_ block: BlockDrawing, _ region: Int, _ first: Int, _ shares: ClassShares) {
    for (index, year) in shares.years.enumerated() {
      for item in 0..<shares.classes {
        let place = index * shares.classes + item
        let row = region * shares.years.count * shares.classes + place
        let expansion = block.classes.start[place] - centre.classes[row]
        let rest = block.outsideTrend(region, year, inClass: item, of: shares.classes)
        put(expansion + rest, classes, row: row, first)
      }
    }
  }

  /// Writes the lanes that are draws of this batch.
  @inline(__always)
  private func put(_ lanes: Lanes, _ table: UnsafeMutableBufferPointer<Float>, row: Int, _ first: Int) {
    let target = table.baseAddress! + row * draws.count + (first - draws.lowerBound)
    let count = min(BandSampler.lanes, draws.upperBound - first)
    guard count < BandSampler.lanes else {
      return UnsafeMutableRawPointer(target).storeBytes(of: lanes, as: Lanes.self)
    }
    for lane in 0..<count { target[lane] = lanes[lane] }
  }
}
