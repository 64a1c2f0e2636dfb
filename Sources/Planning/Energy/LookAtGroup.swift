import EnergyHubs
import Provenance
import Quantities

/// First look at a park: does the sum of the firms need what they have contracted? — *snelle blik*.
public struct LookAtGroup: Sendable {
  public init() {}

  /// Powers in kW, energy in kWh.
  public struct Response: Codable, Sendable, Equatable {
    public let study: EnergyCaseSummary
    public let peak: Double
    /// Start of the step of the peak on the clock of the study.
    public let peakTime: String
    public let annual: Double
    public let monthlyPeaks: [Double]
    /// Sum of the members' own peaks, and the group's peak as a share of it; nil without positive peaks.
    public let sumOfPeaks: Double
    public let simultaneity: Double?
    /// Sum of the contracts and the unused share of it; nil where a contract is unknown.
    public let contracted: Double?
    public let unused: Double?
    public let duration: [Duration]
    /// Hours that count as the peak in `shareOfTop`.
    public let topHours: Double
    public let members: [Member]
    public let atRisk: Double
    public let stations: [String]
  }

  /// Hours of the year in which the group lies at or above a power.
  public struct Duration: Codable, Sendable, Equatable {
    public let share: Double
    public let power: Double
    public let hours: Double
  }

  public struct Member: Codable, Sendable, Equatable {
    public let id: String
    public let name: String
    public let contracted: Double?
    public let peak: Double
    public let annual: Double
    /// Part in the energy of the group's highest hours.
    public let shareOfTop: Double
    /// Rights that the operator may take back, kW; nil where the contract is unknown.
    public let atRisk: Double?
  }

  /// - Throws: `PlanningError.invalidInput` for a park without connections.
  public func callAsFunction(_ park: EnergyCase) throws(PlanningError) -> Response {
    let look = try Self.look(park)
    return Response(
      study: EnergyCaseSummary(park), peak: look.peak.value, peakTime: park.year.spelled(look.peakStep),
      annual: look.annual.value, monthlyPeaks: look.monthlyPeaks.map(\.value),
      sumOfPeaks: look.members.map(\.peak.value).reduce(0, +), simultaneity: look.simultaneity,
      contracted: look.contracted?.value, unused: look.unusedRights,
      duration: Self.levels.map { share in
        Duration(share: share, power: share * look.peak.value, hours: look.hours(atLeast: share, of: look.peak))
      }, topHours: park.coefficients.topHours, members: Self.members(park, look), atRisk: look.atRisk.value,
      stations: Set(park.connections.compactMap(\.station)).sorted())
  }

  /// Steps that count as the peak.
  static func topSteps(_ park: EnergyCase) -> Int { max(1, Int((park.coefficients.topHours / park.hours).rounded())) }

  static func look(_ park: EnergyCase) throws(PlanningError) -> GroupLook {
    guard let look = GroupLook(park.members, topSteps: topSteps(park), underuse: park.coefficients.underuse) else {
      throw .invalidInput([noMembers])
    }
    return look
  }

  /// Shares of the peak at which the load-duration curve is told.
  static let levels = [0.95, 0.9, 0.8, 0.7, 0.5]

  private static func members(_ park: EnergyCase, _ look: GroupLook) -> [Member] {
    zip(park.connections, look.members).map { connection, member in
      Member(
        id: connection.id, name: connection.name, contracted: connection.offtake.contracted?.value,
        peak: member.peak.value, annual: member.annual.value, shareOfTop: member.shareOfTop,
        atRisk: member.atRisk?.value)
    }
  }

  private static let noMembers = Diagnostic(
    .error, "energy.no-connections",
    message: LocalizedText(nl: "de studie heeft geen aansluitingen", en: "the study has no connections"),
    remedy: LocalizedText(nl: "Vul connections.csv.", en: "Fill connections.csv."))
}
