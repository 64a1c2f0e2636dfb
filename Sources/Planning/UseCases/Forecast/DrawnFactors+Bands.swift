import Provenance
import Quantities
import SpaceDemand
import Uncertainty

/// Bands of parameters as factors and slopes; the formulas stand at `TwoPieceBand`.
extension DrawnFactors {
  /// max(0, 1 + z × slope).
  func factor(_ drawn: Double, _ reading: ParameterReading) -> Explanation {
    reading.value > 0 ? factor(drawn, slope: slope(reading, drawn)) : .one
  }

  func factor(_ drawn: Double, slope: Explanation) -> Explanation {
    guard slope.value != 0 else { return .one }
    let factor = Explanation.formula(
      .sum, .factor, FormulaName(nl: "getrokken factor", en: "drawn factor", notation: "1 + z × helling"),
      [.one, times(leaf(drawn, nl: "factor", en: "factor"), slope)])
    return .formula(
      .maximum, .factor, FormulaName(nl: "getrokken factor", en: "drawn factor", notation: "max(0, 1 + z × helling)"),
      [.definition(0, .factor, LocalizedText(nl: "nul", en: "nothing")), factor])
  }

  /// Relative half-width of a parameter on the side of the draw, per standard normal.
  func slope(_ reading: ParameterReading, _ drawn: Double) -> Explanation {
    let side: BandSide = drawn > 0 ? .high : .low
    guard border(reading, side).value != reading.value else { return .definition(0, .one, Self.noBand) }
    let relative = Explanation.formula(
      .quotient, .one, FormulaName(nl: "betrekkelijke breedte", en: "relative width", notation: "breedte / waarde"),
      [width(reading, side), .parameter(reading)])
    return .formula(
      .quotient, .one, FormulaName(nl: "helling", en: "slope", notation: "breedte / z"), [relative, deviations])
  }

  private static let noBand = LocalizedText(nl: "geen bandbreedte", en: "no band")

  func width(_ reading: ParameterReading, _ side: BandSide) -> Explanation {
    let (middle, border) = (Explanation.parameter(reading), border(reading, side))
    return .formula(
      .difference, reading.unit,
      FormulaName(nl: "breedte van de band", en: "width of the band", notation: "|grens − midden|"),
      side == .high ? [border, middle] : [middle, border])
  }

  /// The low or high value of a parameter, with the parameter as its origin.
  func border(_ reading: ParameterReading, _ side: BandSide) -> Explanation {
    let suffix =
      side == .high ? LocalizedText(nl: ", hoog", en: ", high") : LocalizedText(nl: ", laag", en: ", low")
    return Explanation(
      reading.label + suffix, value: side == .high ? reading.dated.high : reading.dated.low, unit: reading.unit,
      basis: .parameter(reading))
  }

  /// Mean of a yearly rate over the period, or of its low or high values; nil asks for the value itself.
  func mean(_ rate: RateTimeline, _ side: BandSide?) -> Explanation {
    let stretches = rate.stretches(from: period.start, to: period.end)
    let parts = stretches.map { stretch in
      times(side.map { border(stretch.rate, $0) } ?? .parameter(stretch.rate), .years(stretch.years))
    }
    guard let first = stretches.first else {
      return .definition(0, .one, LocalizedText(nl: "geen verandering", en: "no change"))
    }
    return .formula(
      .quotient, first.rate.unit,
      FormulaName(nl: "gemiddelde over de jaren", en: "mean over the years", notation: "Σ waarde × jaren / jaren"),
      [
        .sum(first.rate.unit, nl: "waarde × jaren", en: "value × years", parts),
        .years(stretches.reduce(0) { $0 + $1.years }),
      ])
  }

  /// Standard deviations from the middle to the border of a band.
  var deviations: Explanation {
    Explanation(
      LocalizedText(
        nl: "z: grens van de band in standaardafwijkingen", en: "z: border of the band in standard deviations"),
      value: NormalDistribution.quantile(inputs.coefficients.oneSided), unit: .one,
      basis: .parameter(inputs.coefficients.bandProbability))
  }

  func times(_ left: Explanation, _ right: Explanation) -> Explanation {
    .formula(
      .product, left.unit, FormulaName(nl: left.label.nl, en: left.label.en, notation: "product"), [left, right])
  }

  func root(of share: Explanation) -> Explanation {
    .formula(
      .power, .one, FormulaName(nl: "wortel van \(share.label.nl)", en: "root of \(share.label.en)", notation: "√"),
      [share, .half])
  }

  func leaf(_ value: Double, nl: String, en: String) -> Explanation {
    Explanation(
      LocalizedText(nl: "toevalsgetal voor \(nl)", en: "random number for \(en)"), value: value, unit: .one,
      basis: .draw(number: number, seed: seed))
  }
}

extension Explanation {
  static var half: Explanation { .definition(0.5, .one, LocalizedText(nl: "wortel", en: "root")) }
  /// Base of natural logarithms.
  static var base: Explanation { .definition(2.718281828459045, .one, LocalizedText(both: "e")) }
}
