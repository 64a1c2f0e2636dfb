import EnergyHubs
import Provenance
import Quantities

/// What the firms of a park pay without a hub — *vergelijking*.
struct HubComparison {
  /// What the paths of its figures begin with.
  let root: String
  let park: EnergyCase
  let leaves: EnergyLeaves

  init(root: String, _ park: EnergyCase) {
    self.root = root
    self.park = park
    leaves = EnergyLeaves(park: park)
  }

  /// Kinds of cost that there are without a hub; of what would be built there is none.
  private static let kinds: [HubCostKind] = [.total, .energy, .contract, .peaks]
  private static let devices: [HubCostKind] = [.panels, .battery, .boiler]

  var figures: [HubFigure] {
    let ways = HubWithout.allCases.filter { $0 == .joint || park.contracted != nil }
    return ways.flatMap { way in (Self.kinds + Self.devices).map { HubFigure.without(way, $0) } }
  }

  /// Each firm with a contract of its own, or one contract and nothing built.
  func explanation(_ how: HubWithout, _ kind: HubCostKind) -> Explanation {
    guard !Self.devices.contains(kind) else {
      return Explanation(
        LocalizedText(nl: "niets gebouwd", en: "nothing built"), value: 0, unit: .euro, basis: .definition)
    }
    guard kind == .total else {
      return how == .separate
        ? leaves.members(Self.label(kind), .euro, park.connections.map { separate($0, kind) })
        : joint(kind)
    }
    return Explanation(
      how == .separate
        ? LocalizedText(nl: "ieder apart", en: "each alone")
        : LocalizedText(nl: "samen, zonder hub", en: "together, no hub"),
      .sum, notation: "energie + contract + maandpieken", unit: .euro,
      parts: Self.kinds.dropFirst().map { kind in
        explanation(how, kind).reference(to: HubFigure.without(how, kind).path(in: root))
      })
  }

  private static func label(_ kind: HubCostKind) -> LocalizedText {
    switch kind {
    case .contract: LocalizedText(nl: "contract", en: "contract")
    case .peaks: LocalizedText(nl: "maandpieken", en: "monthly peaks")
    default: LocalizedText(nl: "energie", en: "energy")
    }
  }

  private func separate(_ connection: EnergyConnection, _ kind: HubCostKind) -> Explanation {
    let values = connection.profile.values
    let leaf = { leaves.load(connection, $0) }
    let name = LocalizedText(both: connection.name)
    return switch kind {
    case .contract:
      Explanation(
        name, .product, notation: "contract × prijs", unit: .euro,
        parts: [leaves.contract(connection) ?? HubOperation.nothing, leaves.contractPrice])
    case .peaks:
      Explanation(
        name, .product, notation: "Σ maandpieken × prijs", unit: .euro,
        parts: [leaves.monthlyPeaks(values, leaf: leaf), leaves.peakPrice])
    default: energy(name, values, leaf)
    }
  }

  private func joint(_ kind: HubCostKind) -> Explanation {
    let net = park.jointNet
    let leaf = { jointNet($0) }
    return switch kind {
    case .contract:
      Explanation(
        Self.label(kind), .product, notation: "hoogste maandpiek × prijs", unit: .euro,
        parts: [
          leaves.highest(
            LocalizedText(nl: "hoogste afname", en: "highest import"), net, in: net.indices, atLeastZero: true,
            leaf: leaf), leaves.contractPrice,
        ])
    case .peaks:
      Explanation(
        Self.label(kind), .product, notation: "Σ maandpieken × prijs", unit: .euro,
        parts: [leaves.monthlyPeaks(net, leaf: leaf), leaves.peakPrice])
    default: energy(Self.label(kind), net, leaf)
    }
  }

  /// kWh that the group takes in a year, less what it feeds in, with nothing built.
  var jointEnergy: Explanation {
    leaves.yearly(
      LocalizedText(nl: "netto afname zonder hub", en: "net use without a hub"), .kilowattHour, of: .kilowatt,
      park.jointNet, leaf: { jointNet($0) })
  }

  /// What stands already feeds in nothing here: it lowers the load to nothing at most.
  private func jointNet(_ step: Int) -> Explanation {
    guard !park.existing.isEmpty else { return leaves.load(step) }
    let floor = Explanation(
      LocalizedText(nl: "eigen teruglevering", en: "own feed-in"), .minimum, notation: "min(0; afname)",
      unit: .kilowatt,
      parts: [leaves.load(step), HubOperation.nothing])
    return Explanation(
      LocalizedText(nl: "netto afname", en: "net load"), .maximum, notation: "max(min(0; afname); afname − bestaand)",
      unit: .kilowatt, parts: [floor, leaves.net(step)])
  }

  /// What is taken costs the price of buying, what is given back earns that of selling.
  func energy(_ label: LocalizedText, _ values: [Double], _ leaf: (Int) -> Explanation) -> Explanation {
    let worth = values.indices.map { values[$0] * (values[$0] > 0 ? park.importPrice[$0] : park.exportPrice[$0]) }
    return leaves.yearly(label, .euro, of: .one, worth) { step in
      Explanation(
        LocalizedText(both: leaves.time(step)), .product, notation: "kW × prijs", unit: .one,
        parts: [leaf(step), values[step] > 0 ? leaves.importPrice(step) : leaves.exportPrice(step)])
    }
  }
}
