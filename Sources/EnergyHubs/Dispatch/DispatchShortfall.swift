import Quantities

/// Why no operation keeps within the limits, and the least that would help — *tekort*.
public struct DispatchShortfall: Sendable, Hashable {
  /// First step of the window in which the storage falls short most.
  public let step: Int
  /// Number of steps with more need than the connection, the sun and the battery's power can give together.
  public let stepsWithoutPower: Int
  /// The largest such excess, kW; zero when power suffices and energy does not.
  public let missingPower: Kilowatts
  /// Capacity that would do at the present limits and powers; nil when none does.
  public let neededCapacity: KilowattHours?
  /// kW that every import limit must rise by with the present battery: the cheapest repair in kW.
  public let neededLimitRise: Kilowatts
  /// Largest generation that can neither be used, stored nor exported, kW; this has no repair by import.
  public let surplus: Kilowatts
}

extension DispatchProblem {
  /// What must come from the battery at each step, kW: load less sun, the limit of import and what may be switched off.
  public var need: PeakFrontier {
    PeakFrontier(
      net: (0..<count).map { load[$0] - sun[$0] - importLimit[$0] - flexible(.giving, at: $0) }, hours: hours,
      battery: battery)
  }

  /// Generation of each step that can neither be used, stored nor exported, kW; below zero there is room.
  public var surplus: [Double] {
    (0..<count).map { -load[$0] - exportLimit[$0] - battery.chargePower.value - flexible(.taking, at: $0) }
  }

  func shortfall(_ costs: StepCosts) -> DispatchShortfall {
    let frontier = need
    let power = battery.dischargePower.value
    let lacking = frontier.net.filter { $0 > power + Kilowatts.negligible.value }
    let now = frontier.requirement(at: .zero)
    let rise = frontier.leastLimit(capacity: battery.capacity)
    let repaired = now ?? frontier.requirement(at: rise)
    return DispatchShortfall(
      step: lacking.isEmpty ? (repaired?.window.lowerBound ?? 0) : frontier.net.firstIndex { $0 > power } ?? 0,
      stepsWithoutPower: lacking.count, missingPower: Kilowatts(max(0, frontier.peak.value - power)),
      neededCapacity: now?.capacity, neededLimitRise: Kilowatts(max(0, rise.value)),
      surplus: Kilowatts(max(0, surplus.max() ?? 0)))
  }
}
