import EnergyHubs
import Provenance
import Quantities

/// One group under one event after the other.
struct StressRun {
  let request: StressGroup.Request
  let key: DivisionKey
  let park: EnergyCase
  let plan: StressPlan
  let weather: StressWeather
  let scenes: [StressScene]

  private var planned: HubSizes { plan.sizes }

  init(
    _ request: StressGroup.Request, _ key: DivisionKey, plan: StressPlan, weather: StressWeather,
    prices: PriceYear?
  ) {
    self.request = request
    self.key = key
    park = plan.found.park
    self.plan = plan
    self.weather = weather
    scenes = StressScene.all(park, plan.sizes, cold: weather.cold, prices: prices)
  }

  func response(_ readings: [ParameterReading]) throws(PlanningError) -> StressGroup.Response {
    let answers = try operated()
    let possible = answers.indices.filter { answers[$0].answer != nil }
    let events = possible.map { scenes[$0].groupEvent }
    let outcomes = (try? stress(answers).outcomes(events)) ?? []
    var told: [StressGroup.Outcome] = []
    for place in scenes.indices {
      let outcome = possible.firstIndex(of: place).map { outcomes[$0] }
      told.append(self.outcome(scenes[place], answers[place], outcome))
    }
    var study = park
    study.parameters += readings
    return StressGroup.Response(
      request: request, study: EnergyCaseSummary(study), sizes: planned, degreeDays: weather.degreeDays.value,
      heatingShare: weather.heating.value, outcomes: told, diagnostics: diagnostics)
  }

  private typealias Operated = (answer: StressOperation?, unserved: Double?)

  /// The cheapest operation of every scene, side by side.
  private func operated() throws(PlanningError) -> [Operated] {
    let found = Parallel.map(scenes) { scene in Result { () throws(SizingError) in try scene.operated() } }
    var answers: [Operated] = []
    for result in found {
      switch result {
      case .success(let answer): answers.append((answer, nil))
      case .failure(.infeasible(let shortage)): answers.append((nil, shortage.unserved + shortage.surplus))
      case .failure(let error): throw SizeHub.planningError(error)
      }
    }
    return answers
  }

  /// The method of the group, with costs that were found already.
  private func stress(_ answers: [Operated]) -> GroupStress {
    let places = Dictionary(uniqueKeysWithValues: scenes.indices.map { (scenes[$0].groupEvent, $0) })
    return GroupStress(members: park.connections.count) { members, event in
      let place = places[event] ?? 0
      guard members == scenes[place].members else { return scenes[place].costAlone(of: members) }
      return answers[place].answer?.cost.total ?? 0
    } divide: { total, _, event in
      scenes[places[event] ?? 0].divided(total, key, request.division)
    }
  }

  private func outcome(
    _ scene: StressScene, _ operated: Operated, _ outcome: StressOutcome?
  ) -> StressGroup.Outcome {
    return StressGroup.Outcome(
      event: scene.event, subject: scene.subject, cost: operated.answer?.cost,
      increase: outcome.map { $0.increases.reduce(0, +) },
      costAlone: outcome.map { _ in scene.costAlone(of: scene.members) },
      contract: operated.answer?.contract,
      contractRise: operated.answer.map { max(0, $0.contract - planned.contract) },
      gap: operated.answer?.gap, unserved: operated.unserved,
      members: outcome.map(members) ?? [])
  }

  private func members(_ outcome: StressOutcome) -> [StressGroup.Member] {
    outcome.members.indices.map { place in
      let connection = park.connections[outcome.members[place]]
      return StressGroup.Member(
        id: connection.id, name: connection.name, cost: outcome.shares[place], increase: outcome.increases[place],
        saving: outcome.savings[place])
    }
  }

  private var diagnostics: [Diagnostic] {
    guard park.connections.count <= 2 else { return [] }
    return [
      Diagnostic(
        .note, "energy-group.too-few",
        message: LocalizedText(
          nl: "een groep van twee houdt op als er een vertrekt; die gebeurtenis is niet doorgerekend",
          en: "a group of two ends when one leaves; that event was not computed"),
        remedy: LocalizedText(
          nl: "Vergelijk met de kosten alleen.", en: "Compare with the costs alone."))
    ]
  }
}
