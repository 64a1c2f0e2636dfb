import CPROJ
import Foundation

/// One PROJ operation between two systems, x before y on both sides.
final class ProjectionLeg {
  private let context: ProjectionContext
  private let pointer: OpaquePointer

  init(from: CoordinateReferenceSystem, to: CoordinateReferenceSystem, in context: ProjectionContext)
    throws(GeometryError)
  {
    self.context = context
    guard let raw = proj_create_crs_to_crs(context.pointer, from.definition, to.definition, nil) else {
      throw .noTransformation(from: from.definition, to: to.definition, reason: context.lastError)
    }
    defer { proj_destroy(raw) }
    guard let normalized = proj_normalize_for_visualization(context.pointer, raw) else {
      throw .noTransformation(from: from.definition, to: to.definition, reason: context.lastError)
    }
    pointer = normalized
  }

  deinit { proj_destroy(pointer) }

  /// Transforms in place; points without counterpart become infinite.
  func transform(_ points: inout [Point], inverse: Bool = false) {
    points.withUnsafeMutableBytes { raw in
      guard let x = raw.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
      let size = MemoryLayout<Point>.stride
      let count = raw.count / size
      _ = proj_trans_generic(
        pointer, inverse ? PJ_INV : PJ_FWD, x, size, count, x + 1, size, count, nil, 0, 0, nil, 0, 0)
    }
  }

  /// What PROJ chose for the latest point: among several operations it takes the best one that covers the point.
  var lastUsed: ProjectionOperation? {
    guard let operation = proj_trans_get_last_used_operation(pointer) else { return nil }
    defer { proj_destroy(operation) }
    return ProjectionOperation(operation, in: context)
  }
}

struct ProjectionOperation {
  let name: String
  /// Metres; nil when the register states none.
  let accuracy: Double?
  let usesGrid: Bool

  init(_ operation: OpaquePointer, in context: ProjectionContext) {
    let info = proj_pj_info(operation)
    let steps = info.description.map { String(cString: $0) }?.components(separatedBy: " + ") ?? []
    name = steps.filter { !$0.hasPrefix("axis order change") }.joined(separator: " + ")
    accuracy = info.accuracy < 0 ? nil : info.accuracy
    usesGrid = proj_coordoperation_get_grid_used_count(context.pointer, operation) > 0
  }
}
