import Foundation
import Provenance
import Quantities

/// Jobs over time in one sector and scenario — *banenontwikkeling*.
///
/// Formula: J(t) = J(t₀) × Π over years y in [t₀, t) of (1 + g(y)).
/// - J: jobs (jobs); g(y): growth rate in force on 1 January of year y (share a year), parameter `demand/job-growth`.
/// - Before the first dated value the first one holds.
/// - Source: domain notes 1.1, jobs as the exogenous driver of the terreinquotiënt method; rates per scenario have their own
///   source in the parameter file.
///
/// Example: 1,000 jobs at +1 % a year for 2 years and then −0.5 % for 1 year are 1,000 × 1.01² × 0.995 = 1,014.9995.
struct JobGrowth: Sendable {
  /// Rates in force, ascending in time.
  let timeline: [ParameterReading]

  /// A run of years with one rate.
  struct Stretch: Sendable {
    let rate: ParameterReading
    let years: Int
  }

  /// The runs of years between two years, in order.
  func stretches(from start: Int, to end: Int) -> [Stretch] {
    guard end > start else { return [] }
    let starts = timeline.indices.map { $0 == timeline.startIndex ? start : timeline[$0].dated.from.year }
    return timeline.indices.compactMap { index in
      let first = max(start, starts[index])
      let last = index + 1 < timeline.endIndex ? min(end, starts[index + 1]) : end
      return last > first ? Stretch(rate: timeline[index], years: last - first) : nil
    }
  }

  /// J(end) / J(start).
  func factor(from start: Int, to end: Int) -> Double {
    stretches(from: start, to: end).reduce(1) { $0 * pow(1 + $1.rate.value, Double($1.years)) }
  }
}
