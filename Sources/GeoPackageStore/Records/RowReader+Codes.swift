import WorkLocations

/// Codes of the field, as columns of several tables hold them.
extension RowReader {
  mutating func rin() throws -> RINNumber {
    guard let rin = try optionalRIN() else { throw missing() }
    return rin
  }

  mutating func optionalRIN() throws -> RINNumber? {
    guard let text = text() else { return nil }
    guard let rin = RINNumber(text) else { throw unreadable(text) }
    return rin
  }

  mutating func region() throws -> RegionCode { RegionCode(try requiredText()) }

  mutating func regions() throws -> [RegionCode] { try list().map { RegionCode($0) } }

  mutating func category() -> EnvironmentalCategory? { text().map(EnvironmentalCategory.init(rawValue:)) }
}
