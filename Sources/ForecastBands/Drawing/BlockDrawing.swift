import Uncertainty

/// Eight draws at a time: what all regions share, then one region after another — *blok van acht trekkingen*.
///
/// Every array has the year running fastest, one vector of eight draws per year, so that the inner loops walk through memory.
struct BlockDrawing {
  let model: BandModel
  let tables: SamplerTables
  let replicates: Replicates
  /// Nil for the centre path: every normal number is 0.
  var lanes: DrawLanes?

  /// Common part of the log of jobs: [sector][year].
  let common: LaneTable
  /// Hectares per job where the preference holds once: [coefficient set][sector][type][year].
  let values: LaneTable
  /// Normal numbers of one sector; slot 0 is its growth level, slot y the shock into year y.
  let normals: LaneTable
  /// Jobs of one sector, [year].
  let jobs: LaneTable
  /// Land of one region, [year], and its change per class, [chosen year][class].
  let area: LaneTable
  let classes: LaneTable
  var replacement = Lanes.zero
  var realisation = Lanes.zero
  let addOns: LaneTable

  init(_ model: BandModel, _ tables: SamplerTables, _ replicates: Replicates) {
    self.model = model
    self.tables = tables
    self.replicates = replicates
    let sizes = model.sizes
    slots = (sizes.years + Self.wordsPerIndex - 1) / Self.wordsPerIndex * Self.wordsPerIndex
    common = LaneTable(count: sizes.sectors * slots)
    values = LaneTable(count: sizes.coefficientSets * sizes.sectors * sizes.types * sizes.years)
    normals = LaneTable(count: slots)
    jobs = LaneTable(count: sizes.years)
    area = LaneTable(count: sizes.years)
    classes = LaneTable(count: (model.classes?.years.count ?? 0) * (model.classes?.classes ?? 0))
    addOns = LaneTable(count: sizes.addOns)
  }

  /// Normal numbers of a sector, a whole number of counter indices.
  let slots: Int
  static let wordsPerIndex = 4

  /// Fills `target` with a normal number per slot.
  @inline(__always)
  func fill(_ target: UnsafeMutablePointer<Lanes>, _ purpose: Purpose, item: UInt32) {
    guard let lanes else { return target.update(repeating: .zero, count: slots) }
    let stream = purpose.stream(replicates)
    var slot = 0
    while slot < slots {
      let words = lanes.words(stream: stream, item: item, index: UInt32(truncatingIfNeeded: slot / Self.wordsPerIndex))
      let place = UnsafeMutableRawPointer(target + slot).assumingMemoryBound(to: DrawLanes.Words.self)
      (place[0], place[1], place[2], place[2 + 1]) = words
      slot += Self.wordsPerIndex
    }
    // In a loop of its own: the long chains of the words and those of the normals then overlap with their like.
    slot = 0
    while slot < slots {
      target[slot] = Lanes(normalFrom: unsafeBitCast(target[slot], to: DrawLanes.Words.self))
      slot += 1
    }
  }

  /// Two normal numbers of an item: a level and a drift.
  func pair(_ purpose: Purpose, item: Int) -> (Lanes, Lanes) {
    guard let lanes else { return (.zero, .zero) }
    let words = lanes.words(stream: purpose.stream(replicates), item: UInt32(item), index: 0)
    return (Lanes(normalFrom: words.0), Lanes(normalFrom: words.1))
  }
}
