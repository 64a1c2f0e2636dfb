import Provenance
import Quantities

/// Yearly rates through time — *jaarlijkse verandering*: each holds from its date until the next one, the first one also before
/// its date.
package struct RateTimeline: Sendable {
  /// Ascending in time.
  package let readings: [ParameterReading]

  package init(readings: [ParameterReading]) { self.readings = readings }

  /// A run of years with one rate.
  package struct Stretch: Sendable {
    package let rate: ParameterReading
    package let years: Int
  }

  /// The runs of years between two years, in order. The rate of year y is the one in force on 1 January of y.
  package func stretches(from start: Int, to end: Int) -> [Stretch] {
    guard end > start else { return [] }
    let firstYears = readings.indices.map { $0 == readings.startIndex ? start : Self.firstYear(of: readings[$0]) }
    return readings.indices.compactMap { index in
      let first = max(start, firstYears[index])
      let last = index + 1 < readings.endIndex ? min(end, firstYears[index + 1]) : end
      return last > first ? Stretch(rate: readings[index], years: last - first) : nil
    }
  }

  private static func firstYear(of reading: ParameterReading) -> Int {
    let from = reading.dated.from
    return from == CalendarDate(startOf: from.year) ? from.year : from.year + 1
  }
}

extension RateTimeline {
  /// Growth upon growth, for jobs — *samengestelde groei*.
  ///
  /// Formula: J(t) / J(t₀) = Π over years y in [t₀, t) of (1 + g(y)).
  /// - J: jobs (jobs); g(y): growth rate of year y (share a year), parameter `demand/job-growth`.
  /// - Source: domain notes 1.1, jobs as the exogenous driver of the terreinquotiënt method; rates per scenario have their own
  ///   source in the parameter file.
  ///
  /// Example: 1,000 jobs at +1 % a year for 2 years and then −0.5 % for 1 year are 1,000 × 1.01² × 0.995 = 1,014.9995.
  package func compoundFactor<Figure: Derivation>(from start: Int, to end: Int) -> Figure {
    .formula(
      .product, .factor, FormulaName(nl: "groeifactor", en: "growth factor", notation: "Π (1 + g)^jaren"),
      stretches(from: start, to: end).map { stretch in
        .formula(
          .power, .factor,
          FormulaName(nl: "groei over een periode", en: "growth over a period", notation: "(1 + g)^jaren"),
          [.onePlus(.parameter(stretch.rate)), .years(stretch.years)])
      })
  }

  /// A constant step each year on the level of the start, for coefficients — *lineaire verandering*.
  ///
  /// Formula: X(t) / X(t₀) = 1 + Σ over years y in [t₀, t) of x(y).
  /// - X: land per job (m² per job) or location-type preference (share); x(y): yearly change (share a year), parameters
  ///   `demand/land-per-job-drift` and `demand/location-preference-drift`.
  /// - Source: PBL open Ruimtescanner, q_t = q_(t−1) × (1 + g × years); the steps are on the level of the reference year.
  ///
  /// Example: +1 % a year for 4 years and then +0.5 % for 2 years is 1 + 0.04 + 0.01 = 1.05.
  package func linearFactor<Figure: Derivation>(from start: Int, to end: Int) -> Figure {
    .formula(
      .sum, .factor,
      FormulaName(nl: "verandering sinds het begin", en: "change since the start", notation: "1 + Σ x × jaren"),
      [.one]
        + stretches(from: start, to: end).map { stretch in
          .formula(
            .product, .factor,
            FormulaName(nl: "verandering over een periode", en: "change over a period", notation: "x × jaren"),
            [.parameter(stretch.rate), .years(stretch.years)])
        })
  }
}
