import EnergyHubs
import Provenance
import Quantities

/// A sum that `energy share` gave out, explained to the park's manager: down to the members that its receiver may not see.
struct ExplainedShare: ExplainedEnergy {
  let root: String
  let figures: [ShareFigure]
  private let sum: SharedSum
  private let leaves: EnergyLeaves
  /// kW in each step of the year, nothing outside the release.
  private let values: [Double]

  /// - Parameters:
  ///   - steps: of the path, the release behind the topic.
  ///   - releases: what was given out, as the log of the study tells it.
  /// - Throws: `PlanningError` for a release that is not in the log, and every missing parameter.
  init(
    _ steps: [String], _ releases: [LoggedRelease], _ park: EnergyCase, _ library: PlanningLibrary
  ) throws(PlanningError) {
    let topic = EnergyTopic.share.rawValue
    let id = steps.dropFirst().first ?? ""
    guard let release = releases.first(where: { $0.id == id }) else {
      throw .noStep(id, after: topic, possible: releases.map(\.id))
    }
    var reader = ParameterReader(library.parameters, on: CalendarDate(startOf: park.year.year))
    let limits: AggregateGuard
    do { limits = try AggregateGuard(&reader) } catch { throw .missing([error]) }
    root = [topic, id].joined(separator: "/")
    let sum = SharedSum(release, park)
    self.sum = sum
    leaves = EnergyLeaves(park: park)
    values = sum.values
    figures = sum.figures(by: limits).enumerated().flatMap { place, figure in
      ShareFigure.Kind.allCases.filter { ($0 == .energy ? figure.energy : figure.peak) != nil }
        .map { ShareFigure(start: figure.start, place: place, kind: $0) }
    }
  }

  func explanation(of figure: ShareFigure) -> Explanation {
    let stretch = sum.stretches[figure.place]
    switch figure.kind {
    case .energy:
      let total = leaves.sum(
        LocalizedText(nl: "som van de stappen", en: "sum of the steps"), .kilowatt, Array(stretch), values, leaf: power)
      return Explanation(
        LocalizedText(nl: "energie vanaf \(figure.start)", en: "energy from \(figure.start)"), .product,
        notation: "uren per stap × Σ stappen", unit: .kilowattHour, parts: [leaves.hours, total])
    case .peak:
      return leaves.highest(
        LocalizedText(nl: "hoogste vermogen vanaf \(figure.start)", en: "highest power from \(figure.start)"), values,
        in: stretch, leaf: power)
    }
  }

  /// What the members take or give together at a step.
  private func power(_ step: Int) -> Explanation {
    Explanation(
      LocalizedText(both: leaves.time(step)), .sum, notation: "Σ leden", unit: .kilowatt,
      parts: sum.members.map { amount(leaves.load($0, step)) })
  }

  private func amount(_ load: Explanation) -> Explanation {
    switch sum.release.quantity {
    case .net: load
    case .import:
      Explanation(
        load.label, .maximum, notation: "max(0; afname)", unit: .kilowatt, parts: [HubOperation.nothing, load])
    case .export:
      Explanation(
        load.label, .maximum, notation: "max(0; −afname)", unit: .kilowatt,
        parts: [HubOperation.nothing, leaves.opposite(of: load)])
    }
  }
}
