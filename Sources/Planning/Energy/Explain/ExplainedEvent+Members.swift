import EnergyHubs
import Provenance
import Quantities

/// What the members that are left pay.
extension ExplainedEvent {
  func member(_ place: Int, _ figure: StressMemberFigure) -> Explanation {
    let connection = scene.park.connections[place]
    let (id, name) = (connection.id, connection.name)
    let values = connection.profile.values
    switch figure {
    case .energyAlone:
      return comparison.energy(
        LocalizedText(nl: "energie van \(name) alleen", en: "energy of \(name) alone"), values
      ) { comparison.leaves.load(connection, $0) }
    case .costAlone: return costAlone(connection)
    case .cost:
      return Explanation(
        LocalizedText(nl: "kosten van \(name)", en: "cost of \(name)"), .sum,
        notation: "eigen energie + deel van de rest",
        unit: .euro,
        parts: [
          reference(.member(id, .energyAlone)),
          group.share(
            LocalizedText(nl: "deel van de rest", en: "part of the rest"), of: reference(.sum(.toDivide)), place),
        ])
    case .increase:
      let cost = reference(.member(id, .cost))
      return Explanation(
        LocalizedText(nl: "\(name): meer dan gepland", en: "\(name): more than planned"), .difference,
        notation: "kosten − gepland", unit: .euro,
        parts: [cost, planned[id] ?? cost])
    case .saving:
      return Explanation(
        LocalizedText(nl: "voordeel van \(name) tegenover alleen", en: "saving of \(name) against alone"), .difference,
        notation: "alleen − groep", unit: .euro,
        parts: [reference(.member(id, .costAlone)), reference(.member(id, .cost))])
    }
  }

  /// With a contract that holds the peak.
  private func costAlone(_ connection: EnergyConnection) -> Explanation {
    let id = connection.id
    let leaves = comparison.leaves
    let peak = group.reference(.member(id, .peak))
    let contract = Explanation(
      LocalizedText(nl: "contract dat de piek draagt", en: "contract that holds the peak"), .maximum,
      notation: "max(contract; piek)", unit: .kilowatt,
      parts: [leaves.contract(connection) ?? HubOperation.nothing, peak])
    return Explanation(
      LocalizedText(nl: "\(connection.name) alleen", en: "\(connection.name) alone"), .sum,
      notation: "energie + contract + maandpieken", unit: .euro,
      parts: [
        reference(.member(id, .energyAlone)),
        Explanation(
          LocalizedText(nl: "contract", en: "contract"), .product, notation: "kW × prijs", unit: .euro,
          parts: [contract, leaves.contractPrice]),
        Explanation(
          LocalizedText(nl: "maandpieken", en: "monthly peaks"), .product, notation: "Σ maandpieken × prijs",
          unit: .euro,
          parts: [
            leaves.monthlyPeaks(connection.profile.values) { leaves.load(connection, $0) }, leaves.peakPrice,
          ]),
      ])
  }

  /// What a member's load is multiplied by in a month: from its load as measured.
  func monthFactor(_ id: String, _ month: Int) -> Explanation {
    let leaves = EnergyLeaves(park: run.park)
    let connection = run.park.connections.first { $0.id == id }!
    let taken = connection.profile.values.map { max(0, $0) }
    let steps = Array(leaves.months[month - 1].steps)
    let own = leaves.sum(
      LocalizedText(nl: "afname van de maand", en: "offtake of the month"), .kilowatt, steps, taken
    ) { leaves.load(connection, $0) }
    guard own.value > 0 else {
      return Explanation(
        LocalizedText(nl: "geen afname in de maand", en: "no offtake in the month"), value: 1, unit: .factor,
        basis: .definition)
    }
    return .colderMonth(
      heatingShare: reference(.sum(.heatingShare)), degreeDays: reference(.sum(.degreeDays)),
      monthShare: Explanation(run.weather.months[month - 1]),
      year: leaves.total(LocalizedText(nl: "afname van het jaar", en: "offtake of the year"), .kilowatt, taken) {
        leaves.load(connection, $0)
      }, month: own)
  }
}
