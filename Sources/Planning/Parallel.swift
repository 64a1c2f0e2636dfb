import Foundation
import Synchronization

/// Work side by side, with the results in the order of the work — *naast elkaar rekenen*; nothing depends on which ended first.
enum Parallel {
  static func map<Item: Sendable, Result: Sendable>(_ items: [Item], _ work: @Sendable (Item) -> Result) -> [Result] {
    let places = Places<Result>(items.count)
    DispatchQueue.concurrentPerform(iterations: items.count) { places.put(work(items[$0]), at: $0) }
    return places.filled
  }

  /// Tells after every item how many are done, one call at a time and each number once.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], progress: @Sendable (Int) -> Void, _ work: @Sendable (Item) -> Result
  ) -> [Result] {
    let done = Mutex(0)
    return map(items) { item in
      defer {
        done.withLock { count in
          count += 1
          progress(count)
        }
      }
      return work(item)
    }
  }

  /// One place per item; each is written once, by one thread.
  private final class Places<Result: Sendable>: @unchecked Sendable {
    private let storage: UnsafeMutablePointer<Result?>
    private let count: Int

    init(_ count: Int) {
      self.count = count
      storage = .allocate(capacity: max(1, count))
      storage.initialize(repeating: nil, count: count)
    }

    deinit {
      storage.deinitialize(count: count)
      storage.deallocate()
    }

    func put(_ result: Result, at index: Int) { storage[index] = result }
    var filled: [Result] { (0..<count).map { storage[$0]! } }
  }
}
