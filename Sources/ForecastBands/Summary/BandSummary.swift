import Uncertainty

/// The draws of a model and the question asked of them — *samenvatting van de trekkingen*.
///
/// Each area is a function of its own, so that areas can be summarised side by side. Draws stand in the order of their numbers,
/// whatever the order in which batches came.
public struct BandSummary: Sendable {
  public let model: BandModel
  public let question: BandQuestion
  /// Ascending, without gaps.
  let batches: [DrawBatch]
  public let draws: Int

  /// - Returns: nil without draws or when the batches leave a gap or overlap.
  public init?(_ model: BandModel, _ batches: [DrawBatch], _ question: BandQuestion) {
    let ordered = batches.sorted { $0.draws.lowerBound < $1.draws.lowerBound }
    let follows = zip(ordered, ordered.dropFirst()).allSatisfy { $0.draws.upperBound == $1.draws.lowerBound }
    guard let first = ordered.first, let last = ordered.last, follows, last.draws.upperBound > first.draws.lowerBound
    else { return nil }
    self.model = model
    self.question = question
    self.batches = ordered
    draws = last.draws.upperBound - first.draws.lowerBound
  }

  /// Regions first, then the groups of the question.
  public var areas: Int { model.sizes.regions + question.groups.count }

  /// The regions that make up an area.
  func members(of area: Int) -> [Int] {
    area < model.sizes.regions ? [area] : question.groups[area - model.sizes.regions]
  }

  /// The bands of an area, one per year.
  public func bands(of area: Int) -> [YearBands] {
    let reading = AreaReading(self, members(of: area))
    return (0..<model.sizes.years).map { reading.bands($0) }
  }

  /// Demand of an area per draw in a year, ha net.
  public func demand(of area: Int, year: Int) -> [Double] {
    let reading = AreaReading(self, members(of: area))
    reading.read(year)
    return reading.demand.map { reading.centre.demand[year] + Double($0) }
  }

  /// Balance of an area per draw in a year, ha net, against hard supply or with soft plans too.
  public func balance(of area: Int, year: Int, withSoft: Bool) -> [Double] {
    let reading = AreaReading(self, members(of: area))
    reading.read(year)
    let middle = reading.centre.balance(year, withSoft: withSoft)
    return withSoft ? reading.withSoft.map { middle + Double($0) } : reading.demand.map { middle - Double($0) }
  }
}
