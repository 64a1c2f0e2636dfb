/// Eight steps of the year at once.
typealias Lanes = SIMD8<Double>

extension SIMD8<Double> {
  /// The larger of both, place by place, in one instruction.
  @inline(__always)
  static func larger(_ one: Self, _ other: Self) -> Self { one.replacing(with: other, where: one .< other) }
}

/// Limits of one step. Their distances and prices lie in this order, followed by two per flexible power.
enum StepLimit: Int, CaseIterable {
  case importLow, importPeak, importRight
  case generationLow, generationHigh
  case dischargeLow, dischargeHigh
  case chargeLow, chargeHigh
  case contentLow, contentHigh
}

/// Where each quantity of a block of eight steps lies: one row of eight numbers each.
///
/// "Piece" is a bounded power with a price: export first, then the flexible powers.
struct StepLayout {
  let roofs: Int
  let pieces: Int
  let limits: Int

  // The question.
  let load, importCost, existing, right, factor, pieceLimit, pieceCost: Int
  // The point, and the direction in which it moves.
  let generation, discharge, flow, content, piece: Int
  let dGeneration, dDischarge, dFlow, dContent, dPiece: Int
  // Distance to each limit, its price, 1/distance (zero where the limit does not count), and the change of both; `dSlack`
  // holds the product of both changes between prediction and correction.
  let slack, price, inverse, dSlack, dPrice: Int
  // What is left of the local elimination.
  let piecePivot, pieceSum, pieceTop, pieceKeep, pieceRest: Int
  let generationPivot, generationSum, generationTop, generationKeep, generationRoom, generationRest: Int
  let dischargePivot, dischargeFlow, dischargePower, dischargePeak, dischargeUse, dischargeRest: Int
  let keepCharge, keepUse: Int
  // The band: weight of the flow, its ties to power, peak and generation, weight of the content.
  let flowWeight, flowPower, flowPeak, flowUse, contentWeight, contentTop, flowRest, contentRest: Int
  let rows: Int

  init(roofs: Int, pieces: Int) {
    self.roofs = roofs
    self.pieces = pieces
    limits = StepLimit.allCases.count + 2 * pieces
    var next = 0
    func row(_ count: Int = 1) -> Int {
      defer { next += count }
      return next
    }
    (load, importCost, existing, right) = (row(), row(), row(), row())
    (factor, pieceLimit, pieceCost) = (row(roofs), row(pieces), row(pieces))
    (generation, discharge, flow, content, piece) = (row(), row(), row(), row(), row(pieces))
    (dGeneration, dDischarge, dFlow, dContent, dPiece) = (row(), row(), row(), row(), row(pieces))
    (slack, price, inverse) = (row(limits), row(limits), row(limits))
    (dSlack, dPrice) = (row(limits), row(limits))
    (piecePivot, pieceSum, pieceTop) = (row(pieces), row(pieces), row(pieces))
    (pieceKeep, pieceRest) = (row(pieces), row(pieces))
    (generationPivot, generationSum, generationTop) = (row(), row(), row())
    (generationKeep, generationRoom, generationRest) = (row(), row(), row())
    (dischargePivot, dischargeFlow, dischargePower) = (row(), row(), row())
    (dischargePeak, dischargeUse, dischargeRest) = (row(), row(), row())
    (keepCharge, keepUse) = (row(), row())
    (flowWeight, flowPower, flowPeak, flowUse) = (row(), row(), row(), row())
    (contentWeight, contentTop, flowRest, contentRest) = (row(), row(), row(), row())
    rows = next
  }

  func low(piece: Int) -> Int { StepLimit.allCases.count + 2 * piece }
  func high(piece: Int) -> Int { low(piece: piece) + 1 }
}

/// The rows of all blocks in one piece of memory.
final class StepBlocks {
  let layout: StepLayout
  let count: Int
  private let memory: UnsafeMutablePointer<Lanes>

  init(layout: StepLayout, count: Int) {
    self.layout = layout
    self.count = count
    memory = .allocate(capacity: max(1, count * layout.rows))
    memory.initialize(repeating: .zero, count: max(1, count * layout.rows))
  }

  deinit { memory.deallocate() }

  subscript(block: Int) -> UnsafeMutablePointer<Lanes> { memory + block * layout.rows }

  /// One number: that of a step in its row.
  @inline(__always)
  static func lane(_ rows: UnsafeMutablePointer<Lanes>, _ row: Int) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(rows + row).assumingMemoryBound(to: Double.self)
  }
}
