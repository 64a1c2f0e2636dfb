import Foundation
import Quantities

/// Reports the processor time of a step: `timing: load 123.4 ms cpu`. Benchmarks read these lines.
struct ProcessorClock {
  let console: Console
  let isSilent: Bool

  func measure<Result>(_ step: String, _ work: () throws -> Result) rethrows -> Result {
    let start = Self.milliseconds()
    let result = try work()
    if !isSilent {
      let spent = NumberStyle.plain(decimals: 1)(Self.milliseconds() - start)
      console.say(LocalizedText(both: "timing: \(step) \(spent) ms cpu"))
    }
    return result
  }

  private static func milliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
  }
}
