import EnergyHubs
import Provenance
import Quantities

/// A choice of having and not having the devices with a threshold, with the year that it gives — *combinatie*.
struct SizedCombination {
  let name: String
  private let root: String
  private let found: HubCase
  private let hub: HubOperation
  private let proof: Optimum

  /// In the order of the answer, the cheapest first.
  static func all(_ solved: SizeHub.Solved, root: String) -> [SizedCombination] {
    solved.cases.map { SizedCombination($0, solved, root: root) }
  }

  private init(_ found: HubCase, _ solved: SizeHub.Solved, root: String) {
    let hasBoilers = solved.response.combinations?.first?.boiler != nil
    let name = Self.name(found, hasBoilers: hasBoilers)
    let proof = HubOperation.chosen(cost: found.cost, bound: found.lowerBound, gap: found.certificate.gap)
    self.name = name
    self.root = root
    self.found = found
    self.proof = proof
    hub = HubOperation(
      root: HubFigure.combinationRoot(name, in: root), found.park,
      HubSizes(found.found.answer.sizes, found.park), found.problem.flexible, found.found.answer.dispatch,
      found: proof
    ) { Explanation($3, value: $1, unit: $2, basis: .optimum(proof)) }
  }

  /// `batterij+zuid+e-boiler-400`; what is there of what has a threshold or is chosen among.
  private static func name(_ chosen: HubCase, hasBoilers: Bool) -> String {
    let boiler = chosen.park.flexibility.boiler
    let names =
      chosen.found.built.map { device in
        switch device {
        case .battery: HubCostKind.battery.rawValue
        case .roof(let place): chosen.park.roofs[place].name
        }
      } + (hasBoilers && boiler > 0 ? ["\(HubCostKind.boiler.rawValue)-\(boiler.plain)"] : [])
    return names.isEmpty ? "geen" : names.joined(separator: "+")
  }

  var figures: [CombinationFigure] { [.fixedCost, .lowerBound] + hub.figures.map { .year($0) } }

  func explanation(of figure: CombinationFigure) -> Explanation {
    switch figure {
    case .fixedCost:
      Explanation(
        LocalizedText(nl: "vaste kosten van wat er staat", en: "fixed cost of what is there"), .sum,
        notation: "Σ apparaten met een drempel + e-boiler", unit: .euro,
        parts: found.found.built.compactMap(fixedCost) + (hub.hasBoiler ? [boilerCost] : []))
    case .lowerBound:
      Explanation(
        LocalizedText(nl: "ondergrens van deze combinatie", en: "lower bound of this combination"), .sum,
        notation: "ondergrens zonder drempels + vaste kosten", unit: .euro,
        parts: [
          Explanation(
            LocalizedText(nl: "ondergrens zonder vaste kosten", en: "lower bound without fixed cost"),
            value: found.certificate.lowerBound, unit: .euro,
            basis: .optimum(Optimum(HubOperation.lagrange, evidence: proof.evidence))),
          explanation(of: .fixedCost).reference(to: HubFigure.combination(name, .fixedCost).path(in: root)),
        ])
    case .year(let figure): hub.explanation(of: figure)!
    }
  }

  private var boilerCost: Explanation { hub.reference(.cost(.boiler), hub.explanation(HubCostKind.boiler)) }

  private func fixedCost(_ device: SizingThreshold.Device) -> Explanation? {
    switch device {
    case .battery: hub.leaves.batteryFixedCost
    case .roof(let place): hub.leaves.fixedCost(ofRoof: hub.park.roofs[place].name)
    }
  }
}
