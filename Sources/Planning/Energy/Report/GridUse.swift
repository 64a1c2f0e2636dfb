import EnergyHubs
import Quantities

/// What the grid sees of the group — *beslag op het net*: sums of the group and rights only.
public struct GridUse: Codable, Sendable, Equatable {
  /// The group under one arrangement of its rights, kW.
  public struct Situation: Codable, Sendable, Equatable {
    public enum Kind: String, Codable, Sendable { case separate, joint, hub }
    public let kind: Kind
    public let contract: Double
    public let importPeak: Double
    public let exportPeak: Double
    /// Rights that come free for others, always and on top of that in `DivideGroup.Response.durationShare` of the hours.
    public let freedFirm: Double
    public let freedNonFirm: Double
    /// What the operator may take back for under-use.
    public let atRisk: Double
    /// Hours at or above `nearShare` of the contract.
    public let nearHours: Double
    /// Hours above the contract, and kWh above it.
    public let excessHours: Double
    public let excess: Double
  }

  /// Hours at or above a power and MWh above it.
  public struct Level: Codable, Sendable, Equatable {
    /// Of the right of the group.
    public let share: Double
    public let power: Double
    public let hoursBefore: Double
    public let energyBefore: Double
    public let hoursAfter: Double?
    public let energyAfter: Double?
  }

  /// The highest step of a month, kW.
  public struct Month: Codable, Sendable, Equatable {
    public let importBefore: Double
    public let importAfter: Double?
    public let exportBefore: Double
    public let exportAfter: Double?
  }

  /// From this share of a contract on the group is near its limit.
  public let nearShare: Double
  /// Most that the group may feed in, kW.
  public let exportRight: Double
  /// Every firm by itself, one right and nothing built, and with the chosen sizes where there are any.
  public let situations: [Situation]
  public let levels: [Level]
  public let months: [Month]

  init(_ year: GroupYear, group: DivideGroup.Response, sizing: SizeHub.Response, look: LookAtGroup.Response) {
    let use = GridUseCounting(year: year, group: group)
    nearShare = GridUseCounting.nearShare
    exportRight = year.park.limits.export
    let separate = use.situation(.separate, contract: group.contracts, atRisk: look.atRisk)
    let joint = use.situation(.joint, contract: group.contract)
    // Without the flows of the other method there is nothing to count.
    let hub = year.after == nil ? nil : sizing.answer.map { use.situation(.hub, contract: $0.sizes.contract) }
    situations = [separate, joint] + [hub].compactMap { $0 }
    levels = GridUseCounting.levels.map(use.level)
    months = year.park.months.map(use.month)
  }
}

/// The counting behind `GridUse`.
private struct GridUseCounting {
  let year: GroupYear
  let group: DivideGroup.Response

  static let nearShare = 0.9
  static let levels = [1, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5]

  /// - Parameter atRisk: what is at risk of rights that are not the group's; nil applies the rule to the contract.
  func situation(_ kind: GridUse.Situation.Kind, contract: Double, atRisk: Double? = nil) -> GridUse.Situation {
    let after = kind == .hub ? year.after : nil
    let imported = after?.imported ?? year.importedBefore
    let right = GroupRight(contracts: [group.contracts], contract: contract, loads: [imported])
    let peak = imported.max() ?? 0
    // A chosen contract equals the peak that it allows, but for the last digits.
    let excess = right.excess(hoursPerStep: year.park.hours)
    let isExceeded = peak > contract * (1 + Self.rounding)
    let rule = year.park.coefficients.underuse
    return GridUse.Situation(
      kind: kind, contract: contract, importPeak: peak, exportPeak: (after?.exported ?? year.exportedBefore).max() ?? 0,
      freedFirm: right.freedFirm,
      freedNonFirm: kind == .separate ? 0 : right.freedNonFirm(share: group.durationShare),
      atRisk: atRisk ?? rule.atRisk(contracted: Kilowatts(contract), peak: Kilowatts(peak)).value,
      nearHours: hours(imported, from: Self.nearShare * contract),
      excessHours: isExceeded ? Double(excess.steps.count) * year.park.hours : 0,
      excess: isExceeded ? excess.energy : 0)
  }

  private static let rounding = 1e-6

  func level(_ share: Double) -> GridUse.Level {
    let power = share * group.contract
    return GridUse.Level(
      share: share, power: power, hoursBefore: hours(year.importedBefore, from: power),
      energyBefore: energy(year.importedBefore, above: power),
      hoursAfter: year.after.map { hours($0.imported, from: power) },
      energyAfter: year.after.map { energy($0.imported, above: power) })
  }

  func month(_ steps: Range<Int>) -> GridUse.Month {
    GridUse.Month(
      importBefore: year.importedBefore[steps].max() ?? 0, importAfter: year.after?.imported[steps].max(),
      exportBefore: year.exportedBefore[steps].max() ?? 0, exportAfter: year.after?.exported[steps].max())
  }

  private func hours(_ values: [Double], from power: Double) -> Double {
    Double(values.count { $0 >= power }) * year.park.hours
  }

  /// MWh.
  private func energy(_ values: [Double], above power: Double) -> Double {
    year.energy(values.map { max(0, $0 - power) }) / KilowattHours.perMegawattHour
  }
}
