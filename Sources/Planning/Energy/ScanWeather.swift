import Provenance

/// What years of weather do to the figures of the scan — *weerjaren*: the band of years that were measured.
///
/// | Figure | Factor |
/// |---|---|
/// | yield of panels | sun of the year over the mean |
/// | electricity, gas | 1 + heating share · (degree days − 1) |
/// | highest power | 1 + heating share · (degree days − 1) · share of the coldest month · 12 |
struct ScanWeather: Sendable {
  /// Over the long-term mean.
  let sun: ClosedRange<Double>
  let degreeDays: ClosedRange<Double>
  /// Shares of a year's electricity and gas that heat.
  let electricHeating: Double
  let gasHeating: Double
  /// The month's share of the degree days.
  let coldestMonth: Double

  var electricity: ClosedRange<Double> { use(electricHeating) }
  var gas: ClosedRange<Double> { use(gasHeating) }
  var peak: ClosedRange<Double> { use(electricHeating * coldestMonth * Double(Month.members.count)) }

  private func use(_ heating: Double) -> ClosedRange<Double> {
    1 + heating * (degreeDays.lowerBound - 1)...1 + heating * (degreeDays.upperBound - 1)
  }
}

extension EnergyBand {
  /// Wider by what years differ: both ends times those of a range around 1.
  func across(_ years: ClosedRange<Double>) -> EnergyBand {
    EnergyBand(value, low: low * years.lowerBound, high: high * years.upperBound)
  }
}
