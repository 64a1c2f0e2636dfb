import EnergyHubs
import Provenance
import Quantities

/// One division in the making.
struct GroupDivision {
  let request: DivideGroup.Request
  let key: DivisionKey
  let park: EnergyCase
  let tariff: TransportTariff
  let loads: [[Double]]
  let peaks: [Double]
  let contracts: [Double]
  let right: GroupRight
  let peak: Double

  init(_ request: DivideGroup.Request, _ key: DivisionKey, _ park: EnergyCase, reserve: Double) {
    self.request = request
    self.key = key
    self.park = park
    tariff = TransportTariff(park)
    loads = park.connections.map(\.profile.values)
    peaks = park.connections.map { max(0, $0.profile.peak.value) }
    contracts = zip(park.connections, peaks).map { $0.offtake.contracted?.value ?? $1 }
    peak = max(0, park.load.max() ?? 0)
    right = GroupRight(contracts: contracts, contract: request.contract ?? peak * (1 + reserve), loads: loads)
  }

  var costsAlone: [Double] { zip(contracts, loads).map { tariff.cost(contract: $0, load: $1) } }
  var costTogether: Double { tariff.cost(contract: right.contract, load: right.load) }

  func response(durationShare: Double, readings: [ParameterReading]) -> DivideGroup.Response {
    let alone = costsAlone
    let total = costTogether
    let (division, errors, orders) = divided(total, alone)
    let spared = CoreDivision.nobodyWorseOff(division, costsAlone: alone)
    let excess = right.excess(hoursPerStep: park.hours)
    return DivideGroup.Response(
      request: request, study: park.name, isSynthetic: park.isSynthetic, isConfidential: park.isConfidential,
      completed: CompletedConnection.all(park), contracts: contracts.reduce(0, +),
      sumOfPeaks: peaks.reduce(0, +), peak: peak, simultaneity: GroupRight.simultaneity(loads),
      contract: right.contract, freedFirm: right.freedFirm, freedNonFirm: right.freedNonFirm(share: durationShare),
      durationShare: durationShare, excess: excess.energy, excessHours: Double(excess.steps.count) * park.hours,
      costAlone: alone.reduce(0, +), costTogether: total, orders: orders,
      members: park.connections.indices.map { place in
        let connection = park.connections[place]
        return DivideGroup.Member(
          id: connection.id, name: connection.name, contracted: contracts[place], peak: peaks[place],
          annual: connection.profile.annual.value, costAlone: alone[place], cost: division.shares[place],
          saving: alone[place] - division.shares[place], error: errors[place], spared: spared?.shares[place])
      }, canSpareAll: spared != nil, parameters: readings + park.parameters, diagnostics: diagnostics)
  }

  /// kW of contract that every combination takes per kW of its own peak.
  var contractPerPeak: Double { peak > 0 ? right.contract / peak : 0 }

  private func divided(_ total: Double, _ alone: [Double]) -> (CostDivision, errors: [Double], orders: Int?) {
    let keyed = KeyedDivision(
      key, park, contracts: contracts, costsAlone: alone, contractPerPeak: contractPerPeak, request)
    if let division = CostDivision(total, keyed.members, by: key) { return (division, alone.map { _ in 0 }, nil) }
    guard let shapley = keyed.shapley else { return (CostDivision(total, weights: alone), alone.map { _ in 0 }, nil) }
    return (CostDivision(shares: shapley.shares), shapley.errors, shapley.orders)
  }

  private var diagnostics: [Diagnostic] {
    let unknown = park.connections.filter { $0.offtake.contracted == nil }.map(\.name)
    guard !unknown.isEmpty else { return [] }
    return [
      Diagnostic(
        .warning, "energy-group.no-contract", value: unknown.joined(separator: ", "),
        message: LocalizedText(
          nl: "van deze leden is geen contract bekend; hun eigen piek telt als contract",
          en: "no contract is known of these members; their own peak counts as contract"),
        remedy: LocalizedText(nl: "Vul contract_kw in connections.csv.", en: "Fill contract_kw in connections.csv."))
    ]
  }
}
