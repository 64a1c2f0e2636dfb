import Provenance
import Quantities
import WorkLocations

/// All issuable and planned land of a register, line by line — *aanbod*.
///
/// Source of the concepts: IBIS definitions (domain notes 3.1, 3.2).
public struct SupplyInventory: Sendable {
  /// In the order of municipality, kind and record.
  public let lines: [SupplyLine]
  /// Years until land that is issuable later is ready where the register names no year.
  public let laterDelay: ParameterReading
  private let rows: [RegionCode: Range<Int>]
  private let regions: RegionTable

  /// - Throws: `ParameterError` for the first parameter that is missing.
  public init(register: Register, reader: inout ParameterReader) throws(ParameterError) {
    try self.init(SupplyRecords(register), reader: &reader)
  }

  /// - Throws: `ParameterError` for the first parameter that is missing.
  public init(_ records: SupplyRecords, reader: inout ParameterReader) throws(ParameterError) {
    let rules = try SupplyRules(reader: &reader)
    var lines: [SupplyLine] = []
    lines.reserveCapacity(records.records.count)
    for record in records.records {
      let line = rules.line(of: record, referenceYear: records.referenceYear)
      if line.net > .zero { lines.append(line) }
    }
    self.lines = lines
    laterDelay = rules.laterDelay
    let runs = lines.runs { $0.municipality }
    rows = Dictionary(runs.map { ($0.key, $0.rows) }, uniquingKeysWith: { first, _ in first })
    regions = records.regions
  }

  /// Supply lines of a region.
  public func lines(in region: RegionCode) -> [SupplyLine] {
    var found: [SupplyLine] = []
    for municipality in regions.municipalities(in: region) {
      if let row = rows[municipality] { found += lines[row] }
    }
    return found
  }
}

extension SupplyRules {
  /// The supply of a record: its classes of land by its category and sizes, in the year it names or after a delay.
  func line(of record: SupplyRecord, referenceYear: Int) -> SupplyLine {
    SupplyLine(
      kind: record.kind, record: record.record, name: record.name, municipality: record.municipality,
      availableFrom: record.year ?? referenceYear + delay(of: record.kind), byClass: byClass(record),
      assumptions: assumptions(record), origin: record.origin)
  }

  private func delay(of kind: SupplyKind) -> Int { Int((kind == .later ? laterDelay : planDelay).value) }

  private func assumptions(_ record: SupplyRecord) -> [SupplyLine.Assumption] {
    var assumptions: [SupplyLine.Assumption] = []
    if case .main = record.category {} else { assumptions.append(.category) }
    if record.year == nil { assumptions.append(.year) }
    return assumptions
  }

  /// Plots give the sizes, the park's figure gives the amount: plots that sum to another area are scaled to it.
  private func byClass(_ record: SupplyRecord) -> [Double] {
    let total = record.pieces.map(\.area).total().asNetHectares.value
    let category = category(record.category)
    guard total > 0 else {
      return spread(record.area, largestPart: record.largestPart, category: category, water: record.water)
    }
    var byClass = [Double](repeating: 0, count: SpaceClass.all.count)
    for piece in record.pieces {
      let space = SpaceClass(
        category: self.category(piece.category, ofPark: category), size: size(squareMetres: piece.area.value),
        water: record.water)
      byClass[space.index] += piece.area.asNetHectares.value * record.area.value / total
    }
    return byClass
  }

  /// Spreads an area over plot-size classes: the largest contiguous part in its own class, what is left in the class of
  /// the largest piece that can still be in it. Without a largest part the area is taken as one piece.
  private func spread(
    _ area: NetHectares, largestPart: NetHectares?, category: CategoryClass, water: WaterAccess
  ) -> [Double] {
    let largest = min(largestPart ?? area, area)
    let rest = area - largest
    var byClass = [Double](repeating: 0, count: SpaceClass.all.count)
    func add(_ amount: NetHectares, inPiecesOf piece: NetHectares) {
      let size = size(squareMetres: SquareMetres(netHectares: piece).value)
      byClass[SpaceClass(category: category, size: size, water: water).index] += amount.value
    }
    add(largest, inPiecesOf: largest)
    add(rest, inPiecesOf: min(largest, rest))
    return byClass
  }
}
