import Provenance
import Quantities
import WorkLocations

extension TableReading {
  func text(_ field: Field, _ row: SourceRow) -> String? { fields.text(field.rawValue, row) }

  /// A key that every record needs; an error when it is missing.
  mutating func key(_ field: Field, _ row: SourceRow) -> String? {
    if let text = text(field, row) { return text }
    findings.report(
      .error, "value.missing", row: row.number, field: fields.columnName(field.rawValue),
      LocalizedText(nl: "ontbreekt; zonder kan de rij geen record zijn", en: "is missing; the row cannot be a record"),
      remedy: LocalizedText(nl: "Vul de waarde in of verwijder de rij.", en: "Fill in the value or remove the row."))
    return nil
  }

  mutating func number(_ field: Field, _ row: SourceRow) -> Double? { number(field.rawValue, row) }

  /// The number of a field in the register's unit; nil when it is not filled in. An error when the cell holds no number.
  mutating func number(_ field: String, _ row: SourceRow) -> Double? {
    guard let measured = measured(fields.cell(field, row), column: fields.fit.columns[field], field: field, row) else {
      return nil
    }
    return measured.value * (mapping.factors[field] ?? 1)
  }

  /// A number in hectares, whether the cell says hectares, square metres or nothing.
  mutating func hectares(_ field: String, _ row: SourceRow) -> Double? {
    guard let measured = measured(fields.cell(field, row), column: fields.fit.columns[field], field: field, row) else {
      return nil
    }
    return measured.value * AreaUnit.hectares(in: measured.unit) * (mapping.factors[field] ?? 1)
  }

  mutating func requiredNumber(_ field: Field, _ row: SourceRow) -> Double? {
    guard key(field, row) != nil else { return nil }
    return number(field, row)
  }

  mutating func requiredHectares(_ field: Field, _ row: SourceRow) -> Double? {
    guard key(field, row) != nil else { return nil }
    return hectares(field.rawValue, row)
  }

  /// The number of one cell; an error when there is text that is no number.
  mutating func measured(_ cell: SourceCell, column: Int?, field: String, _ row: SourceRow) -> (
    value: Double, unit: String
  )? {
    if case .number(let value) = cell { return (value, "") }
    guard let text = FieldTable.text(cell), !MissingValue.matches(text) else { return nil }
    guard let number = NumberText(text), let value = value(of: number, text, column: column, field: field, row) else {
      reportNoNumber(text, column: column, field: field, row)
      return nil
    }
    return (value, number.unit)
  }

  private mutating func value(of number: NumberText, _ text: String, column: Int?, field: String, _ row: SourceRow)
    -> Double?
  {
    if let proven = number.provenNotation { return number.value(proven) }
    guard number.isAmbiguous else { return number.decimalValue }
    if Self.countedFields.contains(field) { return number.groupedValue }
    if let notation = column.flatMap(fields.notation) { return number.value(notation) }
    findings.tally(
      .warning, "value.ambiguous-number", row: row.number, field: fields.columnName(field), value: text,
      LocalizedText(
        nl: "kan duizendtallen of decimalen betekenen; gelezen als decimalen",
        en: "may mean thousands or decimals; read as decimals"),
      remedy: LocalizedText(
        nl: "Controleer de waarde; lever getallen met vier decimalen.",
        en: "Check the value; deliver numbers with four decimals."))
    return number.decimalValue
  }

  /// Fields that count things, so that three digits behind a mark are thousands.
  private static let countedFields: Set<String> = [Field.jobs.rawValue, Field.population.rawValue]

  private mutating func reportNoNumber(_ text: String, column: Int?, field: String, _ row: SourceRow) {
    findings.report(
      .error, "value.not-a-number", row: row.number, field: column.map { fields.table.columns[$0] } ?? field,
      value: text,
      LocalizedText(nl: "is geen getal", en: "is not a number"),
      remedy: LocalizedText(
        nl: "Vul een getal in, of laat de cel leeg als het onbekend is.",
        en: "Fill in a number, or leave the cell empty when it is not known."))
  }

  /// A year; nil when it is not filled in. Text that is no year is left out with a warning.
  mutating func year(_ field: String, _ row: SourceRow) -> Int? {
    // Registers write 0 where no year was filled in.
    guard let text = fields.text(field, row), text != "0" else { return nil }
    if let year = PeriodText.year(text) { return year }
    findings.tally(
      .warning, "value.not-a-year", row: row.number, field: fields.columnName(field), value: text,
      LocalizedText(nl: "is geen jaar; niet overgenomen", en: "is not a year; left out"),
      remedy: LocalizedText(nl: "Schrijf een jaar als 2030.", en: "Write a year like 2030."))
    return nil
  }

  /// The year that a record is about; an error when it is missing or no year.
  mutating func requiredYear(_ row: SourceRow) -> Int? {
    guard let text = key(.year, row) else { return nil }
    if let year = PeriodText.year(text) { return year }
    findings.report(
      .error, "value.not-a-year", row: row.number, field: fields.columnName(Field.year.rawValue), value: text,
      LocalizedText(nl: "is geen jaar", en: "is not a year"),
      remedy: LocalizedText(
        nl: "Schrijf een jaar als 2030 of 2017JJ00.", en: "Write a year like 2030 or 2017JJ00."))
    return nil
  }

  mutating func indicator(_ field: String, _ row: SourceRow) -> Indicator? {
    guard let text = fields.statedText(field, row), !Self.blanks.contains(text) else { return nil }
    if let indicator = TruthText.indicator(text) { return indicator }
    findings.tally(
      .warning, "value.not-yes-or-no", row: row.number, field: fields.columnName(field), value: text,
      LocalizedText(
        nl: "is geen Ja, Nee of Onbekend; gelezen als Onbekend", en: "is not Ja, Nee or Onbekend; read as unknown"),
      remedy: LocalizedText(nl: "Schrijf Ja, Nee of Onbekend.", en: "Write Ja, Nee or Onbekend."))
    return .unknown
  }

  /// Cells in which an indicator is not filled in, while `Onbekend` is an answer.
  private static let blanks: Set<String> = [".", "-", "--"]

  /// A category as `4`, `4.2`, `4,2`, `Cat. 4`; an unknown one is kept and said once.
  mutating func category(_ field: String, _ row: SourceRow) -> EnvironmentalCategory? {
    guard let text = fields.text(field, row) else { return nil }
    let bare = text.drop { !$0.isNumber }.map { $0 == "," ? "." : $0 }
    let category = EnvironmentalCategory(rawValue: String(bare))
    if category.isKnown { return category }
    tallyUnknownCode(text, field: field, row)
    return EnvironmentalCategory(rawValue: text)
  }

  mutating func tallyUnknownCode(_ code: String, field: String, _ row: SourceRow) {
    findings.tally(
      .note, "value.unknown-code", row: row.number, field: fields.columnName(field), value: code,
      LocalizedText(nl: "onbekende code, bewaard zoals gevonden", en: "unknown code, kept as found"),
      remedy: LocalizedText(
        nl: "Vraag de bronhouder wat de code betekent, of vertaal haar in de kolomkoppeling.",
        en: "Ask the keeper of the source what the code means, or translate it in the mapping."))
  }

  /// A RIN number; an error when required and missing, or not fit for a key.
  mutating func rin(_ row: SourceRow, required: Bool) -> RINNumber? {
    guard let text = required ? key(.rin, row) : text(.rin, row) else { return nil }
    if let rin = RINNumber(text) { return rin }
    findings.report(
      .error, "value.no-rin", row: row.number, field: fields.columnName(Field.rin.rawValue), value: text,
      LocalizedText(nl: "is geen RIN-nummer", en: "is not a RIN number"),
      remedy: LocalizedText(
        nl: "Een RIN-nummer heeft alleen cijfers, letters en streepjes.",
        en: "A RIN number has digits, letters and hyphens only."))
    return nil
  }
}

/// Units of area that cells carry.
enum AreaUnit {
  /// Hectares in one of the unit; a cell without unit is in hectares.
  static func hectares(in unit: String) -> Double {
    if unit.isEmpty { return 1 }
    return switch unit.lowercased() {
    case "m2", "m²", "vierkante meter": 1 / SquareMetres.perHectare
    case "km2", "km²", "vierkante kilometer": 100
    default: 1
    }
  }
}
