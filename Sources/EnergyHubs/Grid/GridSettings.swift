/// Settings of the load flow, and its units.
enum GridSettings {
  /// Largest change of a voltage in the last sweep, in units of the nominal voltage.
  static let tolerance = 1e-10
  /// Sweeps after which a step is taken to have no solution.
  static let mostSweeps = 200
  /// kW in one MVA, the unit of power within.
  static let kilowattsPerUnit = 1000.0
  /// A in one MVA over one kV.
  static let amperesPerUnit = 1000.0
  /// The current of three phases together is √3 times that of one at the same voltage between phases.
  static let phases = 3.0
}
