/// What the deterministic model says for each year — *middenpad*; every array is flat with the last index running fastest.
public struct CentrePaths: Sendable, Hashable {
  /// Jobs: [region][sector][year].
  public var jobs: [Double]
  /// Which set of coefficients holds in a region: [region].
  public var coefficientSet: [Int]
  /// Share of a sector's jobs on a location type, 0...1: [coefficient set][sector][type][year].
  public var preference: [Double]
  /// Net land per job, m²: [coefficient set][sector][type][year].
  public var landPerJob: [Double]
  /// How many times the preference holds in a region: [region][sector][type].
  public var concentration: [Double]
  /// Replacement demand since the start, ha net: [region][year].
  public var replacement: [Double]
  /// Add-ons since the start, ha net: [add-on][region][year].
  public var addOns: [Double]
  /// Usable hard supply after reserves, ha net: [region][year].
  public var hard: [Double]
  /// Soft plans before realisation, ha net: [region][year].
  public var soft: [Double]

  public init(
    jobs: [Double], coefficientSet: [Int], preference: [Double], landPerJob: [Double], concentration: [Double],
    replacement: [Double], addOns: [Double], hard: [Double], soft: [Double]
  ) {
    self.jobs = jobs
    self.coefficientSet = coefficientSet
    self.preference = preference
    self.landPerJob = landPerJob
    self.concentration = concentration
    self.replacement = replacement
    self.addOns = addOns
    self.hard = hard
    self.soft = soft
  }
}
