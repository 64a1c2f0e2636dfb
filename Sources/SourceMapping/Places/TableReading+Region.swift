import WorkLocations

extension TableReading {
  /// The region of a statistical row: a code of any level, or the name of a municipality; an error when both are missing.
  mutating func statedRegion(_ row: SourceRow) -> RegionCode? {
    if text(.region, row) == nil, let name = text(.municipalityName, row), let code = municipalities.code(named: name) {
      return code
    }
    return key(.region, row).map(RegionCode.municipality)
  }

  /// A municipality as the register has it now, with shares where it was split.
  mutating func presentMunicipalities(_ code: RegionCode, year: Int, _ row: SourceRow) -> [Successor] {
    switch municipalities.look(up: code, in: year) {
    case .known: return [Successor(code: code, share: 1)]
    case .succeeded(let successors):
      tallyMerged(code, into: successors, row)
      return successors
    case .unknown:
      tallyUnknown(code, row)
      return [Successor(code: code, share: 1)]
    }
  }
}
