import Quantities

/// A figure while it is worked out — *afleiding*: a bare number when only the answer counts, an `Explanation` when the way
/// to it counts too.
///
/// A formula is written once over this protocol. The run takes it with `Double`, an explanation with `Explanation`, so that
/// the two cannot drift apart. Labels are asked for only by the latter.
package protocol Derivation: Sendable {
  var number: Double { get }

  static func parameter(_ reading: ParameterReading) -> Self
  static func record(_ value: Double, _ unit: Unit, _ source: @autoclosure () -> RecordField) -> Self
  static func definition(_ value: Double, _ unit: Unit, _ label: @autoclosure () -> LocalizedText) -> Self
  static func formula(
    _ operation: Explanation.Operation, _ unit: Unit, _ name: @autoclosure () -> FormulaName, _ parts: [Self]
  ) -> Self
  /// The same of two and of four parts, without a list when only the number counts: a national run takes tens of thousands.
  static func formula(
    _ operation: Explanation.Operation, _ unit: Unit, _ name: @autoclosure () -> FormulaName, _ first: Self,
    _ second: Self
  ) -> Self
  static func formula(
    _ operation: Explanation.Operation, _ unit: Unit, _ name: @autoclosure () -> FormulaName, _ first: Self,
    _ second: Self, _ third: Self, _ fourth: Self
  ) -> Self
  /// A figure that was worked out before: the number is taken as it is, an explanation is derived again.
  static func known(_ number: Double, _ derived: () -> Self) -> Self
}

/// A field of a record that a figure rests on.
@usableFromInline package struct RecordField {
  let label: LocalizedText
  let table: String
  let key: String
  let field: String
  let origin: Origin?

  package init(_ label: LocalizedText, table: String, key: String, field: String, origin: Origin?) {
    self.label = label
    self.table = table
    self.key = key
    self.field = field
    self.origin = origin
  }
}

/// What a formula gives, and how it is written.
@usableFromInline package struct FormulaName {
  let label: LocalizedText
  let notation: String

  package init(nl: String, en: String, notation: String) {
    self.init(LocalizedText(nl: nl, en: en), notation: notation)
  }

  package init(_ label: LocalizedText, notation: String) {
    self.label = label
    self.notation = notation
  }
}

extension Double: Derivation {
  @inlinable package var number: Double { self }
  @inlinable package static func parameter(_ reading: ParameterReading) -> Double { reading.value }

  @inlinable package static func record(_ value: Double, _: Unit, _: @autoclosure () -> RecordField) -> Double { value }

  @inlinable package static func definition(_ value: Double, _: Unit, _: @autoclosure () -> LocalizedText) -> Double {
    value
  }

  @inlinable package static func formula(
    _ operation: Explanation.Operation, _: Unit, _: @autoclosure () -> FormulaName, _ parts: [Double]
  ) -> Double {
    operation.apply(parts)
  }

  @inlinable package static func formula(
    _ operation: Explanation.Operation, _: Unit, _: @autoclosure () -> FormulaName, _ first: Double, _ second: Double
  ) -> Double {
    operation.apply(first, second)
  }

  @inlinable package static func formula(
    _ operation: Explanation.Operation, _: Unit, _: @autoclosure () -> FormulaName, _ first: Double, _ second: Double,
    _ third: Double, _ fourth: Double
  ) -> Double {
    operation.apply(operation.apply(operation.apply(first, second), third), fourth)
  }

  @inlinable package static func known(_ number: Double, _: () -> Double) -> Double { number }
}

extension Explanation: Derivation {
  package var number: Double { value }
  package static func parameter(_ reading: ParameterReading) -> Explanation { Explanation(reading) }

  package static func record(_ value: Double, _ unit: Unit, _ source: @autoclosure () -> RecordField) -> Explanation {
    let source = source()
    return Explanation(
      source.label, value: value, unit: unit,
      basis: .record(table: source.table, key: source.key, field: source.field, origin: source.origin))
  }

  package static func definition(_ value: Double, _ unit: Unit, _ label: @autoclosure () -> LocalizedText)
    -> Explanation
  {
    Explanation(label(), value: value, unit: unit, basis: .definition)
  }

  package static func formula(
    _ operation: Operation, _ unit: Unit, _ name: @autoclosure () -> FormulaName, _ parts: [Explanation]
  ) -> Explanation {
    let name = name()
    return Explanation(name.label, operation, notation: name.notation, unit: unit, parts: parts)
  }

  package static func formula(
    _ operation: Operation, _ unit: Unit, _ name: @autoclosure () -> FormulaName, _ first: Explanation,
    _ second: Explanation
  ) -> Explanation {
    formula(operation, unit, name(), [first, second])
  }

  package static func formula(
    _ operation: Operation, _ unit: Unit, _ name: @autoclosure () -> FormulaName, _ first: Explanation,
    _ second: Explanation, _ third: Explanation, _ fourth: Explanation
  ) -> Explanation {
    formula(operation, unit, name(), [first, second, third, fourth])
  }

  package static func known(_: Double, _ derived: () -> Explanation) -> Explanation { derived() }
}
