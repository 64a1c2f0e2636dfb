import EnergyHubs
import Provenance
import Quantities

extension ExplainedGroup {
  /// Combinations that a tree writes out.
  private static let shown = 12

  /// What the key makes a member pay.
  func share(_ place: Int) -> Explanation {
    let name = park.connections[place].name
    let label = LocalizedText(nl: "kosten van \(name) in de groep", en: "cost of \(name) in the group")
    guard division.key == .shapley else { return share(label, of: reference(.group(.costTogether)), place) }
    return table.isEmpty ? drawn(label, place) : exact(label, place)
  }

  /// A cost in proportion to what counts for each member.
  func share(_ label: LocalizedText, of total: Explanation, _ place: Int) -> Explanation {
    let weights = park.connections.indices.map(weight)
    if division.key == .peakContribution, !leaves.showsSteps {
      let all = weights.reduce(0) { $0 + $1.value }
      let share = Explanation(
        LocalizedText(nl: "deel in de groepspiek", en: "part in the group’s peak"),
        value: all > 0 ? weights[place].value / all : 1 / Double(weights.count), unit: .share,
        basis: .folded(count: weights.count))
      return Explanation(label, .product, notation: "kosten × deel", unit: .euro, parts: [total, share])
    }
    let sum = Explanation(
      LocalizedText(nl: "gewicht van allen", en: "weight of all"), .sum, notation: "Σ leden", unit: weights[place].unit,
      parts: weights)
    let parts =
      sum.value > 0
      ? [weights[place], sum]
      : [HubOperation.whole, Explanation(sum.label, value: Double(weights.count), unit: .count, basis: .definition)]
    let share = Explanation(
      LocalizedText(
        nl: "deel volgens de sleutel \(division.key.rawValue)", en: "share by the key \(division.key.rawValue)"),
      .quotient, notation: "gewicht / gewicht van allen", unit: .share, parts: parts)
    return Explanation(label, .product, notation: "kosten × deel", unit: .euro, parts: [total, share])
  }

  /// What counts for a member by the key, never less than nothing; of Shapley what it adds to the cost of transport.
  private func weight(_ place: Int) -> Explanation {
    let connection = park.connections[place]
    let value: Explanation =
      switch division.key {
      case .equal: HubOperation.whole
      case .shapley: reference(.member(connection.id, .cost))
      case .contract: reference(.member(connection.id, .contracted))
      case .energy: reference(.member(connection.id, .annual))
      case .peakContribution: leaves.load(connection, peakStep)
      }
    return Explanation(
      LocalizedText(nl: "gewicht van \(connection.name)", en: "weight of \(connection.name)"), .maximum,
      notation: "minstens nul", unit: value.unit, parts: [value, HubOperation.nothing])
  }

  /// The first step at which the group takes most.
  private var peakStep: Int {
    let load = division.right.load
    return load.firstIndex(of: load.max() ?? 0) ?? 0
  }

  /// The mean over all orders of what joining adds, by the members that came before.
  private func exact(_ label: LocalizedText, _ place: Int) -> Explanation {
    let weights = Shapley.weights(park.connections.count)
    let terms = table.indices.filter { $0 & (1 << place) == 0 }.map { mask in
      (mask: mask, value: weights[mask.nonzeroBitCount] * (table[mask | (1 << place)] - table[mask]))
    }
    let order = terms.sorted { (-$0.value.magnitude, $0.mask) < (-$1.value.magnitude, $1.mask) }
    let kept = order.count > Self.shown + 1 ? Array(order.prefix(Self.shown)) : order
    let rest = order.dropFirst(kept.count)
    let others =
      rest.isEmpty ? [] : [Explanation.rest(of: rest.count, adding: rest.reduce(0.0) { $0 + $1.value }, unit: .euro)]
    return Explanation(
      label, .sum, notation: "Σ combinaties: deel van de volgordes × wat erbij komt", unit: .euro,
      parts: kept.map { term($0.mask, place, weights[$0.mask.nonzeroBitCount]) } + others)
  }

  private func term(_ mask: Int, _ place: Int, _ weight: Double) -> Explanation {
    let before = mask == 0 ? HubOperation.nothing : known(mask)
    let added = Explanation(
      LocalizedText(nl: "wat erbij komt", en: "what is added"), .difference, notation: "met − zonder", unit: .euro,
      parts: [known(mask | (1 << place)), before])
    let orders = Explanation(
      LocalizedText(
        nl: "deel van de volgordes met precies deze \(mask.nonzeroBitCount) ervoor",
        en: "share of the orders with exactly these \(mask.nonzeroBitCount) before"),
      value: weight, unit: .share, basis: .definition)
    return Explanation(
      LocalizedText(nl: "na \(mask.nonzeroBitCount) leden", en: "after \(mask.nonzeroBitCount) members"), .product,
      notation: "k! (n − 1 − k)! / n! × (met − zonder)", unit: .euro, parts: [orders, added])
  }

  /// The cost of a combination by its path, without writing out its tree.
  private func known(_ mask: Int) -> Explanation {
    let figure = coalition(mask)
    return Explanation(
      LocalizedText(
        nl: "kosten van \(mask.nonzeroBitCount) leden", en: "cost of \(mask.nonzeroBitCount) members"),
      value: table[mask], unit: .euro, basis: .figure(path: figure.path(in: root)))
  }

  private func drawn(_ label: LocalizedText, _ place: Int) -> Explanation {
    Explanation(
      label, value: response.members[place].cost, unit: .euro,
      basis: .draw(number: nil, seed: response.request.seed))
  }
}

extension GroupDivision {
  /// The cost of transport of every combination; place `mask` holds that of the members whose bit is set.
  var costs: [Double] {
    get throws { try JointCost(loads, tariff, contractPerPeak: contractPerPeak).game.table() }
  }
}
