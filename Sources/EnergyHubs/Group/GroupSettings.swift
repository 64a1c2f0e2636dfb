/// Settings of the algorithms in this folder.
enum GroupSettings {
  static let mostExactMembers = 12
  static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
  static let factors: (UInt64, UInt64) = (0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB)
  static let shifts = (30, 27, 31)
  /// Below this, a coefficient that started as zero or one is rounding.
  static let nothing = 1e-9
  /// Passes of the projection on the core, and the change per pass, relative to the cost, at which it stops.
  static let mostPasses = 20_000
  static let projectionTolerance = 1e-12
  /// Relative excess that still counts as inside the core.
  static let coreTolerance = 1e-8
}
