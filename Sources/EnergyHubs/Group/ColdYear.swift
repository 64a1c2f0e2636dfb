import Provenance
import Quantities

/// What a colder year adds to a load whose heating is electric — *koud jaar*.
///
/// In month m, with A the energy of the year and A_m that of the month (offtake only), h the share of the year that heats,
/// F degree days over the ordinary ones and w_m the month's share of those:
///
///     load' = load · (1 + h (F − 1) w_m A / A_m)        where load > 0
///
/// so that the year gains h (F − 1) A, where degree days are. Heating follows the load of its month; feed-in stays as it is.
///
/// Example: two months of 100 and 300 kWh, h 0.2, F 1.5, w 0.75 and 0.25: 30 kWh more in the first (factor 1.3), 10 in the
/// second (1 + 1/30).
public struct ColdYear: Sendable, Hashable {
  public var heatingShare: Double
  /// Degree days over those of an ordinary year.
  public var degreeDays: Double
  /// Shares of the degree days, one per month; together 1.
  public var monthShares: [Double]

  public init(heatingShare: Double, degreeDays: Double, monthShares: [Double]) {
    self.heatingShare = heatingShare
    self.degreeDays = degreeDays
    self.monthShares = monthShares
  }

  /// kW per step.
  public func load(_ load: [Double], months: [Range<Int>]) -> [Double] {
    var colder = load
    for (month, factor) in zip(months, factors(load, months: months)) {
      for step in month where load[step] > 0 { colder[step] = load[step] * factor }
    }
    return colder
  }

  /// What the offtake of every month is multiplied by; 1 where there is none.
  public func factors(_ load: [Double], months: [Range<Int>]) -> [Double] {
    func taken(_ steps: Range<Int>) -> Double { steps.reduce(0) { $0 + max(0, load[$1]) } }
    let year = taken(load.indices)
    return zip(months, monthShares).map { month, share in
      let own = taken(month)
      guard own > 0 else { return 1 }
      return .colderMonth(
        heatingShare: heatingShare, degreeDays: degreeDays, monthShare: share, year: year, month: own)
    }
  }
}

extension Derivation {
  /// What the load of a month is multiplied by in a colder year: 1 + h (F − 1) w A / A_m, as `ColdYear` has it.
  package static func colderMonth(heatingShare: Self, degreeDays: Self, monthShare: Self, year: Self, month: Self)
    -> Self
  {
    let more: Self = .formula(
      .difference, .share,
      FormulaName(nl: "meer graaddagen", en: "more degree days", notation: "graaddagen − 1"), degreeDays, .one)
    let heat: Self = .formula(
      .product, .kilowatt,
      FormulaName(
        nl: "extra warmte in de maand", en: "more heat in the month", notation: "deel × meer × maanddeel × jaar"),
      heatingShare, more, monthShare, year)
    let rise: Self = .formula(
      .quotient, .share, FormulaName(nl: "stijging", en: "rise", notation: "extra warmte / afname van de maand"), heat,
      month)
    return .formula(
      .sum, .factor, FormulaName(nl: "factor van de maand", en: "factor of the month", notation: "1 + stijging"), .one,
      rise)
  }
}
