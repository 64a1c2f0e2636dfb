/// The rows of one block: a quantity of eight steps in one vector each.
typealias StepRows = UnsafeMutablePointer<Lanes>

/// Limits of one step; two per piece follow, then that of the import right where there is one.
enum StepLimit: Int, CaseIterable {
  case importLow, importPeak
  case generationLow, generationHigh
  case dischargeLow, dischargeHigh
  case chargeLow, chargeHigh
  case contentLow, contentHigh
}

/// Quantities that every block has, in the order of its rows.
enum StepRow: Int, CaseIterable {
  // The question.
  case load, importCost, existing, right
  // The point, its prediction, and the direction in which it moves.
  case generation, discharge, flow, content
  case pGeneration, pDischarge, pFlow, pContent
  case dGeneration, dDischarge, dFlow, dContent
  // What is left of the local elimination.
  case generationPivot, generationSum, generationTop, generationKeep, generationRest
  case dischargePivot, dischargeFlow, dischargePower, dischargePeak, dischargeUse, dischargeRest
  case keepCharge, keepUse
  // The band: 1/pivot of the content before, its tie to this one, and its right-hand side; its ties to the border follow.
  case bandPivot, bandLink, bandRest
}

/// What belongs to one limit, in the order of its rows: distance, price, and 1/distance (zero where the limit does not count).
/// How they change follows from the directions each time it is needed: memory is what bounds a round.
enum LimitRow: Int, CaseIterable {
  case slack, price, inverse
}

/// What belongs to one piece.
enum PieceRow: Int, CaseIterable {
  case limit, cost, power, pPower, dPower, pivot, sum, top, keep, rest
}

/// Rows of the point or of a direction.
struct PlaceRows {
  let generation, discharge, flow, content: StepRow
  let power: PieceRow

  static var point: Self {
    Self(generation: .generation, discharge: .discharge, flow: .flow, content: .content, power: .power)
  }
  static var prediction: Self {
    Self(generation: .pGeneration, discharge: .pDischarge, flow: .pFlow, content: .pContent, power: .pPower)
  }
  static var correction: Self {
    Self(generation: .dGeneration, discharge: .dDischarge, flow: .dFlow, content: .dContent, power: .dPower)
  }
}

/// Where the rows lie of which there are more or fewer.
///
/// "Piece" is a bounded power with a price: export first, then the flexible powers.
struct StepLayout {
  let roofs: Int
  let pieces: Int
  let limits: Int
  let hasRight: Bool
  /// Number of shared unknowns that the band of a stretch is tied to.
  let border: Int
  let firstPiece: Int
  let factor: Int
  let bandTies: Int
  let rows: Int

  /// Limits first, so that the compiler knows where each lies.
  static let firstLimit = StepRow.allCases.count

  init(roofs: Int, pieces: Int, hasRight: Bool) {
    self.roofs = roofs
    self.pieces = pieces
    self.hasRight = hasRight
    limits = StepLimit.allCases.count + 2 * pieces + (hasRight ? 1 : 0)
    border = Border.roofs + roofs
    firstPiece = StepRow.allCases.count + limits * LimitRow.allCases.count
    factor = firstPiece + pieces * PieceRow.allCases.count
    bandTies = factor + roofs
    rows = bandTies + border
  }

  func low(piece: Int) -> Int { StepLimit.allCases.count + 2 * piece }
  func high(piece: Int) -> Int { low(piece: piece) + 1 }
  var importRight: Int { StepLimit.allCases.count + 2 * pieces }

  /// The rows of a piece.
  @inline(__always)
  func piece(_ rows: StepRows, _ piece: Int) -> StepRows { rows + (firstPiece + piece * PieceRow.allCases.count) }
}

extension UnsafeMutablePointer<Lanes> {
  @inline(__always)
  subscript(row: StepRow) -> Lanes {
    get { self[row.rawValue] }
    nonmutating set { self[row.rawValue] = newValue }
  }

  @inline(__always)
  subscript(row: LimitRow) -> Lanes {
    get { self[row.rawValue] }
    nonmutating set { self[row.rawValue] = newValue }
  }

  @inline(__always)
  subscript(row: PieceRow) -> Lanes {
    get { self[row.rawValue] }
    nonmutating set { self[row.rawValue] = newValue }
  }

  /// The rows of a limit.
  @inline(__always)
  func limit(_ limit: Int) -> Self { self + (StepLayout.firstLimit + limit * LimitRow.allCases.count) }
  @inline(__always)
  func limit(_ limit: StepLimit) -> Self { self.limit(limit.rawValue) }
}

/// The rows of all blocks in one piece of memory.
final class StepBlocks {
  let layout: StepLayout
  let count: Int
  private let memory: StepRows

  init(layout: StepLayout, count: Int) {
    self.layout = layout
    self.count = count
    memory = .allocate(capacity: max(1, count * layout.rows))
    memory.initialize(repeating: .zero, count: max(1, count * layout.rows))
  }

  deinit { memory.deallocate() }

  subscript(block: Int) -> StepRows { memory + block * layout.rows }
}
