import EnergyHubs
import Provenance
import Quantities

/// Whether the report of a whole group may go to somebody else — *rapport delen*: it shows the group step by step, so that every
/// member must agree and the sum must pass the same guards as any other.
public struct ReleaseReport: Sendable {
  public init() {}

  /// - Parameters:
  ///   - report: what would be given.
  ///   - file: the first file of the report, as the log names it.
  ///   - earlier: the log beside the study.
  /// - Throws: `PlanningError.invalidInput` with every reason at once not to give the report.
  public func callAsFunction(
    _ report: ComposeEnergyReport.Response, to receiver: String, file: String, _ park: EnergyCase,
    earlier: [LoggedRelease], library: PlanningLibrary, today: CalendarDate
  ) throws(PlanningError) -> LoggedRelease {
    let shared = try ShareGroupSum()(
      .init(
        receiver: receiver, purpose: DataPurpose.networkOperator.rawValue, quantity: SharedQuantity.net.rawValue,
        file: file), park, earlier: earlier, library: library, today: today)
    guard shared.withoutConsent.isEmpty else { throw .invalidInput([Self.incomplete(shared.withoutConsent)]) }
    try checkShown(report, shared.release, park, library)
    return shared.release
  }

  /// What the report shows step by step: pictures have no empty places, so that it is refused where one member is nearly all of a step.
  private func checkShown(
    _ report: ComposeEnergyReport.Response, _ release: LoggedRelease, _ park: EnergyCase, _ library: PlanningLibrary
  ) throws(PlanningError) {
    var reader = ParameterReader(library.parameters, on: CalendarDate(startOf: park.year.year))
    let limits: AggregateGuard
    do { limits = try AggregateGuard(&reader) } catch { throw .missing([error]) }
    let shown = GroupYear(park, report.sizing, hub: try park.with(report.sizing.request)).shownSteps
    let sum = SharedSum(release, park)
    let cells = shown.count { sum.isDominated([$0], by: limits) }
    guard cells == 0 else {
      throw .invalidInput([ReleaseRefusal.cells(count: cells, of: shown.count).diagnostic])
    }
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
