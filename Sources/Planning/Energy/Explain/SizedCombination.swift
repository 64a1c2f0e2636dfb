import EnergyHubs
import Provenance
import Quantities

/// A choice of having and not having the devices with a threshold, with the year that it gives — *combinatie*.
struct SizedCombination {
  let name: String
  private let root: String
  private let found: SizingCase
  private let hub: HubOperation
  private let proof: Optimum

  /// In the order of the answer, the cheapest first.
  static func all(_ solved: SizeHub.Solved, root: String) -> [SizedCombination] {
    solved.cases.map { SizedCombination($0, solved, root: root) }
  }

  private init(_ found: SizingCase, _ solved: SizeHub.Solved, root: String) {
    let park = solved.park
    let name = Self.name(found.built, park)
    let certificate = found.answer.certificate
    let proof = HubOperation.chosen(
      cost: found.cost, bound: certificate.lowerBound + found.fixedCost, gap: certificate.gap)
    self.name = name
    self.root = root
    self.found = found
    self.proof = proof
    hub = HubOperation(
      root: HubFigure.combinationRoot(name, in: root), park,
      HubSizes(found.answer.sizes, park), solved.problem.flexible, found.answer.dispatch, found: proof
    ) { Explanation($3, value: $1, unit: $2, basis: .optimum(proof)) }
  }

  /// `batterij+zuid`; what is there of what has a threshold.
  private static func name(_ built: [SizingThreshold.Device], _ park: EnergyCase) -> String {
    let names = built.map { device in
      switch device {
      case .battery: HubCostKind.battery.rawValue
      case .roof(let place): park.roofs[place].name
      }
    }
    return names.isEmpty ? "geen" : names.joined(separator: "+")
  }

  var figures: [CombinationFigure] { [.fixedCost, .lowerBound] + hub.figures.map { .year($0) } }

  func explanation(of figure: CombinationFigure) -> Explanation {
    switch figure {
    case .fixedCost:
      Explanation(
        LocalizedText(nl: "vaste kosten van wat er staat", en: "fixed cost of what is there"), .sum,
        notation: "Σ apparaten met een drempel", unit: .euro, parts: found.built.compactMap(fixedCost))
    case .lowerBound:
      Explanation(
        LocalizedText(nl: "ondergrens van deze combinatie", en: "lower bound of this combination"), .sum,
        notation: "ondergrens zonder drempels + vaste kosten", unit: .euro,
        parts: [
          Explanation(
            LocalizedText(nl: "ondergrens zonder vaste kosten", en: "lower bound without fixed cost"),
            value: found.answer.certificate.lowerBound, unit: .euro,
            basis: .optimum(Optimum(HubOperation.lagrange, evidence: proof.evidence))),
          explanation(of: .fixedCost).reference(to: HubFigure.combination(name, .fixedCost).path(in: root)),
        ])
    case .year(let figure): hub.explanation(of: figure)!
    }
  }

  private func fixedCost(_ device: SizingThreshold.Device) -> Explanation? {
    switch device {
    case .battery: hub.leaves.batteryFixedCost
    case .roof(let place): hub.leaves.fixedCost(ofRoof: hub.park.roofs[place].name)
    }
  }
}
