import EnergyHubs
import Provenance
import Quantities

extension EnergyCase {
  /// With the flexible powers of a request.
  ///
  /// - Throws: `PlanningError.invalidInput` with every power or price that cannot be.
  func with(_ request: SizeHub.Request) throws(PlanningError) -> EnergyCase {
    var park = self
    park.flexibility = HubFlexibility(
      boiler: request.boiler ?? flexibility.boiler, boilerValue: request.boilerValue ?? flexibility.boilerValue,
      curtailable: request.curtailable ?? flexibility.curtailable,
      curtailmentPrice: request.curtailmentPrice ?? flexibility.curtailmentPrice)
    let problems = request.problems + park.flexibility.problems { .init(field: $0) }
    guard problems.isEmpty else { throw .invalidInput(problems) }
    return park
  }
}

extension SizeHub.Request {
  fileprivate var problems: [Diagnostic] {
    let given = [
      ("--eboiler", boiler), ("--eboiler-value", boilerValue), ("--curtailable", curtailable),
      ("--curtailment-price", curtailmentPrice),
    ]
    return given.compactMap { option, value in
      guard let value, !(value >= 0 && value.isFinite) else { return nil }
      return Diagnostic(
        .error, "energy.size", at: .init(field: option), value: "\(value)",
        message: LocalizedText(nl: "dit vermogen of deze prijs kan niet", en: "this power or price cannot be"),
        remedy: LocalizedText(nl: "Geef nul of meer.", en: "Give zero or more."))
    }
  }
}

extension SizeHub.Combination {
  init(_ found: SizingCase, _ park: EnergyCase) {
    battery = found.built.contains(.battery)
    roofs = park.roofs.indices.filter { found.built.contains(.roof($0)) }.map { park.roofs[$0].name }
    fixedCost = found.fixedCost
    cost = found.cost
  }
}

/// What flexible powers did in a year — *stuurbaar vermogen in een jaar*.
public struct FlexibleEnergy: Codable, Sendable, Equatable {
  /// kWh that the e-boiler took, and EUR that this saved on gas.
  public let boiler: Double
  public let boilerSaving: Double
  /// kWh of load that was switched off, and EUR that this cost.
  public let switchedOff: Double
  public let switchingCost: Double

  /// Nil where there are none.
  init?(_ problem: DispatchProblem, _ powers: [[Double]]) {
    guard !problem.flexible.isEmpty else { return nil }
    func sum(_ direction: FlexiblePower.Direction, _ worth: (FlexiblePower, Int) -> Double) -> Double {
      zip(problem.flexible, powers).filter { $0.0.direction == direction }.reduce(0.0) { sum, pair in
        pair.1.indices.reduce(sum) { $0 + pair.1[$1] * worth(pair.0, $1) * problem.hours }
      }
    }
    boiler = sum(.taking) { _, _ in 1 }
    boilerSaving = sum(.taking) { -$0.price[$1] }
    switchedOff = sum(.giving) { _, _ in 1 }
    switchingCost = sum(.giving) { $0.price[$1] }
  }
}
