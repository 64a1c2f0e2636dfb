import PlaneGeometry
import Provenance

/// A record that the register keeps as a row — *opgeslagen record*.
protocol StoredRecord: Sendable {
  static var recordKind: RecordKind { get }
  /// The area of the record; nil where it has none.
  var shape: MultiPolygon? { get }
  /// Adds the value of every column of `recordKind`, in that order.
  func write(to row: inout RowWriter) throws
  /// Reads the value of every column of `recordKind`, in that order.
  /// - Throws: `RowProblem`, `InvalidRecord` or `GeometryError` when the row holds no valid record.
  init(from row: inout RowReader) throws
  /// Whether the record comes before another in a register, whatever order it was stored in.
  static func precedes(_ left: Self, _ right: Self) -> Bool
}

extension StoredRecord {
  var shape: MultiPolygon? { nil }
}

extension Array where Element: StoredRecord {
  /// Sorted; moves positions and not the records, which are large, and nothing when they are in order already.
  func inOrder() -> [Element] {
    let isInOrder = indices.dropFirst().allSatisfy { !Element.precedes(self[$0], self[$0 - 1]) }
    guard !isInOrder else { return self }
    return indices.sorted { Element.precedes(self[$0], self[$1]) }.map { self[$0] }
  }
}
