import Provenance
import Quantities
import SupplyDemandBalance
import WorkLocations

/// Demand and balance of a published study — *narekening*.
///
/// Formula, per line of the demand table (a factor whose cell is empty, and that no parameter fills, is left out):
///
///     expansion = (jobs later − jobs now) × share on parks × (1 − share outside) × land per job / 10 000 − re-used
///     demand    = expansion + replacement + additional          summed over the lines of a scenario and horizon
///     gross     = net / (1 − public share)                      per line, then summed
///     balance   = hard supply − demand; after soft = hard + soft − demand
///
/// Jobs in jobs, land per job in m² net (or 10 000 / jobs per hectare), areas in ha net. Expansion may be negative and is not
/// clipped. Source: domain notes 1.1 and 3.3; the method of the published study itself where it is the same.
/// Not covered: segments, friction, location types beside parks.
///
/// Example: 5,000 → 5,600 jobs, 80 % on parks, a tenth elsewhere, 250 m² per job, 2 ha re-used:
/// 600 × 0.8 × 0.9 × 250 / 10 000 − 2 = 8.8 ha.
///
/// Every figure is an `Explanation`: the number and the way to it are one value.
struct StudyCalculation {
  let study: PublishedStudy

  func outcome(scenario: String, horizon: Int) -> StudyOutcome {
    let rows = study.demand.filter { $0.scenario ?? scenario == scenario && $0.horizon ?? horizon == horizon }
    let expansion = total(Labels.expansion, rows.compactMap(expansion))
    let replacement = total(Labels.replacement, rows.compactMap { figure(.replacement, $0) })
    let additional = total(Labels.additional, rows.compactMap { figure(.additional, $0) })
    return StudyOutcome(
      scenario: scenario, horizon: horizon, expansion: expansion, replacement: replacement, additional: additional,
      demand: total(Labels.demand, [expansion, replacement, additional]), gross: gross(rows),
      hard: supply(Labels.hard, horizon) { $0.isHard }, soft: supply(Labels.soft, horizon) { $0 == .softPlan },
      frozen: supply(Labels.frozen, horizon) { $0 == .frozen })
  }

  /// Expansion of a line: the published amount, or what its jobs ask for.
  func expansion(_ row: StudyDemandRow) -> Explanation? {
    figure(.expansion, row) ?? jobsExpansion(row).map(rounded)
  }

  private func jobsExpansion(_ row: StudyDemandRow) -> Explanation? {
    guard let now = figure(.jobsNow, row), let later = figure(.jobsLater, row), let land = landPerJob(row) else {
      return nil
    }
    let change = Explanation(
      Labels.jobChange, .difference, notation: "jobs_later − jobs_now", unit: .job, parts: [later, now])
    let factors = [change, figure(.shareOnParks, row), inside(row), land].compactMap { $0 }
    let area = Explanation(
      Labels.landForJobs, .product, notation: "Δ jobs × share × (1 − outside) × m²/job", unit: .squareMetre,
      parts: factors)
    let net = Explanation(
      LocalizedText(both: row.sector), .quotient, notation: "m² / 10 000", unit: .netHectare,
      parts: [area, Self.squareMetresPerHectare])
    guard let reused = figure(.reused, row) else { return net }
    return Explanation(
      LocalizedText(both: row.sector), .difference, notation: "area − re-used", unit: .netHectare, parts: [net, reused])
  }

  /// The share of the growth that does come to parks.
  func inside(_ row: StudyDemandRow) -> Explanation? {
    figure(.shareOutside, row).map { oneMinus($0, Labels.inside) }
  }

  func landPerJob(_ row: StudyDemandRow) -> Explanation? {
    guard row.figures[.landPerJob] == nil, let density = figure(.jobsPerHectare, row) else {
      return figure(.landPerJob, row)
    }
    return Explanation(
      StudyColumn.landPerJob.label, .quotient, notation: "10 000 / jobs per ha", unit: .squareMetrePerJob,
      parts: [Self.squareMetresPerHectare, density])
  }

  /// Gross demand; nil when the public share of a line is not known.
  private func gross(_ rows: [StudyDemandRow]) -> Explanation? {
    let lines = rows.map(gross)
    guard lines.allSatisfy({ $0 != nil }) else { return nil }
    return total(Labels.gross, lines.compactMap { $0 }, unit: .grossHectare)
  }

  private func gross(_ row: StudyDemandRow) -> Explanation? {
    guard let share = figure(.publicShare, row) else { return nil }
    let parts = [expansion(row), figure(.replacement, row), figure(.additional, row)].compactMap { $0 }
    let net = total(LocalizedText(both: row.sector), parts)
    return rounded(
      Explanation(
        LocalizedText(both: row.sector), .quotient, notation: "net / (1 − public share)", unit: .grossHectare,
        parts: [net, oneMinus(share, Labels.issuable)]))
  }

  private func supply(_ label: LocalizedText, _ horizon: Int, _ counts: (SupplyKind) -> Bool) -> Explanation {
    supply(label, study.supply.filter { counts($0.kind) && $0.availableFrom ?? horizon <= horizon })
  }

  func supply(_ label: LocalizedText, _ rows: [StudySupplyRow]) -> Explanation {
    total(
      label,
      rows.map {
        Explanation(
          $0.kind.label, value: $0.net.value, unit: .netHectare,
          basis: .record(
            table: PublishedStudy.supplyTable, key: String($0.row), field: "ha",
            origin: study.origin(in: PublishedStudy.supplyTable, row: $0.row)))
      })
  }

  /// The figure of a cell, or the parameter that stands in for an empty one.
  func figure(_ column: StudyColumn, _ row: StudyDemandRow) -> Explanation? {
    if let value = row.figures[column] {
      return Explanation(
        column.label, value: value, unit: column.unit,
        basis: .record(
          table: PublishedStudy.demandTable, key: String(row.row), field: column.rawValue,
          origin: study.origin(in: PublishedStudy.demandTable, row: row.row)))
    }
    guard let parameter = column.parameter(for: row.sector) else { return nil }
    let reading = try? study.parameters.reading(
      parameter.key, parameter.member, regions: [study.heading.region.text], on: CalendarDate(startOf: study.startYear))
    return reading.map { Explanation($0) }
  }
}
