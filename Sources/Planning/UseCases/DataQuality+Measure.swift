import Provenance
import WorkLocations

extension DataQuality {
  /// Measures the parks of a register.
  init(_ register: Register, check: CheckRegister.Response) {
    let parks = register.parks
    let completeness = WorkLocation.fillable.map { name in
      Completeness(attribute: name, filledIn: parks.count { $0.isFilledIn(name) }, total: parks.count)
    }
    let dates = Dictionary(grouping: parks, by: \.origin.referenceDate)
    self.init(
      completeness: completeness,
      ages: dates.map { Age(referenceDate: $0.key, parks: $0.value.count) }
        .sorted { $0.referenceDate > $1.referenceDate },
      diagnostics: check.diagnostics)
  }
}

extension WorkLocationAttributes {
  /// Whether the source gave a value; "Onbekend" is none.
  func isFilledIn(_ attribute: WorkLocationAttribute) -> Bool {
    if attribute.isNumeric { return number(attribute) != nil }
    guard let text = text(attribute) else { return false }
    return text != Indicator.unknown.rawValue
  }
}
