import Uncertainty

/// One draw in full — *één trekking*: ha net, [region][year].
public struct DrawnPath: Sendable, Hashable {
  public let draw: Int
  public let demand: [[Double]]
  /// Against hard supply alone.
  public let balance: [[Double]]
  public let balanceWithSoft: [[Double]]
  /// Share of soft plans that came about.
  public let realisation: Double

  init(_ model: BandModel, _ batch: DrawBatch) {
    let years = 0..<model.sizes.years
    let realised = model.spread.softRealisation.value + Double(batch.realisation[0])
    let demand = (0..<model.sizes.regions).map { region in
      let centre = model.centreDemand(of: region)
      return years.map { centre[$0] + Double(batch.demand[region * years.count + $0]) }
    }
    let balance = demand.enumerated().map { region, path in
      zip(model.hardSupply(of: region), path).map { $0 - $1 }
    }
    draw = batch.draws.lowerBound
    realisation = realised
    self.demand = demand
    self.balance = balance
    balanceWithSoft = balance.enumerated().map { region, path in
      zip(path, model.softPlans(of: region)).map { $0 + realised * $1 }
    }
  }
}
