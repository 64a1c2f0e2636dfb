import Quantities
import SupplyDemandBalance
import WorkLocations

/// The figures of a region that a change is measured by, or the change of them, ha net — *vergeleken cijfers*.
public struct ComparedFigures: Codable, Sendable, Equatable {
  public let demand: NetHectares
  public let hard: NetHectares
  public let soft: NetHectares
  /// Against hard supply, and with the realised share of soft plans.
  public let balance: NetHectares
  public let balanceWithSoft: NetHectares
  /// Demand that finds no fitting hard land, and with soft plans.
  public let shortage: NetHectares
  public let shortageWithSoft: NetHectares
  /// Shortage against hard land per class, in the order of `SpaceClass.all`.
  public let shortageByClass: [NetHectares]

  init(_ balance: RegionBalance) {
    demand = balance.demand
    hard = balance.hardSupply
    soft = balance.softSupply
    self.balance = balance.hard.balance
    balanceWithSoft = balance.withSoft.balance
    shortage = balance.hard.shortage
    shortageWithSoft = balance.withSoft.shortage
    shortageByClass = balance.hard.classes.map(\.shortage)
  }

  private init(_ left: Self, _ right: Self, _ join: (NetHectares, NetHectares) -> NetHectares) {
    demand = join(left.demand, right.demand)
    hard = join(left.hard, right.hard)
    soft = join(left.soft, right.soft)
    balance = join(left.balance, right.balance)
    balanceWithSoft = join(left.balanceWithSoft, right.balanceWithSoft)
    shortage = join(left.shortage, right.shortage)
    shortageWithSoft = join(left.shortageWithSoft, right.shortageWithSoft)
    shortageByClass = zip(left.shortageByClass, right.shortageByClass).map(join)
  }

  public static func - (left: Self, right: Self) -> Self { Self(left, right, -) }
  public static func + (left: Self, right: Self) -> Self { Self(left, right, +) }

  /// Whether any figure differs from nothing by more than what binary fractions leave.
  public var isSomething: Bool {
    ([demand, hard, soft, balance, balanceWithSoft, shortage, shortageWithSoft] + shortageByClass)
      .contains { $0.value.magnitude > NetHectares.negligible.value }
  }
}
