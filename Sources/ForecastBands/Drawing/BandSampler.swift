import Uncertainty

/// Draws a band model — *trekker*. A batch is a function of the model, the seed, the replicates and the numbers of its draws: on
/// any number of threads, in batches of any length, and for one draw alone, the same numbers come out, bit by bit.
///
/// What bounds it, on a processor with vectors of 256 bits: eight steps of (region, sector, year) take about 105 vector
/// operations, some 40 for Philox, 45 for a normal number, 15 for the exponential and 6 for the sums, on the two or three units
/// that can do them. Sampled, the time goes for 30 % to Philox, 40 % to the normals, 15 % to the exponential and 15 % to sums and
/// writing. Memory does not bound it: the working set of a block is about 60 kB and a batch is written once.
public struct BandSampler: Sendable {
  public let model: BandModel
  let tables: SamplerTables
  /// The centre path as the single-precision loops give it, so that deviations without uncertainty are exactly 0.
  let centre: CentreDrawing

  public init(_ model: BandModel) {
    self.model = model
    tables = SamplerTables(model)
    centre = CentreDrawing(model, tables)
  }

  /// Draws in a block are worked out eight at a time.
  public static let lanes = 8

  /// The draws with these numbers.
  public func draw(_ draws: Range<Int>, seed: UInt64, replicates: Replicates = .first) -> DrawBatch {
    let writer = BatchWriter(model, centre, draws)
    var block = BlockDrawing(model, tables, replicates)
    for first in stride(from: draws.lowerBound, to: draws.upperBound, by: Self.lanes) {
      block.lanes = DrawLanes(Philox(seed: seed), first: UInt32(first))
      block.drawCountry()
      writer.writeRealisation(block, first)
      for region in 0..<model.sizes.regions {
        block.drawRegion(region)
        writer.write(block, region, first)
      }
    }
    return writer.batch
  }

  /// One draw alone, with its paths.
  public func path(ofDraw draw: Int, seed: UInt64) -> DrawnPath {
    DrawnPath(model, self.draw(draw..<draw + 1, seed: seed))
  }
}

/// The centre path in single precision.
struct CentreDrawing: Sendable {
  /// Land, as its change since the start: [region][year].
  let area: [Float]
  /// Expansion per class: [region][chosen year][class].
  let classes: [Float]

  init(_ model: BandModel, _ tables: SamplerTables) {
    var (area, classes): ([Float], [Float]) = ([], [])
    var block = BlockDrawing(model, tables, .first)
    block.drawCountry()
    let perRegion = (model.classes?.years.count ?? 0) * (model.classes?.classes ?? 0)
    for region in 0..<model.sizes.regions {
      block.drawRegion(region)
      let start = block.area.start
      area += (0..<model.sizes.years).map { (start[$0] - start[0])[0] }
      classes += (0..<perRegion).map { block.classes.start[$0][0] }
    }
    self.area = area
    self.classes = classes
  }
}
