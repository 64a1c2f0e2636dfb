import Provenance
import Quantities
import WorkLocations

extension TableReading {
  /// Plan capacity, one plan per row.
  mutating func readPlans() {
    var first: [String: Int] = [:]
    for row in rows {
      guard let plan = record({ reading throws(InvalidRecord) in try reading.plan(row) }, row: row) else { continue }
      if let other = first.updateValue(row.number, forKey: plan.id) { reportTwice(.plan, plan.id, row, other: other) }
      records.planCapacities.append(plan)
    }
  }

  private mutating func plan(_ row: SourceRow) throws(InvalidRecord) -> PlanCapacity? {
    let area = requiredHectares(.netArea, row)
    let largest = hectares(Field.largestPart.rawValue, row).map(NetHectares.init)
    let hardness = hardness(row)
    let origin = origin(row)
    guard let id = key(.plan, row), let area, let hardness else { return nil }
    return try PlanCapacity(
      id: id, name: fields.statedText(Field.name.rawValue, row) ?? id,
      municipality: municipality(row, year: origin.referenceDate.year), park: rin(row, required: false),
      hardness: hardness, area: NetHectares(area), expectedYear: year(Field.expectedYear.rawValue, row),
      locationType: locationType(row), maximumCategory: category(Field.category.rawValue, row),
      isWaterBound: indicator(Field.waterBound.rawValue, row) == .yes, largestPart: largest, origin: origin)
  }

  /// An error when it is none of the three: a guess would move hectares between hard and soft supply.
  private mutating func hardness(_ row: SourceRow) -> PlanHardness? {
    guard let text = key(.hardness, row) else { return nil }
    if let hardness = PlanHardness(rawValue: text.lowercased()) { return hardness }
    let list = PlanHardness.allCases.map(\.rawValue).joined(separator: ", ")
    findings.report(
      .error, "plan.hardness-unknown", row: row.number, field: fields.columnName(Field.hardness.rawValue), value: text,
      LocalizedText(nl: "is geen planhardheid", en: "is no plan hardness"),
      remedy: LocalizedText(
        nl: "Kies uit: \(list); of vertaal de waarde in de kolomkoppeling.",
        en: "Choose from: \(list); or translate the value in the mapping."))
    return nil
  }

  /// The code of a location type, or its Dutch label.
  private mutating func locationType(_ row: SourceRow) -> LocationType {
    guard let text = text(.locationType, row) else { return .businessPark }
    let plain = PlainName.of(text)
    let type = LocationType.allCases.first { PlainName.of($0.rawValue) == plain || PlainName.of($0.label.nl) == plain }
    if let type { return type }
    tallyUnknownChoice(
      text, field: .locationType, allowed: LocationType.allCases.map(\.rawValue),
      taken: LocationType.businessPark.rawValue, row)
    return .businessPark
  }
}
