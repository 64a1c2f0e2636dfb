import EnergyHubs
import Provenance
import Quantities

/// Individual rights against one right of the group, what comes free, and who pays what — *groepscontract verdelen*.
///
/// Costs are those of transport for one year: contracted kW and the highest kW of every month. Without the group each member
/// pays for its own; with it all pay together, and the key divides that.
public struct DivideGroup: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    public var key: String
    /// kW of the group; nil takes its highest step with the reserve of the library.
    public var contract: Double?
    /// Pairs of orders where a group is too large to try all, where the draws begin, and the chance that all errors hold.
    public var pairs: Int
    public var seed: UInt64
    public var confidence: Double

    public init(
      key: String = DivisionKey.shapley.rawValue, contract: Double? = nil, pairs: Int = 200, seed: UInt64 = 1,
      confidence: Double = 0.95
    ) {
      self.key = key
      self.contract = contract
      self.pairs = pairs
      self.seed = seed
      self.confidence = confidence
    }
  }

  /// Powers in kW, money in EUR a year.
  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let study: String
    public let isSynthetic: Bool
    public let contracts: Double
    public let sumOfPeaks: Double
    public let peak: Double
    public let simultaneity: Double?
    public let contract: Double
    /// Always free for others, and free on top of that in `durationShare` of the hours; negative when the group asks more.
    public let freedFirm: Double
    public let freedNonFirm: Double
    public let durationShare: Double
    /// kWh above the right of the group and the hours in which it is passed.
    public let excess: Double
    public let excessHours: Double
    public let costAlone: Double
    public let costTogether: Double
    /// Orders that were drawn for the division; nil where it is exact.
    public let orders: Int?
    public let members: [Member]
    /// Whether a division exists in which nobody pays more than alone.
    public let canSpareAll: Bool
    public let parameters: [ParameterReading]
    public let diagnostics: [Diagnostic]

    /// Who is worse off by the key.
    public var worseOff: [Member] { members.filter { $0.saving < 0 } }
  }

  public struct Member: Codable, Sendable, Equatable {
    public let id: String
    public let name: String
    /// What it has contracted; its peak where that is unknown.
    public let contracted: Double
    public let peak: Double
    public let annual: Double
    /// Before, after by the key, and the difference.
    public let costAlone: Double
    public let cost: Double
    public let saving: Double
    /// With the stated confidence the exact cost by the key is no further away.
    public let error: Double
    /// After, in the nearest division in which nobody pays more than alone; nil where there is none.
    public let spared: Double?
  }

  /// - Throws: `PlanningError.invalidInput` for a park without connections, an unknown key and missing parameters.
  public func callAsFunction(_ request: Request, _ park: EnergyCase, library: PlanningLibrary) throws(PlanningError)
    -> Response
  {
    guard let key = DivisionKey(rawValue: request.key), !park.connections.isEmpty else {
      throw .invalidInput(Self.problems(request, park))
    }
    var reader = ParameterReader(library.parameters, on: CalendarDate(startOf: park.year.year))
    do {
      let reserve = try reader.read("energy-scan/group-reserve").value
      let duration = try reader.read("energy-group/duration-share").value
      let group = GroupDivision(request, key, park, reserve: reserve)
      return group.response(durationShare: duration, readings: reader.readings)
    } catch { throw .missing([error]) }
  }

  private static func problems(_ request: Request, _ park: EnergyCase) -> [Diagnostic] {
    let keys = DivisionKey.allCases.map(\.rawValue).joined(separator: ", ")
    let key = Diagnostic(
      .error, "energy-group.key", value: request.key,
      message: LocalizedText(nl: "deze verdeelsleutel bestaat niet", en: "there is no such key"),
      remedy: LocalizedText(nl: "Kies uit: \(keys).", en: "Choose from: \(keys)."))
    let empty = Diagnostic(
      .error, "energy-group.no-members",
      message: LocalizedText(nl: "de studie heeft geen aansluitingen", en: "the study has no connections"),
      remedy: LocalizedText(nl: "Vul connections.csv.", en: "Fill connections.csv."))
    return (DivisionKey(rawValue: request.key) == nil ? [key] : []) + (park.connections.isEmpty ? [empty] : [])
  }
}

/// One division in the making.
private struct GroupDivision {
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

  private var costsAlone: [Double] { zip(contracts, loads).map { tariff.cost(contract: $0, load: $1) } }
  private var costTogether: Double { tariff.cost(contract: right.contract, load: right.load) }

  func response(durationShare: Double, readings: [ParameterReading]) -> DivideGroup.Response {
    let alone = costsAlone
    let total = costTogether
    let (division, errors, orders) = divided(total, alone)
    let spared = CoreDivision.nobodyWorseOff(division, costsAlone: alone)
    let excess = right.excess(hoursPerStep: park.hours)
    return DivideGroup.Response(
      request: request, study: park.name, isSynthetic: park.isSynthetic, contracts: contracts.reduce(0, +),
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

  private func divided(_ total: Double, _ alone: [Double]) -> (CostDivision, errors: [Double], orders: Int?) {
    let members = park.connections.indices.map { place in
      ContractMember(
        name: park.connections[place].name, contract: contracts[place], load: loads[place], costAlone: alone[place])
    }
    if let division = CostDivision(total, members, by: key) { return (division, alone.map { _ in 0 }, nil) }
    // Every combination would take a right over its own peak in the proportion of the whole group.
    let game = JointCost(loads, tariff, contractPerPeak: peak > 0 ? right.contract / peak : 0).game
    let shapley =
      try? loads.count <= Shapley.mostExact
      ? Shapley.exact(game)
      : Shapley.sampled(game, pairs: request.pairs, seed: request.seed, confidence: request.confidence)
    guard let shapley else { return (CostDivision(total, weights: alone), alone.map { _ in 0 }, nil) }
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

/// What transport of a load costs in a year, EUR: contracted kW, and the highest kW of each month — *transporttarief*.
struct TransportTariff: Sendable {
  let contractPrice: Double
  let peakPrice: Double
  /// First step of each month and the end of the year.
  let months: [Int]

  init(_ park: EnergyCase) {
    contractPrice = park.coefficients.contractPrice
    peakPrice = park.coefficients.peakPrice
    months = park.year.monthStarts
  }

  func cost(contract: Double, load: [Double]) -> Double {
    contractPrice * contract + peakPrice * monthlyPeaks(load).reduce(0, +)
  }

  func monthlyPeaks(_ load: [Double]) -> [Double] {
    zip(months, months.dropFirst()).map { first, end in
      var most = 0.0
      for step in first..<end { most = max(most, load[step]) }
      return most
    }
  }
}

/// The costs of combinations; a combination that is the last one and one member more takes one addition.
private final class JointCost {
  private let loads: [[Double]]
  private let tariff: TransportTariff
  private let contractPerPeak: Double
  private var present: [Int] = []
  private var sum: [Double]

  init(_ loads: [[Double]], _ tariff: TransportTariff, contractPerPeak: Double) {
    self.loads = loads
    self.tariff = tariff
    self.contractPerPeak = contractPerPeak
    sum = [Double](repeating: 0, count: loads.first?.count ?? 0)
  }

  var game: CostGame { CostGame(members: loads.count) { self.cost($0) } }

  private func cost(_ members: [Int]) -> Double {
    let added = members.filter { !present.contains($0) }
    let grows = members.count == present.count + added.count
    if !grows { sum = [Double](repeating: 0, count: sum.count) }
    for member in grows ? added : members { add(loads[member]) }
    present = members
    let peaks = tariff.monthlyPeaks(sum)
    return tariff.contractPrice * contractPerPeak * (peaks.max() ?? 0) + tariff.peakPrice * peaks.reduce(0, +)
  }

  private func add(_ load: [Double]) {
    sum.withUnsafeMutableBufferPointer { sum in
      load.withUnsafeBufferPointer { load in
        for step in sum.indices { sum[step] += load[step] }
      }
    }
  }
}
