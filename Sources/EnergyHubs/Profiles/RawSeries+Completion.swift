import Provenance
import Quantities

extension RawSeries {
  /// The steps without a value.
  public var holes: [Range<Int>] { runs { $0.isNaN } }

  /// The longest stretches of steps for which something holds.
  func runs(_ holds: (Float) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for step in kilowatts.indices {
      if holds(kilowatts[step]) {
        start = start ?? step
      } else if let first = start {
        runs.append(first..<step)
        start = nil
      }
    }
    return runs + (start.map { [$0..<kilowatts.count] } ?? [])
  }

  /// The complete profile, or nil, with everything that is wrong or doubtful.
  ///
  /// A hole up to the longest that the rules allow gets, step by step, the mean of the same clock time a week before and a week
  /// after, or the one of the two that was measured. What is filled is counted in the profile's origin.
  public func completed(
    by rules: SeriesRules, expecting expectation: SeriesExpectation = .init(), file: String? = nil
  ) -> (profile: Profile?, diagnostics: [Diagnostic]) {
    var filled = kilowatts
    var findings = SeriesFindings(self, file)
    var isComplete = true
    for hole in holes {
      let short = Double(hole.count) * year.step.hours <= rules.longestFill
      let values = short ? hole.map(neighbours) : []
      if short, values.allSatisfy({ $0 != nil }) {
        for (step, value) in zip(hole, values) { filled[step] = value ?? .nan }
        findings.filled(hole)
      } else {
        isComplete = false
        findings.hole(hole, isShort: short)
      }
    }
    let count = zip(kilowatts, filled).count { $0.isNaN && !$1.isNaN }
    let profile = isComplete ? Profile(year, kilowatts: filled, origin: .measured(filled: count)) : nil
    findings.judge(filled.filter { !$0.isNaN }, rules, expectation)
    return (profile, findings.diagnostics)
  }

  /// Mean of the measured values at the same clock time in the weeks beside it; nil when neither was measured.
  private func neighbours(_ step: Int) -> Float? {
    let week = Moment.daysPerWeek * Moment.secondsPerDay
    let found = [-week, week].compactMap { shift in
      self.step(reading: year.reading(of: step).adding(seconds: shift)).map { kilowatts[$0] }
    }.filter { !$0.isNaN }
    return found.isEmpty ? nil : found.reduce(0, +) / Float(found.count)
  }

  private func step(reading: Moment) -> Int? {
    let moments = year.clock == .dutch ? DutchClock.moments(reading: reading) : [reading]
    return moments.first.flatMap(year.index)
  }
}
