import EnergyHubs
import Provenance
import Quantities

/// How much storage keeps a park under how many kW — *afruil tussen kW en kWh*, exact for every limit.
public struct TraceFrontier: Sendable {
  public init() {}

  public struct Request: Codable, Sendable, Equatable {
    /// Power of the battery, kW; nil takes the largest that the study allows.
    public var power: Double?
    /// A capacity to find the lowest limit for, kWh.
    public var capacity: Double?
    /// A limit to find the capacity for, kW.
    public var limit: Double?
    public var points: Int

    public static let defaultPoints = 13

    public init(power: Double? = nil, capacity: Double? = nil, limit: Double? = nil, points: Int = Self.defaultPoints) {
      self.power = power
      self.capacity = capacity
      self.limit = limit
      self.points = points
    }
  }

  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let study: EnergyCaseSummary
    /// Power of the battery, kW.
    public let power: Double
    /// Highest import without storage, kW.
    public let peak: Double
    /// The lowest limit that this power can keep with storage of any size, kW.
    public let lowestLimit: Double
    public let points: [Point]
    /// The knee: beyond it a further kW costs more storage than the curve's average.
    public let knee: Point?
    /// Lowest limit with the capacity asked about, kW.
    public let limitForCapacity: Double?
    /// What the limit asked about takes; nil where no storage suffices.
    public let pointForLimit: Point?
  }

  public struct Point: Codable, Sendable, Equatable {
    /// kW and kWh.
    public let limit: Double
    public let capacity: Double
    /// kWh more for the next kW less.
    public let marginal: Double
    /// The steps that decide: storage is full at the first and empty at the last.
    public let from: String
    public let to: String
  }

  /// - Throws: `PlanningError.invalidInput` for a power, capacity or number of points that cannot be.
  public func callAsFunction(_ request: Request, _ park: EnergyCase) throws(PlanningError) -> Response {
    let frontier = try Self.frontier(request, park)
    return response(request, park, frontier, frontier.curve(points: request.points))
  }

  /// - Parameter curve: of the frontier, at the points of the request.
  func response(
    _ request: Request, _ park: EnergyCase, _ frontier: PeakFrontier, _ curve: [PeakFrontier.Requirement]
  ) -> Response {
    let power = frontier.battery.dischargePower.value
    return Response(
      request: request, study: EnergyCaseSummary(park), power: power, peak: frontier.peak.value,
      lowestLimit: (curve.first?.limit ?? frontier.lowestLimit).value, points: curve.map { Point($0, park.year) },
      knee: curve.knee.map { Point($0, park.year) },
      limitForCapacity: request.capacity.map { frontier.leastLimit(capacity: KilowattHours($0)).value },
      pointForLimit: request.limit.flatMap { frontier.requirement(at: Kilowatts($0)) }.map { Point($0, park.year) })
  }

  static func frontier(_ request: Request, _ park: EnergyCase) throws(PlanningError) -> PeakFrontier {
    let power = request.power ?? park.limits.batteryPowerMost
    let numbers = [power, request.capacity ?? 0, request.limit ?? 0]
    guard request.points > 1, numbers.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw .invalidInput([impossible])
    }
    return PeakFrontier(
      net: zip(park.load, park.existing.isEmpty ? [Double](repeating: 0, count: park.year.count) : park.existing)
        .map { $0 - $1 }, hours: park.hours, battery: park.sizingProblem(.init()).battery.sized(energy: 0, power: power)
    )
  }

  private static let impossible = Diagnostic(
    .error, "energy.frontier-request",
    message: LocalizedText(
      nl: "vermogen, inhoud en grens zijn niet negatief en er zijn minstens twee punten",
      en: "power, capacity and limit are not negative and there are at least two points"),
    remedy: LocalizedText(nl: "Verbeter de opdracht.", en: "Correct the command."))
}

extension TraceFrontier.Point {
  fileprivate init(_ requirement: PeakFrontier.Requirement, _ year: ProfileYear) {
    limit = requirement.limit.value
    capacity = requirement.capacity.value
    marginal = -requirement.slope
    from = year.spelled(requirement.window.lowerBound % year.count)
    to = year.spelled(max(requirement.window.lowerBound, requirement.window.upperBound - 1) % year.count)
  }
}
