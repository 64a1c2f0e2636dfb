import Uncertainty

/// Demand and balance under uncertain inputs, as numbers alone — *bandbreedte van vraag en balans*.
///
/// Formula, for one draw, sector s, region r, location type l, year y after the start (y = 0):
///
///     ln J(r,s,y+1) − ln J(r,s,y) = centre + a(s) (√ρ N(s) + √(1−ρ) e(r,s)) + b(s) (√ρ N(s,y) + √(1−ρ) e(r,s,y))
///     P(s,l,y)      = min(1, max(0, F_P(s) (P₀(s,l,y) + P₀(s,l,0) δ_P(s) y)))
///     Q(s,l,y)      = F_Q(s) max(0, Q₀(s,l,y) + Q₀(s,l,0) δ_Q(s) y)
///     area(r,y)     = Σ over s, l of J × P × c × Q / 10 000
///     demand(r,y)   = area(r,y) − area(r,0) + replacement(r,y) F_R + Σ over add-ons of amount(a,r,y) F_a
///     balance(r,y)  = hard(r,y) + realisation × soft(r,y) − demand(r,y)
///
/// - N standard normal, correlated over sectors and the same for all regions; e standard normal, each by itself; a growth
///   level and b yearly shock (`BandSpread`); ρ the common share; P₀, Q₀, J₀, c the `CentrePaths`.
/// - F and δ: draws of two-piece bands (`TwoPieceBand`), one per sector for the whole period and all regions.
/// - The factors F_P and F_Q hold in the start year too: what stands today is measured with the same yardstick as what comes, so
///   a wrong level of land per job scales the change and adds no land that nobody asked for.
///
/// Log growth is symmetric, so the centre path of jobs is their median, not their mean. With every band of zero width each draw is the
/// centre path. Not covered: bands of hard supply, correlation between regions other than through the common part.
public struct BandModel: Sendable {
  public let sizes: BandSizes
  public let centre: CentrePaths
  public let spread: BandSpread
  public let classes: ClassShares?
  /// What each region's random numbers hang on, so that a region draws the same whichever others are in the model: [region].
  public let regionKeys: [UInt32]

  /// - Throws: every problem of the arrays at once.
  public init(
    sizes: BandSizes, centre: CentrePaths, spread: BandSpread, classes: ClassShares? = nil, regionKeys: [UInt32]? = nil
  ) throws(BandModelError) {
    self.sizes = sizes
    self.centre = centre
    self.spread = spread
    self.classes = classes
    self.regionKeys = regionKeys ?? (0..<max(0, sizes.regions)).map(UInt32.init)
    let problems = self.problems
    guard problems.isEmpty else { throw BandModelError(problems: problems) }
  }
}

/// Why a band model cannot be drawn, every reason at once.
public struct BandModelError: Error, Sendable, Hashable {
  public enum Problem: Sendable, Hashable {
    /// An array does not have as many numbers as its axes ask for.
    case length(of: String, is: Int, shouldBe: Int)
    /// A number is not finite, negative where it cannot be, or a share outside 0...1.
    case value(of: String, at: Int, is: Double)
    /// An axis has no or too many places.
    case size(of: String, is: Int, allowed: ClosedRange<Int>)
    /// Two regions hang on the same key, or a key is too large.
    case regionKeys
  }

  public let problems: [Problem]

  public init(problems: [Problem]) { self.problems = problems }
}
