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
  /// after, or the one of the two that was measured. Any other hole leaves its days not measured: they are completed where the rules
  /// ask for that, else the series is refused. What is filled and completed is counted in the profile's origin.
  public func completed(
    by rules: SeriesRules, expecting expectation: SeriesExpectation = .init(), file: String? = nil
  ) -> (profile: Profile?, diagnostics: [Diagnostic]) {
    var filled = kilowatts
    var findings = SeriesFindings(self, file)
    let open = holes.filter { hole in
      let values = isShort(hole, rules) ? hole.map(neighbours) : []
      guard !values.isEmpty, values.allSatisfy({ $0 != nil }) else { return true }
      for (step, value) in zip(hole, values) { filled[step] = value ?? .nan }
      findings.filled(hole)
      return false
    }
    let origin = open.isEmpty ? .measured(filled: count(of: filled)) : complete(&filled, open, rules, &findings)
    findings.judge(filled.filter { !$0.isNaN }, rules, expectation)
    return (origin.flatMap { Profile(year, kilowatts: filled, origin: $0) }, findings.diagnostics)
  }

  /// Gives the days of the holes that are left the values of measured days; nil where that is not asked or cannot be done.
  private func complete(
    _ filled: inout [Float], _ open: [Range<Int>], _ rules: SeriesRules, _ findings: inout SeriesFindings
  ) -> Profile.Origin? {
    let completion = YearCompletion(year, isKnown: filled.map { !$0.isNaN })
    guard let least = rules.leastDays else {
      for hole in open { findings.hole(hole, isShort: isShort(hole, rules), completion) }
      return nil
    }
    guard completion.scarce(least).isEmpty else {
      findings.scarce(completion, least)
      return nil
    }
    let kept = filled.indices.map { completion.sources[$0] == $0 ? filled[$0] : .nan }
    filled = completion.applied(to: filled)
    findings.completed(completion)
    return .completed(days: completion.completed, filled: count(of: kept))
  }

  private func isShort(_ hole: Range<Int>, _ rules: SeriesRules) -> Bool {
    Double(hole.count) * year.step.hours <= rules.longestFill
  }

  /// Steps that have a value now and had none.
  private func count(of filled: [Float]) -> Int { zip(kilowatts, filled).count { $0.isNaN && !$1.isNaN } }

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
