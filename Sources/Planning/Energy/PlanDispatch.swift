import EnergyHubs
import Provenance
import Quantities

/// The cheapest operation of a hub whose sizes are given — *inzet*, exact and with its proof.
public struct PlanDispatch: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Sizes; nil takes those that `SizeHub` chooses.
    public var batteryEnergy: Double?
    public var batteryPower: Double?
    /// kWp by class of roof; a class that is absent gets nothing when any size is given.
    public var roofs: [String: Double]
    /// kW of the e-boiler; nil takes the study's when any size is given.
    public var boiler: Double?
    /// Contract, kW; nil takes the largest that the study allows.
    public var contract: Double?

    public init(
      batteryEnergy: Double? = nil, batteryPower: Double? = nil, roofs: [String: Double] = [:], boiler: Double? = nil,
      contract: Double? = nil
    ) {
      self.batteryEnergy = batteryEnergy
      self.batteryPower = batteryPower
      self.roofs = roofs
      self.boiler = boiler
      self.contract = contract
    }

    /// Whether any size was given.
    public var hasSizes: Bool {
      batteryEnergy != nil || batteryPower != nil || boiler != nil || contract != nil || !roofs.isEmpty
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let study: EnergyCaseSummary
    public let sizes: HubSizes
    /// EUR a year, and what no operation can undercut; nil where the sizes cannot do it.
    public let cost: Double?
    public let lowerBound: Double?
    public let gap: Double?
    public let costs: HubCost?
    public let energy: HubEnergy?
    public let worth: Worth?
    public let shortfall: Shortfall?
    /// The same year without the battery, EUR; nil where that cannot be done.
    public let withoutBattery: Double?
  }

  /// EUR a year saved by one unit more — *schaduwprijzen*.
  public struct Worth: Codable, Sendable, Equatable {
    public let capacity: Double
    public let chargePower: Double
    public let dischargePower: Double
    /// Per kW more in all steps of a month.
    public let importLimit: [Double]
  }

  /// Why the sizes cannot do it — *tekort*.
  public struct Shortfall: Codable, Sendable, Equatable {
    public let firstTime: String
    public let stepsWithoutPower: Int
    /// kW.
    public let missingPower: Double
    /// kWh that would do; nil when no capacity does.
    public let neededCapacity: Double?
    /// kW by which the contract would have to rise instead.
    public let neededLimitRise: Double
    public let surplus: Double
  }

  /// Flows of every step, kW, and content at its start, kWh.
  public struct Flows: Sendable, Equatable {
    public let times: [String]
    public let load: [Double]
    public let imported: [Double]
    public let exported: [Double]
    public let generated: [Double]
    public let charged: [Double]
    public let discharged: [Double]
    public let content: [Double]
    /// kW of the e-boiler, and of load switched off; nil where the study has none.
    public let boiler: [Double]?
    public let switchedOff: [Double]?
  }

  /// - Throws: `PlanningError.invalidInput` for impossible sizes.
  public func callAsFunction(_ request: Request, _ park: EnergyCase) throws(PlanningError) -> (Response, Flows?) {
    let sizes = try sizes(request, park)
    let problem = park.dispatchProblem(sizes, room: Self.rounding * sizes.contract)
    switch problem.leastCost() {
    case .invalid(let found): throw .invalidInput(found)
    case .shortfall(let shortfall): return (response(request, park, sizes, shortfall), nil)
    case .plan(let plan): return (response(request, park, sizes, problem, plan), Flows(plan, problem, park.year))
    }
  }

  static let rounding = 1e-8

  private func response(
    _ request: Request, _ park: EnergyCase, _ sizes: HubSizes, _ problem: DispatchProblem, _ plan: DispatchPlan
  ) -> Response {
    var sizes = sizes
    sizes.monthlyPeaks = park.months.map { plan.gridImport[$0].max() ?? 0 }
    var costs = park.fixedCost(sizes)
    costs.energy = plan.cost.value
    let fixed = costs.total - costs.energy
    return Response(
      request: request, study: EnergyCaseSummary(park), sizes: sizes, cost: costs.total,
      lowerBound: plan.bound.value + fixed, gap: plan.gap, costs: costs,
      energy: HubEnergy(
        problem, park, capacity: sizes.batteryEnergy, imported: plan.gridImport, exported: plan.gridExport,
        generated: plan.sunUsed,
        discharged: plan.discharge, flexible: plan.flexible), worth: Worth(plan.prices, problem, park.months),
      shortfall: nil,
      withoutBattery: costWithoutBattery(park, sizes))
  }

  private func response(
    _ request: Request, _ park: EnergyCase, _ sizes: HubSizes, _ shortfall: DispatchShortfall
  ) -> Response {
    Response(
      request: request, study: EnergyCaseSummary(park), sizes: sizes, cost: nil, lowerBound: nil, gap: nil, costs: nil,
      energy: nil, worth: nil, shortfall: Shortfall(shortfall, park.year),
      withoutBattery: costWithoutBattery(park, sizes))
  }

  /// The same panels and the contract that the park then needs: at the least cost where flexible powers have a say in it.
  private func costWithoutBattery(_ park: EnergyCase, _ sizes: HubSizes) -> Double? {
    var problem = park.with(boiler: sizes.boiler)
      .sizingProblem(.init(contractMost: max(park.limits.contractMost, park.load.max() ?? 0)))
    guard problem.flexible.isEmpty else {
      problem.battery = .none
      for (place, roof) in park.roofs.enumerated() {
        problem.roofs[place].power = SizeRange(fixed: sizes.roofs[roof.name] ?? 0, price: roof.price)
      }
      let having = park.thresholds.cost(sizes).panels + park.fixedCost(sizes).boiler
      return (try? Sizing.solve(problem)).map { $0.cost + having }
    }
    var bare = sizes
    bare.batteryEnergy = 0
    bare.batteryPower = 0
    let net = zip(park.load, park.sun(sizes.roofs)).map { $0 - $1 }
    bare.monthlyPeaks = park.months.map { max(0, net[$0].max() ?? 0) }
    bare.contract = bare.monthlyPeaks.max() ?? 0
    guard let plan = park.dispatchProblem(bare).leastCost().plan else { return nil }
    return plan.cost.value + park.fixedCost(bare).total
  }
}
