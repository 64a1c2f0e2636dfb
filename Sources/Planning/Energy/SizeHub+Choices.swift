import EnergyHubs
import Provenance
import Quantities

extension EnergyCase {
  /// With the flexible powers of a request.
  ///
  /// - Throws: `PlanningError.invalidInput` with every power or price that cannot be.
  func with(_ request: SizeHub.Request) throws(PlanningError) -> EnergyCase {
    var park = self
    if let boilers = request.boilers {
      park.flexibility.boiler = boilers.count == 1 ? boilers[0] : 0
      park.flexibility.boilerSizes = boilers.count == 1 ? [] : boilers
      park.origins.values[EnergyOrigins.boiler] =
        boilers.count == 1
        ? Explanation(
          LocalizedText(nl: "gevraagde e-boiler", en: "e-boiler asked for"), value: boilers[0], unit: .kilowatt,
          basis: .definition) : nil
    }
    park.flexibility.boilerValue = request.boilerValue ?? flexibility.boilerValue
    park.flexibility.curtailable = request.curtailable ?? flexibility.curtailable
    park.flexibility.curtailmentPrice = request.curtailmentPrice ?? flexibility.curtailmentPrice
    let problems = request.problems + park.flexibility.problems { .init(field: $0) }
    guard problems.isEmpty else { throw .invalidInput(problems) }
    return park
  }
}

extension SizeHub.Request {
  fileprivate var problems: [Diagnostic] {
    let given =
      (boilers ?? []).map { ("--eboiler", $0) } + [
        ("--eboiler-value", boilerValue), ("--curtailable", curtailable), ("--curtailment-price", curtailmentPrice),
      ]
    return Diagnostic.boilers(boilers ?? [], at: .init(field: "--eboiler"))
      + given.compactMap { option, value in
        guard let value, !(value >= 0 && value.isFinite) else { return nil }
        return Diagnostic(
          .error, "energy.size", at: .init(field: option), value: "\(value)",
          message: LocalizedText(nl: "dit vermogen of deze prijs kan niet", en: "this power or price cannot be"),
          remedy: LocalizedText(nl: "Geef nul of meer.", en: "Give zero or more."))
      }
  }
}

extension SizeHub.Combination {
  /// - Parameter park: with all that may be chosen.
  init(_ chosen: HubCase, of park: EnergyCase) {
    let built = chosen.found.built
    battery = built.contains(.battery)
    roofs = park.roofs.indices.filter { built.contains(.roof($0)) }.map { park.roofs[$0].name }
    boiler = park.boilerSizes.count > 1 ? chosen.park.flexibility.boiler : nil
    fixedCost = chosen.fixedCost
    cost = chosen.cost
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
