import EnergyHubs
import Provenance
import Quantities

extension HubOperation {
  /// The year of the cheapest sizes.
  init(_ solved: SizeHub.Solved, _ answer: SizeHub.Answer, _ dispatch: SizedDispatch) {
    let park = solved.park
    let load = park.load
    let proof = answer.proof
    let found = Optimum(
      LocalizedText(nl: "gekozen door de dimensionering", en: "chosen by the sizing"),
      evidence: Self.evidence(cost: proof.cost, bound: proof.lowerBound, gap: proof.gap))
    let none = load.map { _ in 0.0 }
    self.init(
      topic: .size, park: park, leaves: EnergyLeaves(park: park), sizes: answer.sizes, load: load,
      imported: dispatch.imported, exported: dispatch.exported, generated: dispatch.generated,
      discharged: dispatch.discharged.isEmpty ? none : dispatch.discharged,
      flexible: zip(solved.problem.flexible, dispatch.flexible).map { ($0, $1) }, sun: park.sun(answer.sizes.roofs),
      found: found
    ) { name, value, unit, label in
      Explanation(
        label, value: value, unit: unit,
        basis: .optimum(Optimum(found.method, evidence: found.evidence + Self.evidence(of: name, answer.worth))))
    }
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
      case .monthlyPeak: nil
      }
    return unit.map {
      [.init(LocalizedText(nl: "schaduwprijs na aftrek", en: "shadow price after its price"), $0.net, .euro)]
    } ?? []
  }
}
