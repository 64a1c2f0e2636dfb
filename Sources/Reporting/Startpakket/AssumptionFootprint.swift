import Provenance

/// Which kinds of figures rest on a value nobody published — *doorwerking van aannames*.
///
/// A parameter's folder says what it feeds: a figure is marked when any assumption was read that its formula uses.
struct AssumptionFootprint: Sendable {
  private let keys: Set<String>

  init(_ readings: [ParameterReading]) { keys = Set(readings.filter(\.isAssumption).map(\.key)) }

  var jobs: Bool { any(["demand/job-growth"]) }
  var expansion: Bool { any(["demand/job-growth", "demand/land-per-job", "demand/location-preference"]) }
  var replacement: Bool { any(["demand/replacement-return-share", "demand/replacement-density-ratio"]) }
  var additional: Bool { any(["addons/"]) }
  var grossDemand: Bool { demand || any(["demand/public-share"]) }
  var demand: Bool { expansion || replacement || additional }
  var demandByClass: Bool { demand || any(["segments/"]) }
  /// Supply of a horizon: when later land and plans come, and what soft plans yield.
  var supply: Bool { any(["supply/"]) }
  var balance: Bool { demand || supply || any(["balance/"]) }
  var balanceByClass: Bool { balance || any(["segments/"]) }

  func any(_ prefixes: [String]) -> Bool {
    keys.contains { key in prefixes.contains { key.hasPrefix($0) } }
  }
}
