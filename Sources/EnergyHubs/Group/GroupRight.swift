/// Individual rights against one right of the group — *groepstransportovereenkomst*.
public struct GroupRight: Sendable {
  /// kW per member.
  public let contracts: [Double]
  /// kW of the group.
  public let contract: Double
  /// kW of the whole group per step.
  public let load: [Double]

  public init(contracts: [Double], contract: Double, loads: [[Double]]) {
    self.contracts = contracts
    self.contract = contract
    load = GroupLoad.sum(loads)
  }

  /// kW that always come free for others: the sum of the rights less that of the group; negative when it asks more.
  public var freedFirm: Double { contracts.reduce(0, +) - contract }

  /// kW more that are free during a share of the steps at least, such as 0.85: what the group leaves of its own right.
  public func freedNonFirm(share: Double) -> Double {
    let room = load.map { max(0, contract - $0) }.sorted(by: >)
    guard !room.isEmpty else { return 0 }
    let place = Int((share * Double(room.count)).rounded(.up))
    return room[min(max(place, 1), room.count) - 1]
  }

  /// Highest joint load over the sum of the highest own loads — *gelijktijdigheid*.
  public static func simultaneity(_ loads: [[Double]]) -> Double? {
    let own = loads.reduce(0) { $0 + max(0, $1.max() ?? 0) }
    return own > 0 ? max(0, GroupLoad.sum(loads).max() ?? 0) / own : nil
  }

  /// kWh above the right of the group and the steps at which it is exceeded.
  public func excess(hoursPerStep: Double) -> (energy: Double, steps: [Int]) {
    let steps = load.indices.filter { load[$0] > contract }
    return (steps.reduce(0) { $0 + (load[$1] - contract) } * hoursPerStep, steps)
  }
}
