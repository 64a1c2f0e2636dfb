import Provenance
import Quantities
import WorkLocations

extension TableReading {
  /// Planned withdrawals, one per row.
  mutating func readWithdrawals() {
    var first: [String: Int] = [:]
    for row in rows {
      let withdrawal = record({ reading throws(InvalidRecord) in try reading.withdrawal(row) }, row: row)
      guard let withdrawal else { continue }
      if let other = first.updateValue(row.number, forKey: withdrawal.id) {
        reportTwice(.withdrawal, withdrawal.id, row, other: other)
      }
      records.withdrawals.append(withdrawal)
    }
  }

  private mutating func withdrawal(_ row: SourceRow) throws(InvalidRecord) -> Withdrawal? {
    let area = requiredHectares(.netArea, row)
    let share = returningShare(row)
    let origin = origin(row)
    guard let id = key(.withdrawal, row), let year = requiredYear(row), let area else { return nil }
    return try Withdrawal(
      id: id, name: fields.statedText(Field.name.rawValue, row) ?? id,
      municipality: municipality(row, year: origin.referenceDate.year), park: rin(row, required: false), year: year,
      area: NetHectares(area), maximumCategory: category(Field.category.rawValue, row),
      isWaterBound: indicator(Field.waterBound.rawValue, row) == .yes, returningShare: share,
      housingArea: text(.housingArea, row), origin: origin)
  }

  /// A share as `0,5` or `50 %`.
  private mutating func returningShare(_ row: SourceRow) -> Double? {
    let field = Field.returningShare.rawValue
    let cell = fields.cell(field, row)
    guard let measured = measured(cell, column: fields.fit.columns[field], field: field, row) else { return nil }
    return measured.unit.hasPrefix("%") ? measured.value / 100 : measured.value * (mapping.factors[field] ?? 1)
  }
}
