import Provenance
import Quantities

extension SeriesFindings {
  /// Looks at the values themselves.
  mutating func judge(_ values: [Float], _ rules: SeriesRules, _ expectation: SeriesExpectation) {
    guard !values.isEmpty else { return }
    judgeZeros(rules)
    judgeSpikes(values, rules)
    judgeSign(values, expectation)
    let scale = judgeFactor(values, expectation)
    if scale == nil { judgePeaks(expectation) }
    if scale == nil { judgeAnnual(values, rules, expectation) }
  }

  private mutating func judgeZeros(_ rules: SeriesRules) {
    let long = series.runs { $0 == 0 }.filter { Double($0.count) * series.year.step.hours > rules.longestZeroRun }
    for run in long {
      add(
        .warning, "zeros", at: run,
        LocalizedText(nl: "lange reeks nullen", en: "long run of zeros"),
        LocalizedText(
          nl: "Was het bedrijf dicht, of viel de meter uit? Laat ontbrekende waarden leeg.",
          en: "Was the firm closed, or did the meter fail? Leave missing values empty."))
    }
  }

  private mutating func judgeSpikes(_ values: [Float], _ rules: SeriesRules) {
    let sizes = values.map { abs($0) }.sorted()
    let level = Double(sizes[(sizes.count - 1) * (100 - 1) / 100])
    let spikes = series.kilowatts.indices.filter { Double(abs(series.kilowatts[$0])) > rules.spikeFactor * level }
    guard level > 0, let first = spikes.first else { return }
    add(
      .warning, "spike", at: first..<first + 1, value: shown(Double(series.kilowatts[first])),
      LocalizedText(
        nl: "\(spikes.count) waarde(n) ver boven alle andere", en: "\(spikes.count) value(s) far above all others"),
      LocalizedText(nl: "Controleer de meting.", en: "Check the measurement."))
  }

  private mutating func judgeSign(_ values: [Float], _ expectation: SeriesExpectation) {
    let negative = values.count { $0 < 0 }
    guard negative > 0, !expectation.mayFeedIn || 2 * negative > values.count else { return }
    add(
      .warning, "sign", value: "\(negative)",
      LocalizedText(
        nl: "negatieve waarden: teruglevering, of het teken is omgekeerd",
        en: "negative values: feed-in, or the sign is reversed"),
      LocalizedText(
        nl: "Afname is positief; draai zo nodig het teken om.", en: "Offtake is positive; reverse the sign if need be.")
    )
  }

  /// Suspicion that kW and kWh per step were mixed up.
  /// - Returns: by how much the values seem too large; nil without suspicion.
  private mutating func judgeFactor(_ values: [Float], _ expectation: SeriesExpectation) -> Double? {
    let factor = Double(series.year.step.perHour)
    guard factor > 1 else { return nil }
    let ratio = expectation.annual.map { $0.value > 0 ? annual(values).value / $0.value : 1 }
    let suspected: Double? =
      if let ratio {
        [factor, 1 / factor].first { abs(ratio / $0 - 1) < 1 / (2 * factor) }
      } else if let limit = expectation.physical ?? expectation.contracted, peak(values) > 2 * limit.value {
        peak(values) <= factor * limit.value ? factor : nil
      } else {
        nil
      }
    guard let suspected else { return nil }
    add(
      .error, "factor", value: shown(ratio ?? peak(values)),
      LocalizedText(
        nl: suspected > 1
          ? "vier keer te hoog: kW gelezen als kWh per kwartier?"
          : "vier keer te laag: kWh per kwartier gelezen als kW?",
        en: suspected > 1
          ? "four times too high: kW read as kWh a quarter?" : "four times too low: kWh a quarter read as kW?"),
      LocalizedText(nl: "Kies de andere eenheid bij het inlezen.", en: "Choose the other unit when importing."))
    return suspected
  }

  private mutating func judgePeaks(_ expectation: SeriesExpectation) {
    judgePeak(
      "peak-exceeds-contract", above: expectation.contracted,
      LocalizedText(
        nl: "de piek ligt boven het gecontracteerde vermogen", en: "the peak lies above the contracted capacity"))
    judgePeak(
      "peak-exceeds-cable", above: expectation.physical,
      LocalizedText(
        nl: "de piek ligt boven wat de aansluiting fysiek kan", en: "the peak lies above what the connection can carry")
    )
    judgePeak(
      "feed-in-exceeds-contract", above: expectation.feedIn, sign: -1,
      LocalizedText(
        nl: "de teruglevering ligt boven het gecontracteerde vermogen",
        en: "the feed-in lies above the contracted capacity"))
    judgePeak(
      "feed-in-exceeds-assets", above: expectation.generation, sign: -1,
      LocalizedText(
        nl: "er wordt meer teruggeleverd dan de opgegeven installaties kunnen geven",
        en: "more is fed in than the stated assets can give"))
  }

  /// Tells the first step above a limit, and how high the series comes.
  private mutating func judgePeak(
    _ code: String, above limit: Kilowatts?, sign: Double = 1, _ message: LocalizedText
  ) {
    guard let limit else { return }
    let powers = series.kilowatts.map { sign * Double($0) }
    guard let step = powers.firstIndex(where: { $0 > limit.value }) else { return }
    let most = powers.reduce(limit.value) { $1 > $0 ? $1 : $0 }
    add(
      .warning, code, at: step..<step + 1, value: "\(shown(most)) > \(shown(limit.value)) kW", message,
      LocalizedText(
        nl: "Controleer vermogen en eenheid (kW of kWh per stap).", en: "Check capacity and unit (kW or kWh a step)."))
  }

  private mutating func judgeAnnual(_ values: [Float], _ rules: SeriesRules, _ expectation: SeriesExpectation) {
    guard let stated = expectation.annual, values.count == series.year.count else { return }
    let found = annual(values)
    guard abs(found.value - stated.value) > rules.annualTolerance * abs(stated.value) else { return }
    add(
      .warning, "annual", value: shown(found.value),
      LocalizedText(
        nl: "de som wijkt af van het opgegeven jaarverbruik", en: "the sum differs from the stated yearly use"),
      LocalizedText(nl: "Controleer jaar, eenheid en volledigheid.", en: "Check year, unit and completeness."))
  }

  /// The use over the year at the mean of the values there are.
  private func annual(_ values: [Float]) -> KilowattHours {
    let sum = values.reduce(0.0) { $0 + Double($1) }
    return KilowattHours(sum / Double(values.count) * Double(series.year.count) * series.year.step.hours)
  }

  private func peak(_ values: [Float]) -> Double { Double(values.max() ?? 0) }
  private func shown(_ number: Double) -> String { NumberStyle.plain(decimals: 2)(number) }
}
