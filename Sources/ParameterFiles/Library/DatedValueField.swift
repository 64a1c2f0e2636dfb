import Provenance
import Quantities

extension LibraryAssembly {
  static let valueKeys = ["value", "low", "high", "source", "at", "kind"]
  /// What stands in the place of a source where there is none.
  static let assumption = "assumption"

  /// One value with its band and origin: `{value, low, high, source, at, kind}`.
  /// - Parameters:
  ///   - kind: kind of the values in the file that give none of their own.
  ///   - unit: says what the value can be at all; nil where the file names none that is known.
  ///   - origin: where source, place and kind stand when the value gives none of its own.
  mutating func datedValue(
    _ field: YAMLField, from date: CalendarDate, kind: ParameterKind?, unit: Unit?, origin: YAMLField? = nil
  ) -> DatedValue? {
    guard reader.keys(of: field, allowed: Self.valueKeys) else { return nil }
    let source = source(field["source"] == nil ? origin ?? field : field)
    let finalKind = self.kind(field, source: source, fallback: kind)
    guard let value = reader.number("value", of: field) else { return nil }
    let low = reader.optionalNumber("low", of: field) ?? value
    let high = reader.optionalNumber("high", of: field) ?? value
    checkBand(field, low: low, value: value, high: high, unit: unit)
    guard let source, let finalKind else { return nil }
    return DatedValue(
      from: date, value: value, low: low, high: high, kind: finalKind,
      source: source == Self.assumption ? nil : source,
      locator: reader.optionalText("at", of: field) ?? origin.flatMap { reader.optionalText("at", of: $0) })
  }

  /// The source that a value names; a real one is remembered as a citation.
  private mutating func source(_ field: YAMLField) -> String? {
    guard let source = reader.text("source", of: field) else { return nil }
    if source != Self.assumption { citations.append((source, field["source"] ?? field)) }
    return source
  }

  /// `source: assumption` makes an assumption; a real source never does.
  private mutating func kind(_ field: YAMLField, source: String?, fallback: ParameterKind?) -> ParameterKind? {
    let own = field["kind"].flatMap { reader.code($0, of: ParameterKind.self) }
    guard let source else { return nil }
    if source == Self.assumption {
      if let own, own != .assumption { reader.add(.kindWithoutSource, at: field, value: own.rawValue) }
      return .assumption
    }
    guard let kind = own ?? fallback else {
      reader.add(.kindMissing, at: field, value: source)
      return nil
    }
    if kind == .assumption { reader.add(.assumptionWithSource, at: field, value: source) }
    return kind
  }

  private mutating func checkBand(_ field: YAMLField, low: Double, value: Double, high: Double, unit: Unit?) {
    if low > value { reader.add(.lowAboveValue, at: field, value: "\(low) > \(value)") }
    if value > high { reader.add(.valueAboveHigh, at: field, value: "\(value) > \(high)") }
    if unit == .share, let outside = [low, value, high].first(where: { !(0...1).contains($0) }) {
      reader.add(.outsideZeroToOne, at: field, value: "\(outside)")
    }
    if unit?.isNeverNegative == true, let negative = [low, value, high].first(where: { $0 < 0 }) {
      reader.add(.negative, at: field, value: "\(negative)")
    }
  }
}

extension Unit {
  /// Whether it counts or measures something that is there. Rates, factors and additional demand may lie below zero.
  fileprivate var isNeverNegative: Bool {
    [
      .netHectare, .grossHectare, .squareMetre, .cubicMetre, .squareMetrePerJob, .job, .jobPerHectare, .year, .count,
      .hour, .kilowattPeak,
    ].contains(self)
  }
}
