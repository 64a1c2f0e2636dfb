import EnergyHubs
import Provenance
import Quantities

/// Whether the profile of a whole group gives its members away — *groepsprofiel bewaken*.
public struct KeepGroupProfile: Sendable {
  public init() {}

  /// - Throws: `PlanningError.invalidInput` when a confidential group is too small, or one member is nearly all of it in any step.
  public func callAsFunction(_ park: EnergyCase, library: PlanningLibrary) throws(PlanningError) {
    guard park.isConfidential else { return }
    var reader = ParameterReader(library.parameters, on: CalendarDate(startOf: park.year.year))
    let aggregates: AggregateGuard
    do { aggregates = try AggregateGuard(&reader) } catch { throw .missing([error]) }
    let day = CalendarDate(startOf: park.year.year)
    let whole = LoggedRelease(
      id: "", date: day, receiver: "", purpose: .operation, quantity: .net, per: .step, from: day,
      to: CalendarDate(startOf: park.year.year + 1).adding(days: -1), members: park.connections.map(\.id), file: "")
    let sum = SharedSum(whole, park)
    let cells = sum.stretches.count { sum.isDominated($0, by: aggregates) }
    let found =
      aggregates.refusals(whole.release(as: .net), amounts: sum.amounts, earlier: [])
      + (cells > 0 ? [.cells(count: cells, of: sum.stretches.count)] : [])
    guard found.isEmpty else { throw .invalidInput(found.map(\.diagnostic) + [Self.ownUse]) }
  }

  private static let ownUse = Diagnostic(
    .error, "share.own-use",
    message: LocalizedText(
      nl: "het profiel van deze groep is bijna dat van één lid en gaat niet zonder meer naar een bestand",
      en: "the profile of this group is nearly that of one member and does not go to a file just so"),
    remedy: LocalizedText(
      nl: "Blijft het bij de parkbeheerder, geef dan --own-use.",
      en: "If it stays with the park's manager, give --own-use."))
}
