import Uncertainty

/// How uncertain the centre paths are — *onzekerheid van de invoer*.
public struct BandSpread: Sendable {
  /// Standard deviation of a lasting difference in the yearly log growth of jobs, per year: [sector].
  public var growthLevel: [Double]
  /// Standard deviation of the shock to log growth in each year by itself: [sector].
  public var growthShock: [Double]
  /// Share of both variances that all regions have in common, 0...1; the rest is each region's own.
  public var commonShare: Double
  /// How sectors move together in the common part.
  public var correlation: CholeskyFactor
  /// Factor on land per job in all years, around 1: [sector].
  public var landPerJob: [TwoPieceBand]
  /// Addition to its yearly drift, around 0, as a share of the start value a year: [sector].
  public var landPerJobDrift: [TwoPieceBand]
  /// Factor on the location preference in all years, around 1: [sector].
  public var preference: [TwoPieceBand]
  /// Addition to its yearly drift, around 0, as a share of the start value a year: [sector].
  public var preferenceDrift: [TwoPieceBand]
  /// Factor on replacement demand, around 1.
  public var replacement: TwoPieceBand
  /// Share of soft plans that comes about, 0...1, around the value of the deterministic model.
  public var softRealisation: TwoPieceBand
  /// Factor on each add-on, around 1: [add-on].
  public var addOns: [TwoPieceBand]

  public init(
    growthLevel: [Double], growthShock: [Double], commonShare: Double, correlation: CholeskyFactor,
    landPerJob: [TwoPieceBand], landPerJobDrift: [TwoPieceBand], preference: [TwoPieceBand],
    preferenceDrift: [TwoPieceBand], replacement: TwoPieceBand, softRealisation: TwoPieceBand, addOns: [TwoPieceBand]
  ) {
    self.growthLevel = growthLevel
    self.growthShock = growthShock
    self.commonShare = commonShare
    self.correlation = correlation
    self.landPerJob = landPerJob
    self.landPerJobDrift = landPerJobDrift
    self.preference = preference
    self.preferenceDrift = preferenceDrift
    self.replacement = replacement
    self.softRealisation = softRealisation
    self.addOns = addOns
  }

  /// Nothing is uncertain: every draw is the deterministic path.
  public static func none(_ sizes: BandSizes, softRealisation: Double) -> BandSpread {
    let (factor, addition) = (TwoPieceBand.certain(1), TwoPieceBand.certain(0))
    let perSector = [Double](repeating: 0, count: sizes.sectors)
    let factors = [TwoPieceBand](repeating: factor, count: sizes.sectors)
    let additions = [TwoPieceBand](repeating: addition, count: sizes.sectors)
    return BandSpread(
      growthLevel: perSector, growthShock: perSector, commonShare: 0, correlation: .identity(sizes.sectors),
      landPerJob: factors, landPerJobDrift: additions, preference: factors, preferenceDrift: additions,
      replacement: factor, softRealisation: .certain(softRealisation),
      addOns: [TwoPieceBand](repeating: factor, count: sizes.addOns))
  }
}
