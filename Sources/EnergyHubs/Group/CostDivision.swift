/// By what the members divide — *verdeelsleutel*.
public enum DivisionKey: String, Sendable, CaseIterable {
  case equal
  /// By contracted kW.
  case contract
  /// By kWh taken.
  case energy
  /// By kW at the moment of the joint peak.
  case peakContribution
  case shapley
}

/// What is known of a member for a division — *lid*.
public struct ContractMember: Sendable {
  public var name: String
  /// kW.
  public var contract: Double
  /// kW per step.
  public var load: [Double]
  /// EUR that the member would pay without the group.
  public var costAlone: Double

  public init(name: String, contract: Double, load: [Double], costAlone: Double) {
    self.name = name
    self.contract = contract
    self.load = load
    self.costAlone = costAlone
  }
}

/// A cost divided over members — *kostenverdeling*.
public struct CostDivision: Sendable, Equatable {
  public let total: Double
  /// EUR per member; they sum to the total.
  public let shares: [Double]

  /// In proportion to weights of zero or more; equally where all weigh nothing.
  public init(_ total: Double, weights: [Double]) {
    let sum = weights.reduce(0, +)
    self.total = total
    shares = weights.map { total * (sum > 0 ? $0 / sum : 1 / Double(weights.count)) }
  }

  public init(shares: [Double]) {
    self.shares = shares
    total = shares.reduce(0, +)
  }

  /// By a key that needs nothing but the members; nil for `shapley`, which needs the costs of combinations.
  public init?(_ total: Double, _ members: [ContractMember], by key: DivisionKey) {
    switch key {
    case .equal: self.init(total, weights: members.map { _ in 1 })
    case .contract: self.init(total, weights: members.map { max(0, $0.contract) })
    case .energy: self.init(total, weights: members.map { max(0, $0.load.reduce(0, +)) })
    case .peakContribution:
      let peak = GroupLoad.peakStep(members.map(\.load))
      self.init(total, weights: members.map { load in peak.map { max(0, load.load[$0]) } ?? 0 })
    case .shapley: return nil
    }
  }

  /// EUR that each member gains by taking part; negative for who is worse off.
  public func savings(_ costsAlone: [Double]) -> [Double] { zip(costsAlone, shares).map(-) }

  /// Who pays more than alone, and by how much, EUR.
  public func worseOff(_ costsAlone: [Double]) -> [(member: Int, loss: Double)] {
    savings(costsAlone).enumerated().filter { $0.element < 0 }.map { ($0.offset, -$0.element) }
  }

  /// The shares in whole cents that sum to the total in cents: the largest remainders get the cents that are left.
  /// Nil where a share is no number.
  public var inCents: [Int]? {
    let exact = shares.map { $0 * 100 }
    guard exact.allSatisfy(\.isFinite) else { return nil }
    var cents = exact.map { Int($0.rounded(.down)) }
    let missing = Int((total * 100).rounded()) - cents.reduce(0, +)
    let order = shares.indices.sorted { exact[$0] - Double(cents[$0]) > exact[$1] - Double(cents[$1]) }
    for place in order.prefix(max(0, missing)) { cents[place] += 1 }
    return cents
  }
}

/// Sums over members.
enum GroupLoad {
  static func sum(_ loads: [[Double]]) -> [Double] {
    var sum = [Double](repeating: 0, count: loads.first?.count ?? 0)
    for load in loads {
      for step in sum.indices { sum[step] += load[step] }
    }
    return sum
  }

  /// The first step at which the sum is highest.
  static func peakStep(_ loads: [[Double]]) -> Int? {
    let sum = sum(loads)
    return sum.indices.max { sum[$0] < sum[$1] || (sum[$0] == sum[$1] && $0 > $1) }
  }
}
