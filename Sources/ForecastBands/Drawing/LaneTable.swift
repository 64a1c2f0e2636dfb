import Uncertainty

/// Working memory of one block of eight draws; belongs to one thread.
final class LaneTable {
  let start: UnsafeMutablePointer<Lanes>
  private let count: Int

  init(count: Int) {
    self.count = max(1, count)
    start = .allocate(capacity: self.count)
    start.initialize(repeating: .zero, count: self.count)
  }

  deinit { start.deallocate() }

  func clear() { start.update(repeating: .zero, count: count) }
}
