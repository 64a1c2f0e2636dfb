import EnergyHubs
import Provenance
import Quantities

extension ExplainedGroup {
  func member(_ place: Int, _ figure: GroupMemberFigure) -> Explanation {
    let connection = park.connections[place]
    let (id, name) = (connection.id, connection.name)
    let values = division.loads[place]
    let leaf = { leaves.load(connection, $0) }
    switch figure {
    case .contracted:
      return leaves.contract(connection)
        ?? Explanation(
          LocalizedText(nl: "\(name): eigen piek in plaats van contract", en: "\(name): own peak instead of contract"),
          .sum, notation: "piek", unit: .kilowatt, parts: [reference(.member(id, .peak))])
    case .peak:
      return leaves.highest(
        LocalizedText(nl: "piek van \(name)", en: "peak of \(name)"), values, in: values.indices, atLeastZero: true,
        leaf: leaf)
    case .annual:
      return leaves.yearly(
        LocalizedText(nl: "verbruik van \(name)", en: "use of \(name)"), .kilowattHour, of: .kilowatt, values,
        leaf: leaf)
    case .costAlone:
      return cost(
        LocalizedText(nl: "kosten van \(name) alleen", en: "cost of \(name) alone"),
        contract: reference(.member(id, .contracted)), peaks: monthlyPeaks([place]))
    case .cost: return share(place)
    case .saving:
      return Explanation(
        LocalizedText(nl: "voordeel van \(name)", en: "saving of \(name)"), .difference, notation: "alleen − groep",
        unit: .euro, parts: [reference(.member(id, .costAlone)), reference(.member(id, .cost))])
    case .spared: return spared(place)
    case .error: return error(place)
    }
  }

  private func spared(_ place: Int) -> Explanation {
    let member = response.members[place]
    return Explanation(
      LocalizedText(nl: "kosten van \(member.name), niemand slechter", en: "cost of \(member.name), nobody worse"),
      value: member.spared ?? .nan, unit: .euro,
      basis: .optimum(
        Optimum(
          LocalizedText(
            nl: "dichtstbijzijnde verdeling waarin niemand meer betaalt dan alleen",
            en: "nearest division in which nobody pays more than alone"),
          evidence: [
            .init(LocalizedText(nl: "alleen", en: "alone"), member.costAlone, .euro),
            .init(LocalizedText(nl: "volgens de sleutel", en: "by the key"), member.cost, .euro),
            .init(LocalizedText(nl: "samen", en: "together"), response.costTogether, .euro),
          ])))
  }

  /// What a member adds lies between nothing and what it would pay by itself.
  private func error(_ place: Int) -> Explanation {
    let request = response.request
    let alone = coalition([place])
    return Explanation(
      LocalizedText(
        nl: "hoogstens ernaast, \(park.connections[place].name)", en: "at most off, \(park.connections[place].name)"),
      .product, notation: "kosten van het lid als combinatie × reikwijdte", unit: .euro,
      parts: [
        reference(alone),
        .drawnReach(members: park.connections.count, pairs: request.pairs, confidence: request.confidence),
      ])
  }

  // MARK: Cost of transport

  func cost(_ label: LocalizedText, contract: Explanation, peaks: Explanation) -> Explanation {
    Explanation(
      label, .sum, notation: "contract × prijs + Σ maandpieken × prijs", unit: .euro,
      parts: [
        Explanation(
          LocalizedText(nl: "contract", en: "contract"), .product, notation: "kW × prijs", unit: .euro,
          parts: [contract, leaves.contractPrice]),
        Explanation(
          LocalizedText(nl: "maandpieken", en: "monthly peaks"), .product, notation: "Σ kW × prijs", unit: .euro,
          parts: [peaks, leaves.peakPrice]),
      ])
  }

  /// Sum of the highest joint load of each month of some members.
  func monthlyPeaks(_ places: [Int]) -> Explanation {
    leaves.monthlyPeaks(joint(places)) { load(places, $0) }
  }

  /// What a combination would pay: as much contract per kW of its own peak as the whole group takes.
  func cost(of places: [Int]) -> Explanation {
    let joint = joint(places)
    let peak = leaves.highest(
      LocalizedText(nl: "piek van de combinatie", en: "peak of the combination"), joint, in: joint.indices,
      atLeastZero: true
    ) { load(places, $0) }
    let factor =
      division.peak > 0
      ? Explanation(
        LocalizedText(nl: "contract per kW piek", en: "contract per kW of peak"), .quotient,
        notation: "recht / piek van de groep", unit: .factor,
        parts: [reference(.group(.right)), reference(.group(.peak))]) : HubOperation.nothing
    let contract = Explanation(
      LocalizedText(nl: "contract", en: "contract"), .product, notation: "piek × contract per kW piek", unit: .kilowatt,
      parts: [peak, factor])
    let names = places.map { park.connections[$0].name }.joined(separator: ", ")
    return cost(
      LocalizedText(nl: "kosten van \(names)", en: "cost of \(names)"), contract: contract, peaks: monthlyPeaks(places))
  }

  private func joint(_ places: [Int]) -> [Double] {
    var sum = [Double](repeating: 0, count: park.year.count)
    for place in places {
      for step in sum.indices { sum[step] += division.loads[place][step] }
    }
    return sum
  }

  private func load(_ places: [Int], _ step: Int) -> Explanation {
    Explanation(
      LocalizedText(nl: "afname, \(leaves.time(step))", en: "load, \(leaves.time(step))"), .sum, notation: "Σ leden",
      unit: .kilowatt, parts: places.map { leaves.load(park.connections[$0], step) })
  }
}
