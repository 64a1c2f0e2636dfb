/// Something that may happen to a group — *tegenvaller*.
public enum GroupEvent: Sendable, Hashable {
  case asPlanned
  case memberLeaves(Int)
  /// By name: the battery fails, a cold year, the prices of a year.
  case named(String)
}

/// What an event does to the members — *gevolg*.
public struct StressOutcome: Sendable, Equatable {
  public let event: GroupEvent
  /// Who is left, by place.
  public let members: [Int]
  /// EUR together, and per member that is left.
  public let total: Double
  public let shares: [Double]
  /// EUR that each pays more than as planned, and less than alone under the same event.
  public let increases: [Double]
  public let savings: [Double]
}

/// The same group under one event after the other.
public struct GroupStress {
  public let members: Int
  /// EUR for members (by place, ascending) under an event.
  public let cost: ([Int], GroupEvent) throws -> Double
  /// Divides a cost over the members that are left.
  public let divide: (Double, [Int], GroupEvent) throws -> [Double]

  public init(
    members: Int, cost: @escaping ([Int], GroupEvent) throws -> Double,
    divide: @escaping (Double, [Int], GroupEvent) throws -> [Double]
  ) {
    self.members = members
    self.cost = cost
    self.divide = divide
  }

  public func outcomes(_ events: [GroupEvent]) throws -> [StressOutcome] {
    let all = Array(0..<members)
    let planned = try divide(try cost(all, .asPlanned), all, .asPlanned)
    return try events.map { event in
      let left = all.filter { event != .memberLeaves($0) }
      let total = try cost(left, event)
      let shares = try divide(total, left, event)
      return StressOutcome(
        event: event, members: left, total: total, shares: shares,
        increases: zip(left, shares).map { $1 - planned[$0] },
        savings: try zip(left, shares).map { try cost([$0], event) - $1 })
    }
  }
}
