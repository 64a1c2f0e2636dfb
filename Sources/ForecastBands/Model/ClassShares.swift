/// How demand spreads over classes of land — *verdeling over klassen*; shares of each source of demand add up to 1.
public struct ClassShares: Sendable, Hashable {
  public let classes: Int
  /// Years, as indices of the paths, for which classes are drawn.
  public let years: [Int]
  /// Of expansion: [coefficient set][sector][type][class].
  public let expansion: [Double]
  /// Of replacement: [region][class].
  public let replacement: [Double]
  /// Of add-ons: [add-on][class].
  public let addOns: [Double]

  public init(classes: Int, years: [Int], expansion: [Double], replacement: [Double], addOns: [Double]) {
    self.classes = classes
    self.years = years
    self.expansion = expansion
    self.replacement = replacement
    self.addOns = addOns
  }
}
