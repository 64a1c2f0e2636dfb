import EnergyHubs
import Provenance
import Quantities

/// Whether the report of a whole group may go to somebody else — *rapport delen*: it shows the group step by step, so that every
/// member must agree and the sum must pass the same guards as any other.
public struct ReleaseReport: Sendable {
  public init() {}

  /// - Parameters:
  ///   - file: the first file of the report, as the log names it.
  ///   - earlier: the log beside the study.
  /// - Throws: `PlanningError.invalidInput` with every reason at once not to give the report.
  public func callAsFunction(
    to receiver: String, file: String, _ park: EnergyCase, earlier: [LoggedRelease], library: PlanningLibrary,
    today: CalendarDate
  ) throws(PlanningError) -> LoggedRelease {
    let shared = try ShareGroupSum()(
      .init(
        receiver: receiver, purpose: DataPurpose.networkOperator.rawValue, quantity: SharedQuantity.net.rawValue,
        file: file), park, earlier: earlier, library: library, today: today)
    guard shared.withoutConsent.isEmpty else { throw .invalidInput([Self.incomplete(shared.withoutConsent)]) }
    return shared.release
  }

  private static func incomplete(_ connections: [String]) -> Diagnostic {
    Diagnostic(
      .error, "share.report-incomplete", at: .init(file: EnergyCaseFiles.consentsFile),
      value: connections.joined(separator: ", "),
      message: LocalizedText(
        nl: "een rapport gaat over alle leden, en deze aansluitingen geven geen toestemming voor deze ontvanger",
        en: "a report is about all members, and these connections give no consent for this receiver"),
      remedy: LocalizedText(
        nl: "Vraag toestemming (doel networkOperator, het hele jaar) en leg haar vast in consents.csv.",
        en: "Ask for consent (purpose networkOperator, the whole year) and record it in consents.csv."))
  }
}
