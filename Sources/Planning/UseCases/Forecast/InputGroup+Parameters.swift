import ForecastBands
import Provenance
import Quantities
import SpaceDemand

extension InputGroup {
  /// The group as a reader knows it.
  public var label: LocalizedText {
    switch self {
    case .growth: LocalizedText(nl: "groei van de banen", en: "growth of jobs")
    case .landPerJob: LocalizedText(nl: "ruimte per baan", en: "land per job")
    case .locationPreference: LocalizedText(nl: "locatievoorkeur", en: "location preference")
    case .replacement: LocalizedText(nl: "vervangingsvraag", en: "replacement")
    case .softRealisation: LocalizedText(nl: "doorgaan van zachte plannen", en: "realisation of soft plans")
    case .addOns: LocalizedText(nl: "aanvullende vraag", en: "add-ons")
    }
  }

  /// Parameters whose level belongs to the group; add-ons stand outside the parameter set.
  var levels: [String] {
    switch self {
    case .growth, .addOns: []
    case .landPerJob: ["demand/land-per-job"]
    case .locationPreference: ["demand/location-preference"]
    case .replacement: ["demand/replacement-return-share"]
    case .softRealisation: ["supply/soft-plan-realisation"]
    }
  }

  /// Yearly rates of the group.
  var rates: [String] {
    switch self {
    case .growth: ["demand/job-growth"]
    case .landPerJob: ["demand/land-per-job-drift"]
    case .locationPreference: ["demand/location-preference-drift"]
    case .replacement, .softRealisation, .addOns: []
    }
  }

  /// What a break-even changes: growth by an addition a year, all else by a factor.
  var change: BreakEvenPoint.Change { self == .growth ? .addition : .factor }
}

extension PlanningLibrary {
  /// This library with a group of parameters at their low or high values.
  func shifted(_ group: InputGroup, to end: (DatedValue) -> Double) -> PlanningLibrary {
    changed(group, keys: group.levels + group.rates + group.extremes) { dated, _ in end(dated) }
  }

  /// This library with a group of parameters changed alike: levels by a factor, growth by an addition. A share stays at most 1.
  func changed(_ group: InputGroup, by amount: Double) -> PlanningLibrary {
    changed(group, keys: group.change == .addition ? group.rates : group.levels) { dated, unit in
      group.change == .addition
        ? dated.value + amount : unit == .share ? min(1, dated.value * amount) : dated.value * amount
    }
  }

  private func changed(_ group: InputGroup, keys: [String], _ value: (DatedValue, Unit) -> Double) -> PlanningLibrary {
    let overrides = keys.compactMap { parameters[$0] }.map { parameter in
      Parameter(
        key: parameter.key, label: parameter.label, unit: parameter.unit, dimensions: parameter.dimensions,
        note: parameter.note,
        members: parameter.members.mapValues { $0.map { $0.withValue(value($0, parameter.unit)) } })
    }
    let addOns =
      group == .addOns ? self.addOns.map { $0.withAmounts { value($0, .netHectarePerYear) } } : self.addOns
    return PlanningLibrary(
      parameters: parameters.overridden(by: ParameterSet(overrides)), bibliography: bibliography, sectors: sectors,
      addOns: addOns)
  }
}

extension InputGroup {
  /// Levels that move to their ends in a tornado, but not in a break-even: they would do the same twice.
  fileprivate var extremes: [String] { self == .replacement ? ["demand/replacement-density-ratio"] : [] }
}

extension DatedValue {
  /// The same value from the same source, moved within or beyond its band. A value that the source does not hold says what it was
  /// there.
  fileprivate func withValue(_ moved: Double) -> DatedValue {
    let isOfSource = [low, value, high].contains(moved)
    let place = [locator, isOfSource ? nil : "\(value) → \(moved)"].compactMap { $0 }.joined(separator: ", ")
    return DatedValue(
      from: from, value: moved, low: min(low, moved), high: max(high, moved), kind: kind, source: source,
      locator: place.isEmpty ? nil : place)
  }
}

extension AddOn {
  fileprivate func withAmounts(_ value: (DatedValue) -> Double) -> AddOn {
    AddOn(
      id: id, label: label, amountPerYear: amountPerYear.mapValues { $0.withValue(value($0)) }, firstYear: firstYear,
      lastYear: lastYear, locationType: locationType, sectorGroup: sectorGroup, profile: profile,
      returnsFrom: returnsFrom, allocation: allocation, note: note)
  }
}
