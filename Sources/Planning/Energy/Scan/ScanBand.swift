import Provenance
import Quantities
import SpaceDemand

/// A figure with both borders of its band, over numbers and over trees — *bandbreedte in wording*.
struct ScanBand<Figure: Derivation>: Sendable {
  let middle: Figure
  let low: Figure
  let high: Figure

  init(_ make: (ScanEnd) -> Figure) {
    middle = make(.middle)
    low = make(.low)
    high = make(.high)
  }

  init(_ reading: ParameterReading) {
    middle = .parameter(reading)
    low = .parameter(reading.at(.low))
    high = .parameter(reading.at(.high))
  }

  subscript(end: ScanEnd) -> Figure {
    switch end {
    case .middle: middle
    case .low: low
    case .high: high
    }
  }
}

extension EnergyBand {
  init(_ band: ScanBand<Double>) { self.init(band.middle, low: band.low, high: band.high) }

  init(certain value: Double) { self.init(value, low: value, high: value) }
}

extension ScanEnd {
  /// What a single park may come to by this end, from what area and sectors say.
  func spread<Figure: Derivation>(_ figure: Figure, _ unit: Unit, by spread: ScanBand<Figure>) -> Figure {
    .formula(
      .product, unit,
      FormulaName(nl: "van één terrein", en: "of one park", notation: "in een som × spreiding van een terrein"), figure,
      spread[self])
  }
}
