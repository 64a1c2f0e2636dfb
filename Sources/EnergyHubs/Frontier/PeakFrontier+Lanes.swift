import Foundation
import Quantities

extension PeakFrontier {
  /// The needs of eight limits, found in one walk over the year; in each lane the arithmetic is that of one limit alone.
  private struct Needs {
    var content = Lanes.zero
    var largest = Lanes.zero
    /// The run with the largest need, as a number, and the content that it began with.
    var run = Lanes.zero
    var entry = Lanes.zero
  }

  /// The requirements at limits, nil where no capacity suffices; the same as `requirement(at:)` of each.
  func requirements(at limits: [Double]) -> [Requirement?] {
    let start = roomiestRun(at: limits.min() ?? peak.value)
    let order = Array((0..<start).reversed()) + (start..<tops.count).reversed()
    return stride(from: 0, to: limits.count, by: Lanes.scalarCount).flatMap { first in
      eight(Array(limits[first..<min(first + Lanes.scalarCount, limits.count)]), order)
    }
  }

  /// The run before which a year left most room to fill up: a walk that begins there seldom needs a second lap.
  private func roomiestRun(at limit: Double) -> Int {
    var (sum, least, roomiest) = (0.0, 0.0, 0)
    net.withUnsafeBufferPointer { net in
      for run in tops.indices.reversed() {
        let steps = steps(ofRun: run)
        for step in stride(from: steps.lowerBound, to: steps.upperBound, by: Lanes.scalarCount) {
          let isWhole = step + Lanes.scalarCount <= net.count
          let excess = isWhole ? Lanes(net, from: step) - limit : Lanes(repeating: net[step] - limit)
          sum += rates.needs(excess).total
        }
        if sum < least { (least, roomiest) = (sum, run) }
      }
    }
    return roomiest
  }

  private func eight(_ limits: [Double], _ order: [Int]) -> [Requirement?] {
    // Lanes without a limit of their own keep the peak, which needs nothing.
    var lanes = Lanes(repeating: peak.value)
    for (lane, limit) in limits.enumerated() { lanes[lane] = limit }
    var needs = Needs()
    walk(&needs, lanes, order, untilEmpty: false)
    let first = needs.content
    if !all(first .== .zero) { walk(&needs, lanes, order, untilEmpty: true) }
    return limits.enumerated().map { lane, limit in
      // A need that falls to nothing goes on as in the first lap, and ends where that ended.
      guard hasPower(at: limit), needs.content[lane] <= first[lane] + KilowattHours.negligible.value else { return nil }
      return requirement(limit, content: needs.largest[lane], step: step(needs, lane, limit))
    }
  }

  /// The step of a lane's largest need: the run with it is walked once more.
  private func step(_ needs: Needs, _ lane: Int, _ limit: Double) -> Int {
    var content = needs.entry[lane]
    return steps(ofRun: Int(needs.run[lane])).reversed().first { step in
      content = rates.need(net[step] - limit, after: content)
      return content == needs.largest[lane]
    } ?? 0
  }

  /// One lap backwards. Runs of steps below every limit are passed over while nothing is needed: they would change nothing.
  /// A second lap may stop once every lane was empty: from there on it repeats the first.
  private func walk(_ needs: inout Needs, _ limits: Lanes, _ order: [Int], untilEmpty: Bool) {
    let lowest = limits.min()
    let start = needs.content
    var emptied: SIMDMask<SIMD8<Int64>> = start .== .zero
    net.withUnsafeBufferPointer { net in
      for run in order {
        let isEmpty: SIMDMask<SIMD8<Int64>> = needs.content .== .zero
        emptied .|= isEmpty
        if untilEmpty && all(emptied) {
          needs.content.replace(with: start, where: emptied)
          return
        }
        if tops[run] > lowest || !all(isEmpty) { pass(&needs, limits, net, run) }
      }
    }
  }

  @inline(__always)
  private func pass(_ needs: inout Needs, _ limits: Lanes, _ net: UnsafeBufferPointer<Double>, _ run: Int) {
    let rates = rates
    let none = Lanes(repeating: rates.none)
    let steps = steps(ofRun: run)
    var (content, largest) = (needs.content, none)
    var step = steps.upperBound - 1
    while step >= steps.lowerBound {
      content = .larger(rates.needs(net[step] - limits).plus(content, times: rates.growth), none)
      largest = .larger(largest, content)
      step -= 1
    }
    // Of equal needs the last of the year counts, wherever the walk began.
    let place = Double(run)
    let isMore = (largest .> needs.largest) .| ((largest .== needs.largest) .& (needs.run .< place))
    needs.largest.replace(with: largest, where: isMore)
    needs.run.replace(with: place, where: isMore)
    needs.entry.replace(with: needs.content, where: isMore)
    needs.content = content
  }

  /// How much the need at the start of the year would grow from lap to lap, kWh: positive where a limit cannot be kept,
  /// convex and falling in the limit. Not a number where losses are too large to follow over a year.
  func growths(at limits: Lanes) -> Lanes {
    let rates = rates
    var content = Lanes.zero
    /// The same sum without a floor at nothing.
    var debt = Lanes.zero
    // Where nothing is lost in a step the first sum counts for nothing, and the second need not wait for itself.
    let isLossless = rates.growth == 1
    net.withUnsafeBufferPointer { net in
      var step = net.count - 1
      while step >= 0 {
        let need = rates.needs(net[step] - limits)
        if isLossless {
          debt += need
        } else {
          content = .larger(need.plus(content, times: rates.growth), .zero)
          debt = need.plus(debt, times: rates.growth)
        }
        step -= 1
      }
    }
    let lap = pow(rates.growth, Double(net.count))
    return content * (lap - 1) + debt - KilowattHours.negligible.value
  }
}

extension PeakFrontier.Rates {
  /// What eight steps ask for, or one step under eight limits, kWh.
  @inline(__always)
  func needs(_ excess: Lanes) -> Lanes {
    Lanes.larger(excess * giving, .larger(excess, Lanes(repeating: -power)) * taking)
  }
}

extension Lanes {
  @inline(__always)
  init(_ numbers: UnsafeBufferPointer<Double>, from first: Int) {
    self = UnsafeRawPointer(numbers.baseAddress! + first).loadUnaligned(as: Lanes.self)
  }

  /// The sum by halves, in a fixed order.
  var total: Double {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}
