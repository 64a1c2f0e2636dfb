import Provenance

extension DivideGroup {
  /// Powers in kW, money in EUR a year.
  public struct Response: Codable, Sendable, Equatable {
    public let request: Request
    public let study: String
    public let isSynthetic: Bool
    /// Whether figures of single members are for the park's manager only.
    public let isConfidential: Bool
    /// Members of which days were completed; nil where every day was measured.
    public let completed: [CompletedConnection]?
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
}
