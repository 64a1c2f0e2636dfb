/// Numbers in single precision at a fixed place in memory, for inner loops.
final class FloatTable: @unchecked Sendable {
  // Written in `init` alone, so that any thread may read.
  private let storage: UnsafeMutablePointer<Float>
  private let count: Int

  init(_ values: [Double]) {
    count = values.count
    storage = .allocate(capacity: max(1, count))
    for (index, value) in values.enumerated() { (storage + index).initialize(to: Float(value)) }
  }

  deinit { storage.deallocate() }

  var start: UnsafePointer<Float> { UnsafePointer(storage) }
}
