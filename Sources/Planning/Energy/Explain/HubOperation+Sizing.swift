import EnergyHubs
import Provenance
import Quantities

extension HubOperation {
  /// The year of sizes that a sizing found, or that stood fixed in it.
  init(
    root: String, _ park: EnergyCase, _ sizes: HubSizes, _ powers: [FlexiblePower], _ dispatch: SizedDispatch,
    found: Optimum, idleBattery: Explanation? = nil,
    size: @escaping (HubSizeName, Double, Unit, LocalizedText) -> Explanation
  ) {
    let load = park.load
    let none = load.map { _ in 0.0 }
    func all(_ values: [Double]) -> [Double] { values.isEmpty ? none : values }
    self.init(
      root: root, park: park, leaves: EnergyLeaves(park: park), sizes: sizes, load: load,
      imported: dispatch.imported, exported: all(dispatch.exported), generated: all(dispatch.generated),
      discharged: all(dispatch.discharged), flexible: zip(powers, dispatch.flexible).map { ($0, $1) },
      sun: park.sun(sizes.roofs), found: found, idleBattery: idleBattery, size: size)
  }

  /// The year of the cheapest sizes.
  init(root: String, _ solved: SizeHub.Solved, _ answer: SizeHub.Answer, _ dispatch: SizedDispatch) {
    let proof = answer.proof
    let found = Self.chosen(cost: proof.cost, bound: proof.lowerBound, gap: proof.gap)
    self.init(root: root, solved.park, answer.sizes, solved.problem.flexible, dispatch, found: found) {
      name, value, unit, label in
      let worth = Self.evidence(of: name, answer.worth)
      return Explanation(
        label, value: value, unit: unit, basis: .optimum(Optimum(found.method, evidence: found.evidence + worth)))
    }
  }

  static func chosen(cost: Double, bound: Double, gap: Double) -> Optimum {
    Optimum(
      LocalizedText(nl: "gekozen door de dimensionering", en: "chosen by the sizing"),
      evidence: evidence(cost: cost, bound: bound, gap: gap))
  }

  static func evidence(cost: Double, bound: Double, gap: Double) -> [Optimum.Evidence] {
    [
      .init(LocalizedText(nl: "kosten", en: "cost"), cost, .euro),
      .init(LocalizedText(nl: "ondergrens", en: "lower bound"), bound, .euro),
      .init(LocalizedText(nl: "gat", en: "gap"), gap, .share),
    ]
  }

  /// What a unit more would be worth a year.
  private static func evidence(of name: HubSizeName, _ worth: SizeHub.Worth) -> [Optimum.Evidence] {
    let unit: SizeHub.Worth.Unit? =
      switch name {
      case .contract: worth.contract
      case .batteryEnergy: worth.batteryEnergy
      case .batteryPower: worth.batteryPower
      case .roof(let roof): worth.roofs[roof]
      case .boiler, .monthlyPeak: nil
      }
    return unit.map {
      [.init(LocalizedText(nl: "schaduwprijs na aftrek", en: "shadow price after its price"), $0.net, .euro)]
    } ?? []
  }
}
