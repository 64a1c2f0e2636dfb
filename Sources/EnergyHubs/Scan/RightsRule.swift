/// What firms have contracted, from the highest power of each kind of firm — *geschatte transportrechten*.
///
/// | Figure | Formula |
/// |---|---|
/// | factor | Σ park peaks / ((1 − unused) · Σ own peaks), over all parks |
/// | contracted | factor · own peaks · quarter |
/// | unused | contracted − peak · quarter |
/// | freed | contracted − peak · quarter · (1 + reserve) |
///
/// Together the parks leave the stated share unused; a park with more kinds of firm, whose peaks do not coincide, leaves more.
/// Example: two parks, peaks 60 and 40 of own peaks 80 and 40, unused ½: factor 100 / 60; contracted 133 and 67.
public struct RightsRule: Sendable, Hashable {
  /// Share of all contracted power that no peak reaches.
  public var unusedShare: Double
  /// Highest quarter over highest hour.
  public var quarterFactor: Double
  /// What a group keeps above its highest quarter, as a share of that.
  public var reserve: Double

  public init(unusedShare: Double, quarterFactor: Double, reserve: Double) {
    self.unusedShare = unusedShare
    self.quarterFactor = quarterFactor
    self.reserve = reserve
  }

  /// Contracted power over own peaks, from all parks of the country.
  public func contractFactor(_ parks: [ParkYear]) -> Double {
    amounts.contractFactor(peaks: parks.reduce(0) { $0 + $1.peak }, ownPeaks: parks.reduce(0) { $0 + $1.ownPeaks })
  }

  public func rights(_ park: ParkYear, factor: Double) -> ParkRights {
    let peak = amounts.quarter(park.peak)
    let contracted = amounts.contracted(park.ownPeaks, factor: factor)
    return ParkRights(
      contracted: contracted, unused: RightsAmounts.left(contracted, peak),
      freed: amounts.freed(contracted, peak))
  }

  private var amounts: RightsAmounts<Double> {
    RightsAmounts(unusedShare: unusedShare, quarterFactor: quarterFactor, reserve: reserve)
  }
}

/// kW that the firms of one park hold, leave, and could do without in a group contract — *rechten van een terrein*.
public struct ParkRights: Sendable, Hashable, Codable {
  public let contracted: Double
  public let unused: Double
  public let freed: Double
}
