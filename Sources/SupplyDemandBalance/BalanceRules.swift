import Provenance
import Quantities

/// The parameters by which a balance is read in one region — *balansregels*.
public struct BalanceRules: Sendable {
  /// Share of hard supply that must stay empty for a market to work — *frictie*.
  let frictionalReserve: ParameterReading
  /// Years of mean uptake held back — *ijzeren voorraad*.
  let ironStockYears: ParameterReading
  /// Share of soft plans that comes about.
  package let softRealisation: ParameterReading
  /// Share of the land freed by shrinking segments that is issued again within the horizon.
  let freedLandReuse: ParameterReading
  let shortBelow: ParameterReading
  let overAbove: ParameterReading
  /// Share above the demand that may be planned — *overprogrammering*.
  let overProgramming: ParameterReading

  /// - Parameter regions: the region and those around it, the most specific first.
  public init(regions: [String], reader: inout ParameterReader) throws(ParameterError) {
    frictionalReserve = try reader.read("supply/frictional-reserve", regions: regions)
    ironStockYears = try reader.read("supply/iron-stock-years", regions: regions)
    softRealisation = try reader.read("supply/soft-plan-realisation", regions: regions)
    freedLandReuse = try reader.read("balance/freed-land-reuse", regions: regions)
    shortBelow = try reader.read("balance/short-below", regions: regions)
    overAbove = try reader.read("balance/over-above", regions: regions)
    overProgramming = try reader.read("balance/over-programming", regions: regions)
  }

  /// Shortage below `short-below` times the demand, over above the larger of `over-above` and 1 + over-programming.
  /// Without demand any supply is over.
  public func verdict(usable: NetHectares, demand: NetHectares) -> Verdict {
    guard demand > .zero else { return usable > .zero ? .over : .balanced }
    let ratio = usable.value / demand.value
    if ratio < shortBelow.value { return .shortage }
    return ratio > max(overAbove.value, 1 + overProgramming.value) ? .over : .balanced
  }
}
