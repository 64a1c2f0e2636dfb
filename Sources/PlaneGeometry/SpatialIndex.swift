/// A packed R-tree: finds the elements whose bounding box meets another without looking at all of them. Built once,
/// then read-only; answers come in insertion order.
///
/// Sort-Tile-Recursive packing: S.T. Leutenegger, M.A. Lopez and J. Edgington, "STR: a simple and efficient algorithm
/// for R-tree packing", ICDE 1997.
public struct SpatialIndex<Element: Sendable>: Sendable {
  private let elements: [Element]
  /// Leaf position to insertion position.
  private let leafOrder: [Int]
  /// Boxes per level: leaves first, the root last.
  private let levels: [[BoundingBox]]

  public init(_ elements: [Element], boundingBox: (Element) -> BoundingBox) {
    let boxes = elements.map(boundingBox)
    self.elements = elements
    leafOrder = Self.packed(boxes)
    levels = Self.levels(over: leafOrder.map { boxes[$0] })
  }

  public var count: Int { elements.count }

  /// The elements whose bounding box shares at least a point with `box`, in insertion order.
  public func elements(intersecting box: BoundingBox) -> [Element] {
    var found: [Int] = []
    if !levels[0].isEmpty { collect(box, level: levels.count - 1, node: 0, into: &found) }
    found.sort()
    return found.map { elements[$0] }
  }

  /// The element whose bounding box is nearest to `point`, and of equals the first inserted; nil when the index is
  /// empty.
  public func nearest(to point: Point) -> Element? {
    guard !levels[0].isEmpty else { return nil }
    var best = (distance: Double.infinity, position: Int.max)
    search(point, level: levels.count - 1, node: 0, best: &best)
    return elements.indices.contains(best.position) ? elements[best.position] : nil
  }

  private func collect(_ box: BoundingBox, level: Int, node: Int, into found: inout [Int]) {
    guard levels[level][node].intersects(box) else { return }
    guard level > 0 else { return found.append(leafOrder[node]) }
    for child in children(of: node, level: level) { collect(box, level: level - 1, node: child, into: &found) }
  }

  private func search(_ point: Point, level: Int, node: Int, best: inout (distance: Double, position: Int)) {
    let distance = levels[level][node].distance(to: point)
    guard distance <= best.distance else { return }
    guard level > 0 else {
      best = min(best, (distance, leafOrder[node]), by: <)
      return
    }
    let near = children(of: node, level: level).map { (levels[level - 1][$0].distance(to: point), $0) }.sorted(by: <)
    for (_, child) in near { search(point, level: level - 1, node: child, best: &best) }
  }

  private func children(of node: Int, level: Int) -> Range<Int> {
    let first = node * packedNodeSize
    return first..<min(first + packedNodeSize, levels[level - 1].count)
  }
}

/// Children per node: enough to keep the tree shallow, few enough to scan quickly.
private let packedNodeSize = 16

private func min<T>(_ a: T, _ b: T, by less: (T, T) -> Bool) -> T { less(b, a) ? b : a }

extension SpatialIndex {
  /// Vertical slices by the centre's x, within each slice by the centre's y; ties keep insertion order.
  private static func packed(_ boxes: [BoundingBox]) -> [Int] {
    let byX = boxes.indices.sorted { (boxes[$0].center.x, $0) < (boxes[$1].center.x, $1) }
    let leaves = (Double(boxes.count) / Double(packedNodeSize)).rounded(.up)
    let sliceSize = max(1, Int(leaves.squareRoot().rounded(.up)) * packedNodeSize)
    return stride(from: 0, to: byX.count, by: sliceSize).flatMap { start in
      byX[start..<Swift.min(start + sliceSize, byX.count)]
        .sorted { (boxes[$0].center.y, $0) < (boxes[$1].center.y, $1) }
    }
  }

  private static func levels(over leaves: [BoundingBox]) -> [[BoundingBox]] {
    var levels = [leaves]
    var current = leaves
    while current.count > 1 {
      current = stride(from: 0, to: current.count, by: packedNodeSize).map { start in
        let end = Swift.min(start + packedNodeSize, current.count)
        return current[start + 1..<end].reduce(current[start]) { $0.union($1) }
      }
      levels.append(current)
    }
    return levels
  }
}
