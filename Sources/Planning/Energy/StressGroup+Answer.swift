import Provenance

extension StressGroup {
  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    /// With the library's values of the study and of the events.
    public let study: EnergyCaseSummary
    /// Chosen for the year as planned.
    public let sizes: HubSizes
    /// Degree days of the cold year over ordinary ones, and the share of the electricity that heats.
    public let degreeDays: Double
    public let heatingShare: Double
    /// The year as planned first.
    public let outcomes: [Outcome]
    public let diagnostics: [Diagnostic]
  }

  public enum Event: String, Codable, Sendable, CaseIterable {
    case asPlanned, memberLeaves, batteryFails, coldYear, priceYear
  }

  /// Money in EUR a year, powers in kW.
  public struct Outcome: Codable, Sendable, Equatable {
    public let event: Event
    /// The member that leaves or the file with prices.
    public let subject: String?
    /// What all together pay; nil where no operation keeps within the rights.
    public let cost: HubCost?
    /// What those left pay more together than they would as planned.
    public let increase: Double?
    /// What the same members would pay without the group, under the same event.
    public let costAlone: Double?
    /// The contract of that year and how much it lies above the planned one.
    public let contract: Double?
    public let contractRise: Double?
    /// What no operation can undercut, as a share of the cost.
    public let gap: Double?
    /// kWh that cannot be supplied, where nothing is possible.
    public let unserved: Double?
    /// Who is left.
    public let members: [Member]

    /// Who pays more than alone under the same event.
    public var worseOff: [Member] { members.filter { $0.saving < -StressGroup.cent } }
  }

  public struct Member: Codable, Sendable, Equatable {
    public let id: String
    public let name: String
    public let cost: Double
    /// More than as planned.
    public let increase: Double
    /// Less than alone under the same event; negative for who is worse off.
    public let saving: Double
  }

  /// Differences below this, EUR a year, are rounding.
  static let cent = 0.01
}
