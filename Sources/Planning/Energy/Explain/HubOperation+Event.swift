import EnergyHubs
import Provenance
import Quantities

extension HubOperation {
  /// The year of one event: sizes stand as planned, only the contract may rise.
  init(
    _ solved: SolvedScene, _ scene: StressScene, _ run: StressRun, root: String, idleBattery: Explanation?
  ) {
    let proof = solved.told.proof
    let found = Optimum(
      LocalizedText(
        nl: "goedkoopste inzet bij maten die staan", en: "cheapest operation with sizes that stand"),
      evidence: Self.evidence(cost: proof.cost, bound: proof.lowerBound, gap: proof.gap))
    self.init(
      root: root, scene.park, solved.told.sizes, solved.problem.flexible, solved.answer.dispatch, found: found,
      idleBattery: idleBattery
    ) { name, value, unit, label in
      switch name {
      case .contract, .monthlyPeak: Explanation(label, value: value, unit: unit, basis: .optimum(found))
      case .batteryEnergy, .batteryPower:
        scene.event == .batteryFails
          ? Explanation(label, value: value, unit: unit, basis: .definition) : run.reference(planned: name)
      case .boiler: run.reference(planned: name)
      case .roof(let roof): run.panels(roof, scene)
      }
    }
  }
}

extension StressRun {
  /// The panels on a class of roof that are left: a member that leaves takes its part.
  fileprivate func panels(_ name: String, _ scene: StressScene) -> Explanation {
    let chosen = reference(planned: .roof(name))
    guard scene.event == .memberLeaves, let roof = park.roofs.first(where: { $0.name == name }), roof.most > .zero,
      park.connections[scene.leaver].roof == name
    else { return chosen }
    let gone = park.connections[scene.leaver]
    let part = Explanation(
      LocalizedText(nl: "deel van het dak dat vertrekt", en: "part of the roof that leaves"), .quotient,
      notation: "dak van het lid / dak van de klasse", unit: .share,
      parts: [
        Explanation(
          LocalizedText(nl: "dak van \(gone.name)", en: "roof of \(gone.name)"), value: gone.roofMost.value,
          unit: .kilowattPeak,
          basis: .record(
            table: EnergyCaseFiles.connectionsFile, key: gone.id, field: "roof_max_kw", origin: nil)),
        Explanation(
          LocalizedText(nl: "dak van de klasse", en: "roof of the class"), value: roof.most.value, unit: .kilowattPeak,
          basis: .folded(count: park.connections.count { $0.roof == name })),
      ])
    let left = Explanation(
      LocalizedText(nl: "deel dat blijft", en: "part that stays"), .difference, notation: "1 − deel", unit: .share,
      parts: [HubOperation.whole, part])
    return Explanation(
      LocalizedText(nl: "zonnepanelen \(name) die blijven", en: "panels \(name) that stay"), .product,
      notation: "gekozen × deel dat blijft", unit: .kilowattPeak, parts: [chosen, left])
  }
}
