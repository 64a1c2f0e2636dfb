/// What random numbers are for: each purpose is a stream of its own, so that swapping a group of inputs leaves all others alone.
enum Purpose: UInt32 {
  case commonGrowth, ownGrowth, landPerJob, preference, replacement, softRealisation, addOn

  var group: InputGroup {
    switch self {
    case .commonGrowth, .ownGrowth: .growth
    case .landPerJob: .landPerJob
    case .preference: .locationPreference
    case .replacement: .replacement
    case .softRealisation: .softRealisation
    case .addOn: .addOns
    }
  }

  /// The stream word of the counter.
  func stream(_ replicates: Replicates) -> UInt32 { rawValue * 2 + replicates[group] }
}
