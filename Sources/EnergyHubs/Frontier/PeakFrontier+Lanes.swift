import Foundation
import Quantities

extension PeakFrontier {
  /// The needs of eight limits, found in one walk over the year; in each lane the arithmetic is that of one limit alone.
  struct Needs {
    var content = Lanes.zero
    var largest = Lanes.zero
    /// The step of the largest need, as a number.
    var step = Lanes.zero
  }

  /// The requirements at limits, nil where no capacity suffices; the same as `requirement(at:)` of each.
  func requirements(at limits: [Double]) -> [Requirement?] {
    let tops = tops
    return stride(from: 0, to: limits.count, by: Lanes.scalarCount).flatMap { first in
      eight(Array(limits[first..<min(first + Lanes.scalarCount, limits.count)]), tops)
    }
  }

  private func eight(_ limits: [Double], _ tops: [Double]) -> [Requirement?] {
    // Lanes without a limit of their own keep the peak, which needs nothing.
    var lanes = Lanes(repeating: peak.value)
    for (lane, limit) in limits.enumerated() { lanes[lane] = limit }
    var needs = Needs()
    walk(&needs, lanes, tops, untilEmpty: false)
    let first = needs.content
    if !all(first .== .zero) { walk(&needs, lanes, tops, untilEmpty: true) }
    return limits.enumerated().map { lane, limit in
      // A need that falls to nothing goes on as in the first lap, and ends where that ended.
      guard hasPower(at: limit), needs.content[lane] <= first[lane] + KilowattHours.negligible.value else { return nil }
      return requirement(limit, content: needs.largest[lane], step: Int(needs.step[lane]))
    }
  }

  /// The highest net of every run of steps.
  var tops: [Double] {
    stride(from: 0, to: net.count, by: Self.run).map { first in
      net[first..<min(first + Self.run, net.count)].max() ?? 0
    }
  }

  private static let run = 2 * Lanes.scalarCount

  /// One lap backwards. Runs of steps below every limit are passed over while nothing is needed: they would change nothing.
  /// A second lap may stop once every lane was empty: from there on it repeats the first.
  private func walk(_ needs: inout Needs, _ limits: Lanes, _ tops: [Double], untilEmpty: Bool) {
    let lowest = limits.min()
    let start = needs.content
    var emptied: SIMDMask<SIMD8<Int64>> = start .== .zero
    net.withUnsafeBufferPointer { net in
      var run = tops.count - 1
      while run >= 0 {
        let isEmpty: SIMDMask<SIMD8<Int64>> = needs.content .== .zero
        emptied .|= isEmpty
        if untilEmpty && all(emptied) {
          needs.content.replace(with: start, where: emptied)
          return
        }
        if tops[run] > lowest || !all(isEmpty) {
          let first = run * Self.run
          pass(&needs, limits, net, first..<min(first + Self.run, net.count))
        }
        run -= 1
      }
    }
  }

  @inline(__always)
  private func pass(_ needs: inout Needs, _ limits: Lanes, _ net: UnsafeBufferPointer<Double>, _ steps: Range<Int>) {
    let (giving, taking, growth, power) = (giving, taking, growth, battery.chargePower.value)
    var (content, largest, place) = (needs.content, needs.largest, needs.step)
    var step = steps.upperBound - 1
    while step >= steps.lowerBound {
      let excess = net[step] - limits
      let need = Lanes.larger(excess * giving, .larger(excess, Lanes(repeating: -power)) * taking)
      content = .larger((content + need) * growth, .zero)
      let isMore = content .> largest
      largest.replace(with: content, where: isMore)
      place.replace(with: Double(step), where: isMore)
      step -= 1
    }
    (needs.content, needs.largest, needs.step) = (content, largest, place)
  }

  /// How much the need at the start of the year would grow from lap to lap, kWh: positive where a limit cannot be kept,
  /// convex and falling in the limit. Not a number where losses are too large to follow over a year.
  func growths(at limits: Lanes) -> Lanes {
    let (giving, taking, growth, power) = (giving, taking, growth, battery.chargePower.value)
    var content = Lanes.zero
    /// The same sum without a floor at nothing.
    var debt = Lanes.zero
    net.withUnsafeBufferPointer { net in
      var step = net.count - 1
      while step >= 0 {
        let excess = net[step] - limits
        let need = Lanes.larger(excess * giving, .larger(excess, Lanes(repeating: -power)) * taking)
        content = .larger((content + need) * growth, .zero)
        debt = (debt + need) * growth
        step -= 1
      }
    }
    let lap = pow(growth, Double(net.count))
    return content * (lap - 1) + debt - KilowattHours.negligible.value
  }
}
