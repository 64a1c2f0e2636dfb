import EnergyHubs

/// What a key needs of the members to divide a cost, whatever is in that cost.
struct KeyedDivision {
  let key: DivisionKey
  let members: [ContractMember]
  private let tariff: TransportTariff
  /// kW of contract that every combination takes per kW of its own peak: as the whole group does.
  private let contractPerPeak: Double
  private let request: DivideGroup.Request

  init(
    _ key: DivisionKey, _ park: EnergyCase, contracts: [Double], costsAlone: [Double], contractPerPeak: Double,
    _ request: DivideGroup.Request
  ) {
    self.key = key
    self.request = request
    self.contractPerPeak = contractPerPeak
    tariff = TransportTariff(park)
    members = park.connections.indices.map { place in
      ContractMember(
        name: park.connections[place].name, contract: contracts[place], load: park.connections[place].profile.values,
        costAlone: costsAlone[place])
    }
  }

  /// Of the costs of transport; nil where it cannot be found.
  var shapley: ShapleyDivision? {
    let loads = members.map(\.load)
    let game = JointCost(loads, tariff, contractPerPeak: contractPerPeak).game
    return try? loads.count <= Shapley.mostExact
      ? Shapley.exact(game)
      : Shapley.sampled(game, pairs: request.pairs, seed: request.seed, confidence: request.confidence)
  }

  /// A cost in proportion to what the key gives each; `shapley` to each one's part in the costs of transport.
  func division(of total: Double) -> CostDivision {
    if let division = CostDivision(total, members, by: key) { return division }
    return CostDivision(total, weights: shapley?.shares.map { max(0, $0) } ?? members.map(\.costAlone))
  }
}
